package fr.livret.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.session.Candidacy;
import fr.livret.kernel.session.Plan;
import fr.livret.kernel.session.Result;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.session.SessionEvent.CandidateEnrolled;
import fr.livret.kernel.session.SessionEvent.MinutesSigned;
import fr.livret.kernel.session.SessionEvent.SessionAnnulled;
import fr.livret.kernel.session.SessionEvent.SessionPlanned;
import fr.livret.kernel.session.SessionId;
import fr.livret.kernel.session.SessionKind;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.Told;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class StatisticsReadTest {
  private final World world;
  private final Http http;

  StatisticsReadTest(World world, Http http) {
    this.world = world;
    this.http = http;
  }

  private ReferentielCode amis() {
    return world.referentielLike("AMIS-2013");
  }

  private Told capitalising(ReferentielCode code) {
    return Told.of(world, code, Route.CAPITALISATION);
  }

  private JsonNode table(ReferentielCode code, String query) {
    world.settled();
    return http.json("/api/statistics?certification=" + code + query);
  }

  private JsonNode year(ReferentielCode code, int year) {
    JsonNode items = table(code, "&year=" + year).path("items");
    assertThat(items).hasSize(1);
    assertThat(items.path(0).path("year").asInt()).isEqualTo(year);
    return items.path(0);
  }

  private static String rate(JsonNode figures, String name) {
    JsonNode rate = figures.path(name);
    return rate.path("rate").toString() + " " + rate.path("count") + "/" + rate.path("of");
  }

  @Test
  void a_year_as_a_certifying_body_publishes_it() {
    ReferentielCode code = amis();
    capitalising(code)
        .title("2020-03-02")
        .sixMonths("2020-09-02", true, true)
        .twoYears("2022-03-02", true, true);
    capitalising(code)
        .title("2020-03-02")
        .sixMonths("2020-09-10", true, false)
        .twoYears("2022-03-10", true, false);
    capitalising(code).title("2020-06-15").sixMonths("2020-12-15", false, false);
    Told.of(world, code, Route.VAE).title("2020-06-15");
    JsonNode figures = year(code, 2020);
    assertThat(figures.path("certified").asInt()).isEqualTo(4);
    assertThat(figures.path("certifiedAfterVae").asInt()).isEqualTo(1);
    assertThat(rate(figures, "insertionAt6Months")).isEqualTo("66.7 2/3");
    assertThat(rate(figures, "inOccupationAt6Months")).isEqualTo("33.3 1/3");
    assertThat(rate(figures, "inOccupationAt2Years")).isEqualTo("50.0 1/2");
    assertThat(rate(table(code, "&route=VAE").at("/items/0"), "insertionAt6Months"))
        .isEqualTo("\"-\" 0/0");
    assertThat(table(code, "&route=TRAINING").path("items")).isEmpty();
  }

  @Test
  void a_rate_without_an_answer_is_a_dash_and_neither_0_nor_100() {
    ReferentielCode code = amis();
    capitalising(code).title("2021-05-03");
    JsonNode figures = year(code, 2021);
    assertThat(rate(figures, "insertionAt6Months")).isEqualTo("\"-\" 0/0");
    assertThat(rate(figures, "inOccupationAt6Months")).isEqualTo("\"-\" 0/0");
    assertThat(rate(figures, "inOccupationAt2Years")).isEqualTo("\"-\" 0/0");
    assertThat(rate(figures, "ccpSuccess")).isEqualTo("\"-\" 0/0");
    assertThat(figures.at("/firstCcpToTitle/medianDays").asString()).isEqualTo("-");
    assertThat(figures.at("/titles/success/rate").toString()).isEqualTo("100.0");
    assertThat(table(amis(), "").path("items")).isEmpty();
  }

  @Test
  void nobody_employed_is_0_and_everybody_is_100() {
    ReferentielCode code = amis();
    capitalising(code).title("2021-05-03").sixMonths("2021-11-03", false, false);
    capitalising(code).title("2022-05-03").sixMonths("2022-11-03", true, true);
    assertThat(rate(year(code, 2021), "insertionAt6Months")).isEqualTo("0.0 0/1");
    assertThat(rate(year(code, 2022), "insertionAt6Months")).isEqualTo("100.0 1/1");
  }

  @Test
  void the_last_of_december_and_the_first_of_january_are_two_years() {
    ReferentielCode code = amis();
    capitalising(code).ccp("CCP1", "2014-12-30").title("2014-12-31");
    capitalising(code).ccp("CCP1", "2014-12-30").title("2015-01-01");
    capitalising(code).title("2015-12-31");
    assertThat(year(code, 2014).path("certified").asInt()).isEqualTo(1);
    assertThat(year(code, 2015).path("certified").asInt()).isEqualTo(2);
    assertThat(table(code, "&from=2014-12-31&to=2015-01-01").at("/overall/0/certified").asInt())
        .isEqualTo(2);
    assertThat(table(code, "&from=2015-01-01&to=2015-12-30").at("/overall/0/certified").asInt())
        .isEqualTo(1);
  }

  @Test
  void an_award_annulled_never_counted_and_one_withdrawn_counts_no_longer() {
    ReferentielCode code = amis();
    capitalising(code).in("S1", 1).title("2019-04-01").titleAnnulled("2019-04-01", "2019-06-03");
    Told again = capitalising(code).in("S1", 1).title("2019-04-01");
    again.sixMonths("2019-10-01", true, true).titleAnnulled("2019-04-01", "2019-11-04");
    again.in("S2", 1).title("2019-12-02");
    capitalising(code)
        .title("2019-04-01")
        .sixMonths("2019-10-01", true, true)
        .withdrawn("2019-04-01", "2020-01-06");
    JsonNode figures = year(code, 2019);
    assertThat(figures.path("certified").asInt()).isEqualTo(1);
    assertThat(rate(figures, "insertionAt6Months")).isEqualTo("\"-\" 0/0");
    // What the jury decided stays its decision until it is annulled; a withdrawal does not undo it.
    assertThat(rate(figures.path("titles"), "success")).isEqualTo("100.0 2/2");
  }

  @Test
  void a_person_counts_once_for_a_title_and_a_year() {
    ReferentielCode code = amis();
    CandidateId twice = new CandidateId(UUID.randomUUID());
    Told.of(world, twice, code, Route.CAPITALISATION, "2013-01-07").title("2018-02-05");
    Told.of(world, twice, code, Route.VAE, "2013-01-07").title("2018-09-03");
    Told.of(world, twice, code, Route.VAE, "2013-01-07").title("2019-09-02");
    assertThat(year(code, 2018).path("certified").asInt()).isEqualTo(1);
    assertThat(year(code, 2018).path("certifiedAfterVae").asInt()).isEqualTo(1);
    assertThat(table(code, "").at("/overall/0/certified").asInt()).isEqualTo(1);
  }

  @Test
  void an_answer_given_again_replaces_the_one_before() {
    ReferentielCode code = amis();
    capitalising(code)
        .title("2018-02-05")
        .sixMonths("2018-08-06", false, false)
        .sixMonths("2018-08-20", true, true);
    assertThat(rate(year(code, 2018), "insertionAt6Months")).isEqualTo("100.0 1/1");
  }

  private void session(ReferentielCode code) {
    Told.of(world, code, Route.TRAINING).in("S-1", 1).wholeTitle("2020-06-10");
    Told.of(world, code, Route.TRAINING).in("S-1", 1).refused("2020-06-10", "CCP1");
    Told.of(world, code, Route.TRAINING).in("S-1", 1).absent("2020-06-10");
  }

  @Test
  void the_success_of_a_session_is_taken_of_those_who_came() {
    ReferentielCode code = amis();
    session(code);
    Told refused = Told.of(world, code, Route.TRAINING).in("S-1", 1).refused("2020-06-10");
    Told.of(world, code, Route.TRAINING).wholeTitle("2020-09-14");
    Told.of(world, code, Route.TRAINING).absent("2020-10-05");
    world.settled();
    JsonNode page = http.json("/api/statistics/sessions?certification=" + code);
    assertThat(Http.each(page.path("items"), "/heldOn"))
        .containsExactly("2020-10-05", "2020-09-14", "2020-06-10");
    assertThat(rate(page.at("/items/0/decisions"), "success")).isEqualTo("\"-\" 0/0");
    JsonNode first = page.at("/items/2");
    assertThat(first.path("sessionId").asString()).isEqualTo("S-1");
    assertThat(rate(first.path("decisions"), "success")).isEqualTo("33.3 1/3");
    assertThat(first.at("/decisions/partial").asInt()).isEqualTo(1);
    assertThat(first.at("/decisions/refused").asInt()).isEqualTo(1);
    assertThat(first.at("/decisions/absent").asInt()).isEqualTo(1);
    assertThat(rate(year(code, 2020).path("titles"), "success")).isEqualTo("50.0 2/4");

    refused.refusalAnnulled("2020-06-10", "2020-07-06");
    assertThat(rate(year(code, 2020).path("titles"), "success")).isEqualTo("66.7 2/3");
    JsonNode second = http.json("/api/statistics/sessions?limit=2&certification=" + code);
    assertThat(second.path("total").asInt()).isEqualTo(3);
    JsonNode rest =
        http.json(
            "/api/statistics/sessions?limit=2&certification="
                + code
                + "&after="
                + second.path("next").asString());
    assertThat(Http.each(rest.path("items"), "/heldOn")).containsExactly("2020-06-10");
    assertThat(rest.path("next").isNull()).isTrue();
  }

  @Test
  void a_ccp_is_granted_or_refused_alone_or_with_the_whole_title() {
    ReferentielCode code = amis();
    session(code);
    // Held before, so that the jury does not judge it again.
    Told.of(world, code, Route.TRAINING).ccp("CCP3", "2020-02-03").refused("2020-06-11");
    // Awarded on CCPs that were each counted when they were obtained.
    capitalising(code)
        .ccp("CCP1", "2020-01-06")
        .ccp("CCP2", "2020-01-06")
        .ccp("CCP3", "2020-01-06")
        .title("2020-03-02");
    capitalising(code).ccp("CCP2", "2020-04-06").ccpAnnulled("CCP2", "2020-04-06", "2020-05-04");
    JsonNode figures = year(code, 2020);
    JsonNode ccps = figures.path("ccps");
    assertThat(Http.each(ccps, "/ccp")).containsExactly("CCP1", "CCP2", "CCP3");
    // Granted whole, granted in part, refused, obtained.
    assertThat(rate(ccps.path(0), "success")).isEqualTo("75.0 3/4");
    // Granted whole, refused twice, obtained.
    assertThat(rate(ccps.path(1), "success")).isEqualTo("50.0 2/4");
    // Granted whole, refused once, obtained twice.
    assertThat(rate(ccps.path(2), "success")).isEqualTo("75.0 3/4");
    assertThat(rate(figures, "ccpSuccess")).isEqualTo("66.7 8/12");
  }

  @Test
  void a_ccp_refused_in_a_session_of_its_own_counts_once_the_minutes_are_signed() {
    ReferentielCode code = amis();
    Told granted = capitalising(code).in("elsewhere", 1).ccp("CCP1", "2020-05-04");
    SessionId session = new SessionId(UUID.randomUUID());
    PathId path = new PathId(UUID.fromString(granted.id()));
    Plan plan = new Plan(SessionKind.CCP, code, LocalDate.of(2020, 5, 4), "LYON", null, null, null);
    CcpCode ccp = new CcpCode("CCP2");
    Candidacy candidacy =
        new Candidacy(
            path,
            new CandidateId(UUID.randomUUID()),
            Route.CAPITALISATION,
            Set.of(ccp),
            null,
            Set.of());
    Result result =
        new Result(
            path,
            Result.Outcome.CCPS,
            false,
            Set.of(),
            List.of(new Result.CcpResult(ccp, false, Set.of())),
            null,
            null,
            null);
    tell(
        new SessionPlanned(session, plan, 1, new RegimeId("TP-2006", 1), plan.heldOn()),
        new CandidateEnrolled(session, candidacy, plan.heldOn()));
    assertThat(rate(year(code, 2020), "ccpSuccess")).isEqualTo("100.0 1/1");
    tell(new MinutesSigned(session, 1, plan.heldOn(), Set.of("m"), List.of(result), "rule"));
    assertThat(rate(year(code, 2020), "ccpSuccess")).isEqualTo("50.0 1/2");
    assertThat(table(code, "&route=VAE").path("items")).isEmpty();
    tell(new SessionAnnulled(session, LocalDate.of(2020, 9, 7), "reason", null, "rule"));
    assertThat(rate(year(code, 2020), "ccpSuccess")).isEqualTo("100.0 1/1");
  }

  private void tell(SessionEvent... events) {
    world.store(
        "session",
        events[0].session().toString(),
        MovableClock.noon("2025-12-01"),
        List.of(events));
  }

  @Test
  void the_median_runs_from_the_first_ccp_that_was_not_annulled() {
    ReferentielCode code = amis();
    capitalising(code).ccp("CCP1", "2017-01-02").ccp("CCP2", "2017-03-01").title("2017-01-12");
    capitalising(code)
        .ccp("CCP1", "2016-01-04")
        .ccpAnnulled("CCP1", "2016-01-04", "2016-02-01")
        .ccp("CCP1", "2017-01-02")
        .title("2017-01-22");
    capitalising(code).ccp("CCP1", "2017-01-02").title("2017-01-02");
    capitalising(code).ccp("CCP1", "2017-01-02").title("2017-02-01");
    Told.of(world, code, Route.TRAINING).wholeTitle("2017-06-01");
    JsonNode wait = year(code, 2017).path("firstCcpToTitle");
    // 0, 10, 20 and 30 days.
    assertThat(wait.path("medianDays").toString()).isEqualTo("15.0");
    assertThat(wait.path("titles").asInt()).isEqualTo(4);
  }

  @Test
  void a_window_expires_the_day_after_its_last_day_once_however_many_ccps_lapse() {
    ReferentielCode code = amis();
    for (String first : new String[] {"2013-12-30", "2013-12-31", "2014-01-01"}) {
      Travel.open(world, world.candidate("Expirant"), code, Route.CAPITALISATION, "2013-01-07")
          .ccp("CCP1", first)
          .ccp("CCP2", first)
          .day("2019-03-01");
    }
    // The last day is 31 December 2018 for the second of them: it expires on 1 January.
    assertThat(year(code, 2018).path("windowsExpired").asInt()).isEqualTo(1);
    assertThat(year(code, 2019).path("windowsExpired").asInt()).isEqualTo(2);
    Travel late =
        Travel.open(world, world.candidate("Tardif"), code, Route.CAPITALISATION, "2013-01-07")
            .ccp("CCP1", "2012-05-02", "2014-05-02")
            .day("2018-01-15");
    assertThat(year(code, 2017).path("windowsExpired").asInt()).isEqualTo(1);
    late.annul("CCP1", "2018-02-05");
    assertThat(table(code, "&year=2017").path("items")).isEmpty();
  }

  @Test
  void what_was_judged_before_a_transfer_stays_with_the_title_of_then() {
    ReferentielCode before = amis();
    ReferentielCode after = world.referentielLike("AMIS-2023");
    Told.of(world, before, Route.CAPITALISATION)
        .ccp("CCP1", "2022-05-02")
        .refused("2022-10-03")
        .transferred(after, "2023-05-02", "CCP1", "CCP2", "2022-05-02")
        .refused("2023-09-04")
        .ccpAnnulled("CCP2", "2022-05-02", "2023-10-02");
    assertThat(rate(year(before, 2022).path("titles"), "success")).isEqualTo("0.0 0/1");
    // The CCP annulled under its new code was obtained under the old one.
    assertThat(Http.each(year(before, 2022).path("ccps"), "/ccp")).containsExactly("CCP2", "CCP3");
    assertThat(Http.each(year(after, 2023).path("ccps"), "/ccp"))
        .contains("CCP1")
        .doesNotContain("CCP2");
  }

  @Test
  void a_parameter_that_is_wrong_or_not_known_is_refused() {
    http.get("/api/statistics?effectiveOn=2020-13-01").problem(400, "MALFORMED");
    http.get("/api/statistics?asOf=2020-01-01").problem(400, "MALFORMED");
    http.get("/api/statistics?year=0").problem(400, "MALFORMED");
    http.get("/api/statistics?year=1899").problem(400, "MALFORMED");
    http.get("/api/statistics?year=2201").problem(400, "MALFORMED");
    http.get("/api/statistics?year=2020&from=2020-01-01").problem(400, "MALFORMED");
    http.get("/api/statistics?from=2020-01-02&to=2020-01-01").problem(400, "MALFORMED");
    http.get("/api/statistics?route=PLANE").problem(400, "MALFORMED");
    http.get("/api/statistics/sessions?after=nothing").problem(400, "MALFORMED");
    assertThat(http.get("/api/statistics?from=2020-01-01&to=2020-01-01").status()).isEqualTo(200);
    assertThat(http.get("/api/statistics?year=1900").status()).isEqualTo(200);
    assertThat(http.get("/api/statistics?year=2200").status()).isEqualTo(200);
  }
}
