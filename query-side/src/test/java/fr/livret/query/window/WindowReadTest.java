package fr.livret.query.window;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.Schooling;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class WindowReadTest {
  private final World world;
  private final Http http;
  private final MovableClock clock;

  WindowReadTest(World world, Http http, MovableClock clock) {
    this.world = world;
    this.http = http;
    this.clock = clock;
  }

  private Travel path(ReferentielCode code, String name) {
    return Travel.open(world, world.candidate(name), code, Route.CAPITALISATION, "2013-09-02");
  }

  @Test
  void windows_come_by_last_day_with_what_is_missing_and_whose_they_are() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    Travel later = path(code, "Later").ccp("CCP2", "2015-06-01");
    Travel sooner = path(code, "Sooner").ccp("CCP1", "2014-03-10").ccp("CCP3", "2014-05-01");
    Travel none = path(code, "None");
    Travel fulfilled =
        path(code, "Fulfilled")
            .ccp("CCP1", "2014-01-10")
            .ccp("CCP2", "2014-01-10")
            .ccp("CCP3", "2014-01-10");
    world.settled();
    clock.set("2019-03-01");
    JsonNode all = http.json("/api/windows?certification=" + code);
    assertThat(Http.each(all.path("items"), "/pathId"))
        .startsWith(sooner.id(), later.id())
        .containsExactlyInAnyOrder(sooner.id(), later.id(), none.id(), fulfilled.id());
    JsonNode first = all.at("/items/0");
    assertThat(first.path("lastDay").asString()).isEqualTo("2019-03-10");
    assertThat(first.path("daysLeft").asInt()).isEqualTo(9);
    assertThat(first.path("governedBy").asString()).isEqualTo("FIVE_YEARS");
    assertThat(first.at("/candidate/name").asString()).isEqualTo("Sooner");
    assertThat(Http.each(first.path("missing"), "")).containsExactly("CCP2");
    assertThat(first.path("regime").asString()).isEqualTo("TP-2006");
    assertThat(first.path("regimeEdition").asInt()).isEqualTo(1);
    assertThat(ids(code, "&centre=LYON")).isEmpty();
    assertThat(ids(code, "&centre=")).hasSize(4);
    assertThat(ids(code, "&closingBefore=2019-03-10")).isEmpty();
    assertThat(ids(code, "&closingBefore=2019-03-11")).containsExactly(sooner.id());
    assertThat(ids(code, "&state=FULFILLED")).containsExactly(fulfilled.id());
    assertThat(ids(code, "&state=NONE")).containsExactly(none.id());
    clock.set("2026-01-15");
  }

  @Test
  void windows_of_a_centre_are_those_of_candidates_trained_there_for_the_same_title() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    ReferentielCode other = world.referentielLike("AMIS-2013");
    CandidateId trained = world.candidate("Trained");
    CandidateId elsewhere = world.candidate("Elsewhere");
    Travel path = Travel.open(world, trained, code, Route.CAPITALISATION, "2013-09-02");
    Travel.open(world, elsewhere, code, Route.CAPITALISATION, "2013-09-02");
    Schooling.start(world, trained, code, null, "2013-09-02", "Évry");
    Schooling.start(world, elsewhere, code, null, "2013-09-02", "Lille");
    Schooling.start(world, elsewhere, other, null, "2013-09-02", "Évry");
    world.settled();
    assertThat(ids(code, "&centre=evry")).containsExactly(path.id());
    assertThat(ids(code, "&centre=evry&effectiveOn=2013-09-02")).containsExactly(path.id());
    assertThat(ids(code, "&centre=evry&knownAt=2013-09-01")).isEmpty();
    assertThat(ids(code, "&centre=ev")).isEmpty();
  }

  private List<String> ids(ReferentielCode code, String query) {
    return Http.each(
        http.json("/api/windows?certification=" + code + query).path("items"), "/pathId");
  }

  @Test
  void a_private_title_has_windows_without_end() {
    ReferentielCode code = world.referentielLike("AICMP-2022");
    CandidateId candidate = world.candidate("Sans fin");
    Travel path =
        Travel.open(world, candidate, code, Route.TRAINING, "2022-03-01").ccp("BC01", "2022-06-10");
    world.settled();
    assertThat(ids(code, "&state=UNLIMITED")).containsExactly(path.id());
  }

  @Test
  void pages_run_through_windows_with_and_without_a_last_day() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    for (int number = 0; number < 7; number++) {
      Travel path = path(code, "Number " + number);
      if (number % 2 == 0) {
        path.ccp("CCP1", "2014-03-1" + number / 4);
      }
    }
    world.settled();
    List<String> expected = ids(code, "");
    List<String> found = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = http.json("/api/windows?limit=2&certification=" + code + next);
      found.addAll(Http.each(page.path("items"), "/pathId"));
      assertThat(page.path("total").asInt()).isEqualTo(7);
      next = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
    } while (!next.isEmpty());
    assertThat(found).containsExactlyElementsOf(expected).hasSize(7);
  }
}
