package fr.livret.query.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a revision would do, told before it is decided. */
@QueryTest
class RevisionReportTest {
  private final World world;
  private final Http http;

  RevisionReportTest(World world, Http http) {
    this.world = world;
    this.http = http;
  }

  @Test
  void the_report_tells_who_loses_and_who_must_hurry_with_dates_and_stores_nothing() {
    ReferentielCode old = world.referentielLike("AMIS-2013");
    ReferentielCode next = world.referentielLike("AMIS-2013");
    CandidateId one = world.candidate("Nguyen", "Anh");
    CandidateId two = world.candidate("Diop", "Awa");
    Travel both =
        Travel.open(world, one, old, Route.CAPITALISATION, "2013-09-02")
            .ccp("CCP1", "2014-03-10")
            .ccp("CCP2", "2015-06-01");
    Travel second =
        Travel.open(world, two, old, Route.CAPITALISATION, "2013-09-02").ccp("CCP2", "2015-06-01");
    Travel.open(world, two, old, Route.CAPITALISATION, "2013-09-02")
        .ccp("CCP1", "2013-10-01")
        .ccp("CCP2", "2013-10-01")
        .ccp("CCP3", "2013-10-01")
        .title("2013-11-04", Route.CAPITALISATION);
    world.settled();
    JsonNode report = http.post(what(old, ""), body(next, "2016-01-11", "CCP2")).json();
    assertThat(report.path("openPaths").asInt()).isEqualTo(2);
    assertThat(report.at("/counts/LOSES").asInt()).isEqualTo(1);
    assertThat(report.at("/counts/GAINS").asInt()).isEqualTo(1);
    assertThat(report.at("/counts/UNCHANGED").asInt()).isEqualTo(1);
    JsonNode loses =
        http.post(what(old, "?effect=LOSES"), body(next, "2016-01-11", "CCP2"))
            .json()
            .at("/paths/items/0");
    assertThat(loses.path("pathId").asString()).isEqualTo(both.id());
    assertThat(loses.at("/candidate/name").asString()).isEqualTo("Nguyen Anh");
    assertThat(loses.at("/lost/0").asString()).isEqualTo("CCP1");
    assertThat(loses.at("/before/window/lastDay").asString()).isEqualTo("2019-03-10");
    assertThat(loses.at("/after/window/lastDay").asString()).isEqualTo("2020-06-01");
    JsonNode path = http.json("/api/paths/" + second.id());
    assertThat(path.path("certification").asString()).isEqualTo(old.value());
  }

  @Test
  void a_window_that_ends_within_twelve_months_of_the_day_makes_its_path_hurry() {
    ReferentielCode old = world.referentielLike("AMIS-2013");
    ReferentielCode next = world.referentielLike("AMIS-2013");
    CandidateId one = world.candidate("Petit", "Léa");
    Travel.open(world, one, old, Route.CAPITALISATION, "2013-09-02").ccp("CCP1", "2014-03-10");
    world.settled();
    assertThat(hurried(old, next, "2018-03-09")).isZero();
    assertThat(hurried(old, next, "2018-03-10")).isEqualTo(1);
  }

  @Test
  void pages_follow_each_other() {
    ReferentielCode old = world.referentielLike("AMIS-2013");
    ReferentielCode next = world.referentielLike("AMIS-2013");
    for (int i = 0; i < 3; i++) {
      CandidateId one = world.candidate("Petit", "Léa");
      Travel.open(world, one, old, Route.CAPITALISATION, "2013-09-02").ccp("CCP1", "2014-03-10");
    }
    world.settled();
    String body = body(next, "2016-01-11", "CCP1");
    JsonNode first = http.post(what(old, "?limit=2"), body).json().path("paths");
    JsonNode rest =
        http.post(what(old, "?limit=2&after=" + first.path("next").asString()), body)
            .json()
            .path("paths");
    assertThat(first.path("items").size()).isEqualTo(2);
    assertThat(rest.path("items").size()).isEqualTo(1);
    assertThat(rest.path("next").isNull()).isTrue();
    assertThat(first.path("total").asInt()).isEqualTo(3);
    assertThat(first.toString()).doesNotContain(rest.at("/items/0/pathId").asString());
  }

  @Test
  void a_title_that_is_not_published_and_a_body_that_is_wrong_are_named() {
    ReferentielCode old = world.referentielLike("AMIS-2013");
    world.settled();
    http.post(what(old, ""), body(new ReferentielCode("NONE-1"), "2016-01-11", "CCP1"))
        .problem(404, "UNKNOWN");
    JsonNode wrong = http.post(what(old, ""), "{\"equivalences\":[{\"from\":\"CCP1\"}]}").json();
    assertThat(Http.each(wrong.path("errors"), "/field"))
        .contains("decidedOn", "source", "successor", "equivalences[0].to");
  }

  private int hurried(ReferentielCode old, ReferentielCode next, String on) {
    return http.post(what(old, ""), body(next, on, "CCP1")).json().at("/counts/MUST_HURRY").asInt();
  }

  private static String what(ReferentielCode code, String query) {
    return "/api/referentiels/" + code + "/revision/what-if" + query;
  }

  private static String body(ReferentielCode next, String on, String alike) {
    return """
    {"decidedOn": "%s", "successor": "%s", "source": "Illustratif",
     "equivalences": [{"from": "%s", "to": ["%s"]}]}
    """
        .formatted(on, next, alike, alike);
  }
}
