package fr.livret.query.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Route;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class PathReadTest {
  private final World world;
  private final Http http;
  private final MovableClock clock;

  PathReadTest(World world, Http http, MovableClock clock) {
    this.world = world;
    this.http = http;
    this.clock = clock;
  }

  @BeforeEach
  void today() {
    clock.set("2026-01-15");
  }

  private Travel path(String like, Route route, String openedOn) {
    return Travel.open(
        world, world.candidate("Dupré", "Marie"), world.referentielLike(like), route, openedOn);
  }

  private Travel amis() {
    return path("AMIS-2013", Route.CAPITALISATION, "2013-09-02");
  }

  private JsonNode read(Travel path, String query) {
    return http.json("/api/paths/" + path.id() + query, "X-After-Version", path.version());
  }

  private static JsonNode ccp(JsonNode path, String code) {
    return StreamSupport.stream(path.path("ccps").spliterator(), false)
        .filter(ccp -> ccp.path("ccp").asString().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static String told(JsonNode path) {
    StringBuilder told = new StringBuilder(path.at("/window/state").asString());
    for (String field : new String[] {"anchor", "lastDay", "governedBy", "fulfilledOn"}) {
      if (path.path("window").has(field)) {
        told.append(' ').append(path.path("window").path(field).asString());
      }
    }
    path.path("ccps")
        .forEach(ccp -> {
          if (ccp.path("status").asString().equals("HELD")) {
            told.append(' ').append(ccp.path("ccp").asString());
          }
        });
    return told.toString();
  }

  @Test
  void w01_the_last_day_is_included_and_what_is_fulfilled_stays() {
    Travel path =
        amis().ccp("CCP1", "2014-03-10").ccp("CCP2", "2016-05-02").ccp("CCP3", "2019-03-10");
    assertThat(told(read(path, "?effectiveOn=2018-12-31")))
        .isEqualTo("OPEN 2014-03-10 2019-03-10 FIVE_YEARS CCP1 CCP2");
    assertThat(read(path, "?effectiveOn=2018-12-31").at("/window/daysLeft").asInt()).isEqualTo(69);
    assertThat(told(read(path, "?effectiveOn=2019-03-10")))
        .isEqualTo("FULFILLED 2019-03-10 CCP1 CCP2 CCP3");
    assertThat(told(read(path, ""))).isEqualTo("FULFILLED 2019-03-10 CCP1 CCP2 CCP3");
  }

  @Test
  void w02_a_lapsed_ccp_says_so_and_since_when() {
    Travel path =
        amis().ccp("CCP1", "2014-03-10").ccp("CCP2", "2016-05-02").ccp("CCP3", "2019-03-11");
    JsonNode answer = read(path, "?effectiveOn=2019-03-11");
    assertThat(told(answer)).isEqualTo("OPEN 2016-05-02 2021-05-02 FIVE_YEARS CCP2 CCP3");
    assertThat(ccp(answer, "CCP1").path("status").asString()).isEqualTo("LAPSED");
    assertThat(ccp(answer, "CCP1").path("obtainedOn").asString()).isEqualTo("2014-03-10");
    assertThat(ccp(answer, "CCP1").path("lapsedOn").asString()).isEqualTo("2019-03-11");
    assertThat(ccp(answer, "CCP1").path("title").asString()).startsWith("PREVENIR");
  }

  @Test
  void w06_what_was_known_before_a_late_record_stays_answerable() {
    Travel path =
        amis().ccp("CCP2", "2015-06-01", "2015-06-10").ccp("CCP1", "2014-01-20", "2015-09-01");
    assertThat(told(read(path, "?effectiveOn=2015-12-31")))
        .isEqualTo("OPEN 2014-01-20 2019-01-20 FIVE_YEARS CCP1 CCP2");
    JsonNode before = read(path, "?effectiveOn=2015-08-01&knownAt=2015-08-01");
    assertThat(told(before)).isEqualTo("OPEN 2015-06-01 2020-06-01 FIVE_YEARS CCP2");
    assertThat(before.at("/asOf/effectiveOn").asString()).isEqualTo("2015-08-01");
    assertThat(before.at("/asOf/knownAt").asString()).isEqualTo("2015-08-01T21:59:59.999999999Z");
    assertThat(before.path("version").asInt()).isEqualTo(3);
  }

  @Test
  void a_day_means_its_end_in_paris_and_an_instant_itself() {
    Travel path = amis().ccp("CCP1", "2014-03-10", "2014-03-20");
    String of = "?effectiveOn=2014-03-25&knownAt=";
    assertThat(told(read(path, of + "2014-03-19"))).isEqualTo("NONE");
    assertThat(told(read(path, of + "2014-03-20"))).startsWith("OPEN");
    assertThat(told(read(path, of + "2014-03-20T10:59:59Z"))).isEqualTo("NONE");
    assertThat(told(read(path, of + "2014-03-20T11:00:00Z"))).startsWith("OPEN");
    assertThat(told(read(path, of + Http.in("2014-03-20T12:00:00+01:00")))).startsWith("OPEN");
  }

  @Test
  void w07_an_annulment_re_anchors_and_is_not_known_before() {
    Travel path =
        amis().ccp("CCP1", "2014-01-20").ccp("CCP2", "2015-06-01").annul("CCP1", "2016-02-10");
    JsonNode after = read(path, "?effectiveOn=2016-02-10");
    assertThat(told(after)).isEqualTo("OPEN 2015-06-01 2020-06-01 FIVE_YEARS CCP2");
    assertThat(ccp(after, "CCP1").path("status").asString()).isEqualTo("ANNULLED");
    assertThat(ccp(after, "CCP1").path("annulledOn").asString()).isEqualTo("2016-02-10");
    assertThat(told(read(path, "?effectiveOn=2016-01-31&knownAt=2016-01-31")))
        .isEqualTo("OPEN 2014-01-20 2019-01-20 FIVE_YEARS CCP1 CCP2");
  }

  @Test
  void w10_validity_closure_and_prorogation_each_as_it_was_known() {
    clock.set("2029-09-03");
    Travel path =
        path("AMIS-2023", Route.CAPITALISATION, "2024-09-02")
            .ccp("CCP1", "2025-02-03")
            .closed("2028-06-01")
            .day("2029-07-03")
            .prorogued("2029-09-03", "2033-07-02");
    assertThat(told(read(path, "?effectiveOn=2026-01-01&knownAt=2026-01-01")))
        .isEqualTo("OPEN 2025-02-03 2028-07-02 TITLE_VALIDITY CCP1");
    assertThat(told(read(path, "?effectiveOn=2028-07-03&knownAt=2028-07-03")))
        .isEqualTo("OPEN 2025-02-03 2029-07-02 TITLE_CLOSURE CCP1");
    assertThat(told(read(path, "?effectiveOn=2029-07-03&knownAt=2029-07-03"))).isEqualTo("NONE");
    JsonNode now = read(path, "?effectiveOn=2029-09-03");
    assertThat(told(now)).isEqualTo("OPEN 2025-02-03 2030-02-03 FIVE_YEARS CCP1");
    assertThat(Http.each(now.at("/window/limits"), "/rule"))
        .containsExactly("FIVE_YEARS", "TITLE_VALIDITY");
    assertThat(Http.each(now.at("/window/limits"), "/mark")).allMatch(it -> !it.isEmpty());
    assertThat(Http.each(now.at("/window/limits"), "/citation")).allMatch(it -> !it.isEmpty());
    assertThat(Http.each(now.at("/window/limits"), "/source")).allMatch(it -> !it.isEmpty());
  }

  @Test
  void w11_a_ccp_held_again_still_shows_its_last_lapse() {
    Travel path =
        path("AMIS-2013", Route.CAPITALISATION, "2011-09-05")
            .ccp("CCP1", "2012-01-01")
            .ccp("CCP2", "2014-01-01")
            .ccp("CCP1", "2017-01-02");
    JsonNode ccp1 = ccp(read(path, "?effectiveOn=2017-01-02"), "CCP1");
    assertThat(ccp1.path("status").asString()).isEqualTo("HELD");
    assertThat(ccp1.path("obtainedOn").asString()).isEqualTo("2017-01-02");
    assertThat(ccp1.path("lapsedOn").asString()).isEqualTo("2017-01-02");
  }

  @Test
  void a_private_title_has_no_window() {
    Travel path = path("AICMP-2022", Route.TRAINING, "2022-03-01").ccp("BC01", "2022-06-10");
    JsonNode answer = read(path, "?effectiveOn=2024-05-30");
    assertThat(told(answer)).isEqualTo("UNLIMITED BC01");
    assertThat(answer.at("/window/limits")).isEmpty();
    assertThat(answer.at("/window/target").asString()).isEqualTo("ALL_CCPS");
  }

  @Test
  void a_title_is_shown_from_its_day_on_and_called_into_question_by_a_later_annulment() {
    Travel path =
        amis()
            .ccp("CCP1", "2014-03-10")
            .ccp("CCP2", "2016-05-02")
            .ccp("CCP3", "2019-03-10")
            .title("2020-06-15", Route.CAPITALISATION);
    assertThat(read(path, "?effectiveOn=2020-06-14").path("status").asString()).isEqualTo("OPEN");
    JsonNode titled = read(path, "?effectiveOn=2020-06-15");
    assertThat(titled.path("status").asString()).isEqualTo("TITLE_AWARDED");
    assertThat(titled.at("/title/awardedOn").asString()).isEqualTo("2020-06-15");
    assertThat(titled.at("/title/inQuestion").asBoolean()).isFalse();
    path.annul("CCP2", "2021-02-01");
    assertThat(read(path, "").at("/title/inQuestion").asBoolean()).isTrue();
    assertThat(read(path, "?effectiveOn=2021-01-31").at("/title/inQuestion").asBoolean()).isFalse();
    assertThat(read(path, "?knownAt=2021-01-31").at("/title/inQuestion").asBoolean()).isFalse();
  }

  @Test
  void the_answer_says_whose_path_it_is_under_which_law_and_by_which_date() {
    Travel path = amis().ccp("CCP1", "2014-03-10");
    Http.Answer answer = http.get("/api/paths/" + path.id(), "X-After-Version", path.version());
    JsonNode json = answer.json();
    assertThat(answer.header("ETag")).isEqualTo("\"3\"");
    assertThat(json.path("id").asString()).isEqualTo(path.id());
    assertThat(json.path("version").asInt()).isEqualTo(3);
    assertThat(json.path("regime").asString()).isEqualTo("TP-2006");
    assertThat(json.path("regimeEdition").asInt()).isEqualTo(1);
    assertThat(json.path("route").asString()).isEqualTo("CAPITALISATION");
    assertThat(json.path("dateUsed").asString()).isEqualTo("OBTAINED");
    assertThat(json.at("/window/target").asString()).isEqualTo("ALL_CCPS");
    world.settled();
    assertThat(read(path, "").at("/candidate/name").asString()).isEqualTo("Dupré Marie");
  }

  @Test
  void what_a_clock_ahead_of_ours_has_recorded_is_read_unless_the_past_is_asked_for() {
    Travel path = amis().ccp("CCP1", "2014-03-10", "2026-01-15");
    clock.set(MovableClock.noon("2026-01-15").minusSeconds(30));
    assertThat(read(path, "").path("version").asString()).isEqualTo(path.version());
    assertThat(read(path, "?knownAt=2026-01-15T10:59:30Z").path("version").asInt()).isOne();
  }

  @Test
  void before_it_was_known_or_open_there_is_no_path() {
    Travel path = amis();
    assertThat(read(path, "?effectiveOn=2013-09-02&knownAt=2013-09-02").path("status").asString())
        .isEqualTo("OPEN");
    String at = "/api/paths/" + path.id();
    http.get(at + "?knownAt=2013-09-01").problem(404, "UNKNOWN");
    JsonNode problem = http.get(at + "?effectiveOn=2013-09-01").problem(404, "UNKNOWN");
    assertThat(problem.path("effectiveOn").asString()).isEqualTo("2013-09-01");
    for (String id : List.of(UUID.randomUUID().toString(), "not-an-id", "1-1-1-1-1")) {
      http.get("/api/paths/" + id).problem(404, "UNKNOWN");
      http.get("/api/paths/" + id + "/history").problem(404, "UNKNOWN");
    }
  }

  @Test
  void a_path_keeps_the_version_of_the_referentiel_it_pinned() {
    Travel path = amis().ccp("CCP1", "2014-03-10");
    String code = path.law().referentiel().code().value();
    world.publish(code, "AMIS-2013", " (revised)", "2020-01-06");
    JsonNode answer = read(path, "");
    assertThat(answer.path("certificationVersion").asInt()).isEqualTo(1);
    assertThat(answer.path("certificationTitle").asString()).doesNotContain("revised");
  }
}
