package fr.livret.query.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.session.Candidacy;
import fr.livret.kernel.session.Effect;
import fr.livret.kernel.session.Member;
import fr.livret.kernel.session.Plan;
import fr.livret.kernel.session.Result;
import fr.livret.kernel.session.Result.Absence;
import fr.livret.kernel.session.Result.CcpResult;
import fr.livret.kernel.session.Result.Excuse;
import fr.livret.kernel.session.Result.Outcome;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.session.SessionEvent.CandidateConvoked;
import fr.livret.kernel.session.SessionEvent.CandidateEnrolled;
import fr.livret.kernel.session.SessionEvent.DecisionNotRecorded;
import fr.livret.kernel.session.SessionEvent.DecisionRecorded;
import fr.livret.kernel.session.SessionEvent.DecisionUndone;
import fr.livret.kernel.session.SessionEvent.MemberAppointed;
import fr.livret.kernel.session.SessionEvent.MemberConvoked;
import fr.livret.kernel.session.SessionEvent.MinutesRegistered;
import fr.livret.kernel.session.SessionEvent.MinutesSigned;
import fr.livret.kernel.session.SessionEvent.PresenceRecorded;
import fr.livret.kernel.session.SessionEvent.ResultsNotified;
import fr.livret.kernel.session.SessionEvent.SessionAnnulled;
import fr.livret.kernel.session.SessionEvent.SessionPlanned;
import fr.livret.kernel.session.SessionId;
import fr.livret.kernel.session.SessionKind;
import fr.livret.kernel.session.Unrecorded;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sessions read back: the jury, the minutes with their days, how far each decision has come. */
@QueryTest
class SessionReadTest {
  private static final LocalDate HELD = LocalDate.parse("2014-06-12");

  private final World world;
  private final Http http;
  private final MovableClock clock;
  private final SessionId id = new SessionId(UUID.randomUUID());
  private final PathId anna = new PathId(UUID.randomUUID());
  private final PathId boris = new PathId(UUID.randomUUID());
  private final PathId clara = new PathId(UUID.randomUUID());
  private final String centre = "Centre " + UUID.randomUUID();

  SessionReadTest(World world, Http http, MovableClock clock) {
    this.world = world;
    this.http = http;
    this.clock = clock;
  }

  @BeforeEach
  void today() {
    clock.set("2026-01-15");
  }

  private void told(String recordedOn, SessionEvent... events) {
    world.store("session", id.toString(), MovableClock.noon(recordedOn), List.of(events));
  }

