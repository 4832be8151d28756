package fr.livret.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import fr.livret.query.Told;
import fr.livret.query.Travel;
import fr.livret.query.World;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The figures of another day, and those another day knew. */
@QueryTest
class StatisticsMomentTest {
  private final World world;
  private final Http http;
  private final JdbcClient jdbc;

  StatisticsMomentTest(World world, Http http, JdbcClient jdbc) {
    this.world = world;
    this.http = http;
    this.jdbc = jdbc;
  }

  private JsonNode table(ReferentielCode code, String query) {
    world.settled();
    return http.json("/api/statistics?certification=" + code + query);
  }

  private int certified(ReferentielCode code, String query) {
    return table(code, query).at("/overall/0/certified").asInt();
  }

  @Test
  void what_was_recorded_exactly_then_was_known_and_a_microsecond_before_was_not() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    Told told = Told.of(world, code, Route.TRAINING).recordedOn("2026-01-05").in("S1", 1);
    told.title("2019-04-01");
    assertThat(certified(code, "&knownAt=2026-01-05T10:59:59.999999Z")).isZero();
    assertThat(certified(code, "&knownAt=2026-01-05T11:00:00Z")).isEqualTo(1);
    assertThat(certified(code, "&knownAt=2026-01-04")).isZero();
    assertThat(certified(code, "&knownAt=2026-01-05")).isEqualTo(1);
    assertThat(certified(code, "")).isEqualTo(1);
    told.recordedOn("2026-01-12").titleAnnulled("2019-04-01", "2019-06-03");
    assertThat(certified(code, "")).isZero();
    assertThat(certified(code, "&knownAt=2026-01-11")).isEqualTo(1);
    assertThat(certified(code, "&knownAt=2026-01-12")).isZero();
    // What is known now annulled it, and it never counted on any day.
    assertThat(certified(code, "&effectiveOn=2019-04-01")).isZero();
  }

  @Test
  void a_title_counts_from_its_day_on_and_no_longer_from_the_day_it_was_withdrawn() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    Told.of(world, code, Route.TRAINING)
        .title("2019-04-01")
        .sixMonths("2019-10-01", true, true)
        .withdrawn("2019-04-01", "2020-01-06");
    assertThat(certified(code, "&effectiveOn=2019-03-31")).isZero();
    assertThat(certified(code, "&effectiveOn=2019-04-01")).isEqualTo(1);
    assertThat(certified(code, "&effectiveOn=2020-01-05")).isEqualTo(1);
    assertThat(certified(code, "&effectiveOn=2020-01-06")).isZero();
    String answers = "/overall/0/insertionAt6Months/of";
    assertThat(table(code, "&effectiveOn=2019-09-30").at(answers).asInt()).isZero();
    assertThat(table(code, "&effectiveOn=2019-10-01").at(answers).asInt()).isEqualTo(1);
  }

  @Test
  void both_directions_at_once_and_the_answer_says_which() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    Told told = Told.of(world, code, Route.TRAINING).recordedOn("2026-01-05");
    told.title("2019-04-01").recordedOn("2026-01-12").withdrawn("2019-04-01", "2020-01-06");
    assertThat(certified(code, "&effectiveOn=2020-01-06&knownAt=2026-01-11")).isEqualTo(1);
    JsonNode answer = table(code, "&effectiveOn=2020-01-06&knownAt=2026-01-12");
    assertThat(answer.path("overall").at("/0/certified").asInt()).isZero();
    assertThat(answer.path("effectiveOn").asString()).isEqualTo("2020-01-06");
    assertThat(answer.path("knownAt").asString()).startsWith("2026-01-12T22:59:59.999");
    assertThat(answer.path("to").asString()).isEqualTo("2020-01-06");
    assertThat(table(code, "").has("knownAt")).isFalse();
  }

  @Test
  void sessions_and_lapses_too() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    Told.of(world, code, Route.TRAINING)
        .recordedOn("2026-01-05")
        .refused("2018-03-05")
        .recordedOn("2026-01-12")
        .title("2018-09-03");
    Travel.open(world, world.candidate("Petit"), code, Route.CAPITALISATION, "2012-01-02")
        .ccp("CCP1", "2012-01-10")
        .day("2017-01-11");
    String sessions = "/api/statistics/sessions?certification=" + code;
    world.settled();
    assertThat(http.json(sessions).path("total").asInt()).isEqualTo(2);
    assertThat(http.json(sessions + "&knownAt=2026-01-05").path("total").asInt()).isEqualTo(1);
    assertThat(http.json(sessions + "&effectiveOn=2018-03-04").path("total").asInt()).isZero();
    String expired = "/overall/0/windowsExpired";
    assertThat(table(code, "&effectiveOn=2017-01-10").at(expired).asInt()).isZero();
    assertThat(table(code, "&effectiveOn=2017-01-11").at(expired).asInt()).isEqualTo(1);
    assertThat(table(code, "&knownAt=2017-01-10").at(expired).asInt()).isZero();
    assertThat(table(code, "&knownAt=2017-01-11").at(expired).asInt()).isEqualTo(1);
  }

  @Test
  void by_what_is_known_today_the_figures_of_every_title_are_those_of_today() {
    world.settled();
    JsonNode now = http.json("/api/statistics");
    for (String query : new String[] {"?effectiveOn=2100-01-01", "?knownAt=2100-01-01"}) {
      JsonNode then = http.json("/api/statistics" + query + "&to=2100-01-01");
      assertThat(then.path("items")).isEqualTo(now.path("items"));
    }
    JsonNode both = http.json("/api/statistics?knownAt=2100-01-01&effectiveOn=2100-01-01");
    assertThat(both.path("overall")).isEqualTo(now.path("overall"));
    assertThat(
            jdbc.sql(
                    "select count(*) from pg_namespace where nspname like 'pg\\_temp%' and exists"
                        + " (select from pg_class where relnamespace = pg_namespace.oid)")
                .query(Long.class)
                .single())
        .as("nothing is left behind")
        .isZero();
    http.get("/api/statistics?knownAt=tomorrow").problem(400, "MALFORMED");
  }
}
