package fr.livret.query.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class PathListTest {
  private final World world;
  private final Http http;

  PathListTest(World world, Http http) {
    this.world = world;
    this.http = http;
  }

  private Travel open(CandidateId candidate, ReferentielCode code, String openedOn) {
    return Travel.open(world, candidate, code, Route.CAPITALISATION, openedOn);
  }

  private List<String> ids(String query) {
    return Http.each(http.json("/api/paths" + query).path("items"), "/id");
  }

  @Test
  void a_path_is_found_by_its_candidate_title_status_name_and_id() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    CandidateId zoe = world.candidate("Lefèvre-Ødegård", "Zoé");
    CandidateId other = world.candidate("Martin", "Paul");
    Travel titled =
        open(zoe, code, "2013-09-02")
            .ccp("CCP1", "2014-03-10")
            .ccp("CCP2", "2016-05-02")
            .ccp("CCP3", "2019-03-10")
            .title("2020-06-15", Route.CAPITALISATION);
    Travel begun = open(other, code, "2013-10-01").ccp("CCP2", "2014-03-10");
    world.settled();
    assertThat(ids("?candidateId=" + zoe)).containsExactly(titled.id());
    assertThat(ids("?certification=" + code)).containsExactly(begun.id(), titled.id());
    assertThat(ids("?certification=" + code + "&status=TITLE_AWARDED"))
        .containsExactly(titled.id());
    assertThat(ids("?certification=" + code + "&q=zoe%20LEFEVRE-odegard"))
        .containsExactly(titled.id());
    assertThat(ids("?q=" + begun.id().substring(0, 13).toUpperCase(Locale.ROOT)))
        .containsExactly(begun.id());
    assertThat(ids("?q=" + code.value().toLowerCase(Locale.ROOT)))
        .containsExactly(begun.id(), titled.id());
    assertThat(ids("?candidateId=" + zoe + "&status=OPEN")).isEmpty();
  }

  @Test
  void an_item_shows_the_window_as_announced_and_what_is_missing() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    open(world.candidate("Martin", "Paul"), code, "2013-10-01").ccp("CCP2", "2014-03-10");
    world.settled();
    JsonNode item = http.json("/api/paths?certification=" + code).at("/items/0");
    assertThat(item.at("/candidate/name").asString()).isEqualTo("Martin Paul");
    assertThat(item.path("regime").asString()).isEqualTo("TP-2006");
    assertThat(item.path("regimeEdition").asInt()).isEqualTo(1);
    assertThat(item.at("/window/state").asString()).isEqualTo("OPEN");
    assertThat(item.at("/window/lastDay").asString()).isEqualTo("2019-03-10");
    assertThat(Http.each(item.path("held"), "")).containsExactly("CCP2");
    assertThat(Http.each(item.path("missing"), "")).containsExactly("CCP1", "CCP3");
    assertThat(item.path("version").asInt()).isEqualTo(3);
  }

  @Test
  void pages_neither_repeat_nor_lose_a_path_while_others_come() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    CandidateId candidate = world.candidate("Martin", "Paul");
    List<String> expected = new ArrayList<>();
    for (int month = 9; month >= 3; month--) {
      expected.add(open(candidate, code, "2014-0" + month + "-01").id());
    }
    world.settled();
    List<String> found = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = http.json("/api/paths?limit=3&certification=" + code + next);
      found.addAll(Http.each(page.path("items"), "/id"));
      next = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
      // One that comes before and one that comes after where the reader stands.
      open(candidate, code, "2015-01-01");
      world.settled();
    } while (!next.isEmpty());
    assertThat(found).containsExactlyElementsOf(expected);
  }

  @Test
  void a_title_awarded_on_a_whole_session_leaves_nothing_missing() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    CandidateId candidate = world.candidate("Martin", "Paul");
    Travel.open(world, candidate, code, Route.TRAINING, "2013-10-01")
        .title("2014-06-20", Route.TRAINING);
    world.settled();
    JsonNode item = http.json("/api/paths?certification=" + code).at("/items/0");
    assertThat(item.path("titleAwardedOn").asString()).isEqualTo("2014-06-20");
    assertThat(item.path("missing")).isEmpty();
    assertThat(Http.each(item.path("held"), "")).containsExactly("CCP1", "CCP2", "CCP3");
  }
}