  private JsonNode read(String query) {
    return http.json(
        "/api/sessions/" + id + query,
        "X-After-Version",
        Long.toString(world.version(id.toString())));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Result result(PathId path, Outcome outcome, CcpResult... ccps) {
    return new Result(path, outcome, true, Set.of(), List.of(ccps), null, null, null);
  }

  private List<Result> results() {
    return List.of(
        result(anna, Outcome.TITLE),
        result(boris, Outcome.PARTIAL, new CcpResult(new CcpCode("CCP1"), true, Set.of())),
        new Result(
            clara,
            Outcome.ABSENT,
            false,
            Set.of(),
            List.of(),
            new Absence(Excuse.ILLNESS, true),
            null,
            null));
  }

  private void prepared() {
    List<SessionEvent> events = new ArrayList<>();
    events.add(
        new SessionPlanned(
            id,
            new Plan(
                SessionKind.TITLE,
                new ReferentielCode("AMIS-2013"),
                HELD,
                centre,
                "Roubaix",
                "UT 59",
                null),
            1,
            new RegimeId("TP-2006", 1),
            day("2014-04-01")));
    PersonId person = new PersonId(UUID.randomUUID());
    events.add(
        new MemberAppointed(
            id,
            new Member(
                "EV-7",
                world.persons().seal(person, PersonalFields.EVALUATOR_NAME, "Marie Dupré"),
                EvaluatorRole.PROFESSIONAL,
                true,
                12,
                null,
                day("2010-01-01"),
                null,
                Set.of(),
                Set.of("Médiance 59"),
                Set.of()),
            day("2014-04-02"),
            "TP-2006/1#session.habilitation"));
    for (PathId path : List.of(anna, boris, clara)) {
      CandidateId candidate = world.candidate("Famille", path.toString().substring(0, 4));
      events.add(
          new CandidateEnrolled(
              id,
              new Candidacy(path, candidate, Route.TRAINING, Set.of(), null, Set.of()),
              day("2014-04-03")));
      events.add(
          new CandidateConvoked(
              id, path, day("2014-05-12"), day("2014-05-12"), null, "TP-2006/1#x"));
    }
    events.add(
        new MemberConvoked(
            id, "EV-7", day("2014-05-30"), day("2014-05-12"), "Remplaçant", "TP-2006/1#x"));
    told("2014-05-30", events.toArray(SessionEvent[]::new));
  }

  private void signed() {
    prepared();
    told(
        "2014-06-12",
        new PresenceRecorded(id, HELD, Set.of("EV-7"), Set.of()),
        new MinutesSigned(id, 1, HELD, Set.of("EV-7"), results(), "TP-2006/1#session.minutes"));
  }

  @Test
  void a_session_shows_its_jury_its_convocations_and_the_rules_it_is_held_under() {
    prepared();
    JsonNode session = read("");
    assertThat(session.path("state").asString()).isEqualTo("PLANNED");
    assertThat(session.at("/jury/0/name").asString()).isEqualTo("Marie Dupré");
    assertThat(session.at("/jury/0/practiceYears").asInt()).isEqualTo(12);
    assertThat(session.at("/jury/0/rule").asString()).isEqualTo("TP-2006/1#session.habilitation");
    assertThat(session.at("/rules/lastDayForConvocations").asString()).isEqualTo("2014-05-12");
    assertThat(session.at("/rules/quorum").asInt()).isEqualTo(2);
    assertThat(session.at("/rules/legalBases/0/mark").asString()).isEqualTo("S");
    assertThat(session.at("/convocations/0/derogation").asString()).isEqualTo("Remplaçant");
    assertThat(session.at("/candidates/0/candidate/name").asString()).startsWith("Famille");
    assertThat(session.has("minutes")).isFalse();
    assertThat(session.path("successRate").asString()).isEqualTo("-");
  }

  @Test
  void the_four_days_are_shown_and_the_one_that_counts_is_named() {
    signed();
    told(
        "2014-06-25",
        new MinutesRegistered(id, 1, "59-118", "UT 59", day("2014-06-20"), "x"),
        new ResultsNotified(id, 1, day("2014-06-25"), "x"));
    JsonNode minutes = read("").path("minutes");
    assertThat(minutes.path("obtainedOn").asString()).isEqualTo("2014-06-12");
    assertThat(minutes.path("signedOn").asString()).isEqualTo("2014-06-12");
    assertThat(minutes.path("registeredOn").asString()).isEqualTo("2014-06-20");
    assertThat(minutes.path("notifiedOn").asString()).isEqualTo("2014-06-25");
    assertThat(minutes.path("counts").asString()).isEqualTo("obtainedOn");
    assertThat(minutes.path("number").asString()).isEqualTo("59-118");
    assertThat(minutes.at("/editions/0/results")).hasSize(3);
  }

  @Test
  void each_candidate_says_how_far_the_decision_has_come() {
    signed();
    told(
        "2014-06-12",
        new DecisionRecorded(id, anna, 1, HELD),
        new DecisionNotRecorded(
            id,
            new Effect(Effect.Kind.RECORD, boris, 1),
            List.of(new Unrecorded("RecordJuryDecision", "PATH_CLOSED", Map.of("a", "b"))),
            HELD));
    JsonNode candidates = read("").path("candidates");
    assertThat(candidates.at("/0/effect/state").asString()).isEqualTo("RECORDED");
    assertThat(candidates.at("/1/effect/state").asString()).isEqualTo("NOT_RECORDED");
    assertThat(candidates.at("/1/effect/refused/0/code").asString()).isEqualTo("PATH_CLOSED");
    assertThat(candidates.at("/2/effect/state").asString()).isEqualTo("PENDING");
    assertThat(candidates.at("/2/result/excused").asBoolean()).isTrue();
    JsonNode listed = http.json("/api/sessions?effects=NOT_RECORDED&centre=" + Http.in(centre));
    assertThat(Http.each(listed.path("items"), "/id")).containsExactly(id.toString());
  }

  @Test
  void counts_and_the_success_rate_are_those_of_who_came() {
    signed();
    JsonNode session = read("");
    assertThat(session.at("/counts/presented").asInt()).isEqualTo(2);
    assertThat(session.at("/counts/titles").asInt()).isEqualTo(1);
    assertThat(session.at("/counts/absentExcused").asInt()).isEqualTo(1);
    assertThat(session.at("/counts/ccpsGranted").asInt()).isEqualTo(1);
    assertThat(session.path("successRate").asString()).isEqualTo("50.0");
    JsonNode listed =
        http.json(
            "/api/sessions?state=SIGNED&from=2014-06-12&to=2014-06-12&centre=" + Http.in(centre));
    assertThat(listed.at("/items/0/successRate").asString()).isEqualTo("50.0");
    assertThat(
            http.json("/api/sessions?from=2014-06-13&centre=" + Http.in(centre))
                .path("total")
                .asInt())
        .isZero();
    assertThat(http.json("/api/sessions?path=" + anna).path("total").asInt()).isEqualTo(1);
  }

  @Test
  void an_annulled_session_says_so_and_how_far_its_undoing_has_come() {
    signed();
    told(
        "2014-10-01",
        new DecisionRecorded(id, anna, 1, HELD),
        new SessionAnnulled(id, day("2014-10-01"), "Sujet divulgué", null, "x"),
        new DecisionUndone(id, anna, 1, day("2014-10-01")));
    JsonNode session = read("");
    assertThat(session.path("state").asString()).isEqualTo("ANNULLED");
    assertThat(session.at("/annulment/on").asString()).isEqualTo("2014-10-01");
    assertThat(session.at("/annulment/text").asString()).isEqualTo("Sujet divulgué");
    assertThat(session.at("/candidates/0/effect/state").asString()).isEqualTo("UNDONE");
    assertThat(session.at("/candidates/1/effect/state").asString()).isEqualTo("UNDOING");
    assertThat(read("?effectiveOn=2014-09-30").path("state").asString()).isEqualTo("SIGNED");
    assertThat(read("?knownAt=2014-06-01").path("state").asString()).isEqualTo("PLANNED");
    http.get("/api/sessions/" + id + "?knownAt=2014-05-29").problem(404, "UNKNOWN");
    http.get("/api/sessions/" + id + "?effectiveOn=2014-03-31").problem(404, "UNKNOWN");
  }

  @Test
  void the_list_is_as_it_was_known_and_as_of_a_day() {
    signed();
    told(
        "2014-10-01",
        new DecisionRecorded(id, anna, 1, HELD),
        new SessionAnnulled(id, day("2014-10-01"), "Sujet divulgué", null, "x"));
    world.settled();
    assertThat(listed("")).isEqualTo("ANNULLED 3 50.0");
    // Recorded at noon in Paris, which is 10:00 UTC: exactly then it is known.
    assertThat(listed("&knownAt=2014-06-12T09:59:59.999999Z")).isEqualTo("PLANNED 3 -");
    assertThat(listed("&knownAt=2014-06-12T10:00:00Z")).isEqualTo("SIGNED 3 50.0");
    assertThat(listed("&knownAt=2014-05-29")).isEqualTo("none");
    assertThat(listed("&effectiveOn=2014-03-31")).isEqualTo("none");
    assertThat(listed("&effectiveOn=2014-04-02")).isEqualTo("PLANNED 0 -");
    assertThat(listed("&effectiveOn=2014-09-30")).isEqualTo("SIGNED 3 50.0");
    assertThat(listed("&effectiveOn=2014-09-30&knownAt=2014-06-11")).isEqualTo("PLANNED 3 -");
    assertThat(listed("&state=SIGNED&effectiveOn=2014-10-01")).isEqualTo("none");
    assertThat(listed("&path=" + anna + "&effectiveOn=2014-04-03")).isEqualTo("PLANNED 3 -");
    assertThat(http.json("/api/sessions?path=" + anna + "&knownAt=2100-01-01"))
        .isEqualTo(http.json("/api/sessions?path=" + anna));
  }

  private String listed(String query) {
    JsonNode page = http.json("/api/sessions?centre=" + Http.in(centre) + query);
    return page.path("items").isEmpty()
        ? "none"
        : page.at("/items/0/state").asString()
            + " "
            + page.at("/items/0/counts/enrolled").asInt()
            + " "
            + page.at("/items/0/successRate").asString();
  }

  @Test
  void a_wrong_parameter_is_named() {
    http.get("/api/sessions?from=2014-06-13&to=2014-06-12").problem(400, "MALFORMED");
    http.get("/api/sessions?state=LOST").problem(400, "MALFORMED");
    http.get("/api/sessions?path=1-1-1-1-1").problem(400, "MALFORMED");
    http.get("/api/sessions?surprise=1").problem(400, "MALFORMED");
    http.get("/api/sessions/1-1-1-1-1").problem(404, "UNKNOWN");
  }
}
