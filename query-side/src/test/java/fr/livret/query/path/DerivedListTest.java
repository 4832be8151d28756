package fr.livret.query.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathEvent.TitleClosureNoted;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class DerivedListTest {
  private final World world;
  private final Http http;
  private final MovableClock clock;

  DerivedListTest(World world, Http http, MovableClock clock) {
    this.world = world;
    this.http = http;
    this.clock = clock;
  }

  @BeforeEach
  void today() {
    clock.set("2026-01-15");
  }

  private Travel open(CandidateId candidate, ReferentielCode code, String openedOn) {
    return Travel.open(world, candidate, code, Route.CAPITALISATION, openedOn);
  }

  private Travel titled(CandidateId candidate, ReferentielCode code) {
    return open(candidate, code, "2013-09-02")
        .ccp("CCP1", "2014-03-10")
        .ccp("CCP2", "2016-05-02")
        .ccp("CCP3", "2019-03-10")
        .title("2020-06-15", Route.CAPITALISATION);
  }

  private JsonNode list(ReferentielCode code, String query) {
    return http.json("/api/paths?certification=" + code + query);
  }

  private List<String> ids(ReferentielCode code, String query) {
    return Http.each(list(code, query).path("items"), "/id");
  }

  @Test
  void a_path_is_open_before_the_day_of_its_title_and_titled_from_it_on() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    Travel path = titled(world.candidate("Dupré", "Marie"), code);
    world.settled();
    String before = "&effectiveOn=2020-06-14";
    String after = "&effectiveOn=2020-06-15";
    assertThat(ids(code, before + "&status=OPEN")).containsExactly(path.id());
    assertThat(ids(code, before + "&status=TITLE_AWARDED")).isEmpty();
    assertThat(ids(code, after + "&status=OPEN")).isEmpty();
    assertThat(ids(code, after + "&status=TITLE_AWARDED")).containsExactly(path.id());
    assertThat(list(code, before).at("/items/0").has("titleAwardedOn")).isFalse();
    assertThat(list(code, after).at("/items/0/titleAwardedOn").asString()).isEqualTo("2020-06-15");
    assertThat(ids(code, "&knownAt=2020-06-14&status=OPEN")).containsExactly(path.id());
    assertThat(list(code, before + "&status=TITLE_AWARDED").path("total").asInt()).isZero();
  }

  @Test
  void an_item_shows_what_was_held_then_and_whose_path_it_is() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    titled(world.candidate("Dupré", "Marie"), code);
    world.settled();
    JsonNode item = list(code, "&effectiveOn=2018-12-31&q=dupre").at("/items/0");
    assertThat(item.at("/candidate/name").asString()).isEqualTo("Dupré Marie");
    assertThat(Http.each(item.path("held"), "")).containsExactly("CCP1", "CCP2");
    assertThat(Http.each(item.path("missing"), "")).containsExactly("CCP3");
    assertThat(item.at("/window/state").asString()).isEqualTo("OPEN");
    assertThat(item.at("/window/lastDay").asString()).isEqualTo("2019-03-10");
    assertThat(item.path("regime").asString()).isEqualTo("TP-2006");
    assertThat(list(code, "&knownAt=2014-03-10").at("/items/0/version").asInt()).isEqualTo(3);
    assertThat(ids(code, "&effectiveOn=2018-12-31&q=nobody")).isEmpty();
  }

  @Test
  void for_today_the_derived_list_is_the_announced_one() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    titled(world.candidate("Dupré", "Marie"), code).annul("CCP2", "2021-02-01");
    open(world.candidate("Martin", "Paul"), code, "2022-09-01").ccp("CCP2", "2023-03-10");
    Travel.open(world, world.candidate("Petit"), code, Route.TRAINING, "2013-10-01")
        .title("2014-06-20", Route.TRAINING);
    open(world.candidate("Late"), code, "2013-09-02").ccp("CCP1", "2014-03-10").day("2019-03-11");
    world.settled();
    assertThat(list(code, "&effectiveOn=2026-01-15")).isEqualTo(list(code, "")).isNotEmpty();
  }

  @Test
  void a_path_not_yet_known_or_not_yet_open_is_not_listed() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    Travel path = open(world.candidate("Martin", "Paul"), code, "2013-09-02");
    world.settled();
    assertThat(ids(code, "&effectiveOn=2013-09-01")).isEmpty();
    assertThat(ids(code, "&knownAt=2013-09-01")).isEmpty();
    assertThat(list(code, "&effectiveOn=2013-09-01").path("total").asInt()).isZero();
    assertThat(ids(code, "&effectiveOn=2013-09-02&knownAt=2013-09-02")).containsExactly(path.id());
  }

  @Test
  void what_follows_a_fact_not_known_yet_is_not_known_either() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    Travel path = open(world.candidate("Martin", "Paul"), code, "2013-09-02");
    path.forged(new TitleClosureNoted(path.path(), LocalDate.of(2013, 9, 1), "JO"), "2013-09-01");
    world.settled();
    assertThat(ids(code, "&knownAt=2013-09-01")).isEmpty();
    http.get("/api/paths/" + path.id() + "?knownAt=2013-09-01").problem(404, "UNKNOWN");
  }

  @Test
  void pages_of_a_derived_list_neither_repeat_nor_lose_a_path() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    CandidateId candidate = world.candidate("Martin", "Paul");
    for (int number = 0; number < 7; number++) {
      // Paths of the same day as well: their ids decide.
      open(candidate, code, "2014-0" + (1 + number / 3) + "-01");
    }
    titled(candidate, code);
    world.settled();
    String derived = "&effectiveOn=2020-06-15&knownAt=2020-06-15";
    List<String> expected = ids(code, "&status=OPEN");
    List<String> found = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = list(code, "&limit=3&status=OPEN" + derived + next);
      found.addAll(Http.each(page.path("items"), "/id"));
      assertThat(page.path("total").asInt()).isEqualTo(7);
      next = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
      // One that was not known then.
      open(candidate, code, "2021-01-04");
      world.settled();
      assertThat(list(code, derived).path("total").asInt()).isEqualTo(8);
    } while (!next.isEmpty());
    assertThat(found).containsExactlyElementsOf(expected).hasSize(7);
  }
}
