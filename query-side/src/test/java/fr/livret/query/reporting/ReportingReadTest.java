package fr.livret.query.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import fr.livret.query.Told;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class ReportingReadTest {
  private final World world;
  private final Http http;

  ReportingReadTest(World world, Http http) {
    this.world = world;
    this.http = http;
  }

  private String csv(String view) {
    Http.Answer answer = http.get("/api/reporting/" + view + ".csv", "Accept", "text/csv");
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    return answer.response().body();
  }

  @Test
  void every_view_and_every_column_says_what_it_means() {
    JsonNode views = http.json("/api/reporting").path("views");
    assertThat(Http.each(views, "/name"))
        .containsExactly(
            "ccp_results",
            "ccps",
            "certified_by_year",
            "expired_windows",
            "paths",
            "sessions",
            "title_decisions",
            "titles",
            "windows");
    views.forEach(view -> {
      assertThat(view.path("description").asString()).as(view.path("name").asString()).isNotBlank();
      assertThat(view.path("columns"))
          .allSatisfy(column ->
              assertThat(column.path("description").asString())
                  .as(view.path("name") + " " + column.path("name"))
                  .isNotBlank());
    });
  }

  @Test
  void the_columns_dashboards_were_built_on_stay() {
    assertThat(csv("certified_by_year").lines().findFirst().orElseThrow())
        .startsWith(
            "certification,year,certified,certified_after_vae,answers_6m,employed_6m,"
                + "insertion_6m_rate,in_occupation_6m,in_occupation_6m_rate,answers_2y,"
                + "in_occupation_2y,in_occupation_2y_rate,titles_judged,titles_awarded,"
                + "titles_partial,titles_refused,title_absences,title_success_rate,ccps_judged,"
                + "ccps_granted,ccp_success_rate,titles_after_ccps,median_days_first_ccp_to_title,"
                + "windows_expired");
    assertThat(csv("sessions").lines().findFirst().orElseThrow())
        .startsWith(
            "held_on,certification,session_id,year,judged,awarded,partial,refused,absent,"
                + "success_rate");
    assertThat(csv("windows").lines().findFirst().orElseThrow())
        .startsWith(
            "last_day,path_id,candidate_id,certification,regime,regime_edition,route,anchor,"
                + "governed_by,ccps_held");
  }

  @Test
  void each_view_is_there_as_csv_and_no_name_is_in_any() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    Travel open =
        Travel.open(
                world,
                world.candidate("Nominativus", "Prænomen"),
                code,
                Route.CAPITALISATION,
                "2013-09-02")
            .ccp("CCP1", "2024-03-11");
    Told.of(world, code, Route.TRAINING)
        .in("=cmd, \"x\"", 1)
        .wholeTitle("2020-06-10")
        .sixMonths("2020-12-10", true, true);
    world.settled();
    for (String view : Http.each(http.json("/api/reporting").path("views"), "/name")) {
      String csv = csv(view);
      assertThat(csv).endsWith("\r\n").doesNotContain("Nominativus").doesNotContain("Prænomen");
    }
    assertThat(line("windows", open.id())).startsWith("2029-03-11," + open.id() + ",");
    assertThat(line("certified_by_year", code + ",2020"))
        .isEqualTo(code + ",2020,1,0,1,1,100.0,1,100.0,0,0,-,1,1,0,0,0,100.0,3,3,100.0,0,-,0");
    assertThat(line("sessions", code.value()))
        .isEqualTo("2020-06-10," + code + ",\"'=cmd, \"\"x\"\"\",2020,1,1,0,0,0,100.0,");
  }

  @Test
  void a_view_is_written_as_of_another_day_and_as_it_was_known() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    Told told = Told.of(world, code, Route.TRAINING).recordedOn("2026-01-05").in("S1", 1);
    told.wholeTitle("2020-06-10").recordedOn("2026-01-12").withdrawn("2020-06-10", "2021-03-01");
    Travel open =
        Travel.open(world, world.candidate("Petit"), code, Route.CAPITALISATION, "2012-01-02")
            .ccp("CCP1", "2012-01-10")
            .day("2017-01-11");
    world.settled();
    String year = code + ",2020";
    assertThat(line("certified_by_year", year)).startsWith(year + ",0,");
    // Recorded at noon in Paris, which is 11:00 UTC: exactly then it is known.
    String at = "certified_by_year.csv?knownAt=2026-01-";
    assertThat(then(at + "05T10:59:59.999999Z", year)).isEmpty();
    assertThat(then(at + "05T11:00:00Z", year).getFirst()).startsWith(year + ",1,");
    assertThat(then(at + "12T11:00:00Z", year).getFirst()).startsWith(year + ",0,");
    String asOf = ".csv?effectiveOn=";
    assertThat(then("titles" + asOf + "2020-06-09", told.id())).isEmpty();
    assertThat(then("titles" + asOf + "2020-06-10", told.id())).hasSize(1);
    assertThat(then("titles" + asOf + "2021-03-01", told.id())).isEmpty();
    assertThat(then("ccp_results" + asOf + "2020-06-09", told.id())).isEmpty();
    assertThat(then("ccp_results" + asOf + "2020-06-10", told.id())).hasSize(3);
    assertThat(then("sessions" + asOf + "2020-06-09", code.value())).isEmpty();
    assertThat(then("paths" + asOf + "2012-01-01", open.id())).isEmpty();
    assertThat(then("paths" + asOf + "2012-01-09", open.id()).getFirst()).contains("2012-01-02,,");
    assertThat(then("windows" + asOf + "2012-01-09", open.id())).isEmpty();
    assertThat(then("windows" + asOf + "2017-01-10", open.id()).getFirst())
        .startsWith("2017-01-10," + open.id() + ",");
    assertThat(then("windows" + asOf + "2017-01-11", open.id())).isEmpty();
    assertThat(then("expired_windows" + asOf + "2017-01-10", open.id())).isEmpty();
    assertThat(then("expired_windows" + asOf + "2017-01-11", open.id())).hasSize(1);
    for (String view : Http.each(http.json("/api/reporting").path("views"), "/name")) {
      assertThat(then(view + ".csv?knownAt=2100-01-01&effectiveOn=2100-01-01", code.value()))
          .as(view)
          .isEqualTo(csv(view).lines().filter(one -> one.contains(code.value())).toList());
    }
    http.get("/api/reporting/paths.csv?knownAt=tomorrow").problem(400, "MALFORMED");
  }

  private List<String> then(String view, String with) {
    Http.Answer answer = http.get("/api/reporting/" + view);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.response().body().lines().filter(one -> one.contains(with)).toList();
  }

  private String line(String view, String with) {
    return csv(view).lines().filter(one -> one.contains(with)).findFirst().orElseThrow();
  }

  @Test
  void a_view_of_many_rows_comes_whole() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    List<Told> many =
        IntStream.range(0, 1_100).mapToObj(_ -> Told.of(world, code, Route.TRAINING)).toList();
    world.settled();
    assertThat(csv("paths").lines().filter(line -> line.contains(code.value())))
        .hasSize(many.size());
  }

  @Test
  void only_a_view_there_is_can_be_read() {
    http.get("/api/reporting/path.csv").problem(404, "UNKNOWN");
    http.get("/api/reporting/path.csv", "Accept", "text/csv").problem(404, "UNKNOWN");
    http.get("/api/reporting/" + Http.in("paths\" where true --") + ".csv").problem(404, "UNKNOWN");
    http.get("/api/reporting/paths.csv?limit=2").problem(400, "MALFORMED");
    http.get("/api/reporting?view=paths").problem(400, "MALFORMED");
  }
}
