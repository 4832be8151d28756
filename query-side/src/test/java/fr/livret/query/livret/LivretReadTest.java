package fr.livret.query.livret;

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
import fr.livret.kernel.session.Result.CcpResult;
import fr.livret.kernel.session.Result.Outcome;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.session.SessionEvent.CandidateEnrolled;
import fr.livret.kernel.session.SessionEvent.MinutesSigned;
import fr.livret.kernel.session.SessionEvent.SessionPlanned;
import fr.livret.kernel.session.SessionId;
import fr.livret.kernel.session.SessionKind;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.Schooling;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One candidate's livret, and what was learned of all that stands in it. */
@QueryTest
class LivretReadTest {
  private static final LocalDate HELD = LocalDate.parse("2014-03-10");

  private final World world;
  private final Http http;
  private final MovableClock clock;
  private final SessionId session = new SessionId(UUID.randomUUID());

  LivretReadTest(World world, Http http, MovableClock clock) {
    this.world = world;
    this.http = http;
    this.clock = clock;
  }

  @BeforeEach
  void today() {
    clock.set("2026-01-15");
  }

  private JsonNode livret(CandidateId candidate, String query) {
    return http.json(
        "/api/candidates/" + candidate + "/livret" + query,
        "X-After-Version",
        Long.toString(world.version(candidate.toString())));
  }

  private void told(String recordedOn, SessionEvent... events) {
    world.store("session", session.toString(), MovableClock.noon(recordedOn), List.of(events));
  }

  private static Result granted(PathId path, String ccp) {
    return new Result(
        path,
        Outcome.CCPS,
        true,
        Set.of(),
        List.of(new CcpResult(new CcpCode(ccp), true, Set.of())),
        null,
        null,
        null);
  }

  private CandidateEnrolled enrolled(PathId path, CandidateId candidate) {
    return new CandidateEnrolled(
        session,
        new Candidacy(
            path, candidate, Route.CAPITALISATION, Set.of(new CcpCode("CCP1")), null, Set.of()),
        LocalDate.parse("2014-02-03"));
  }

  /** Somebody with a certificate, a training, a path and a session; another sat there too. */
  private final class Life {
    private final CandidateId candidate = world.candidate("Benali", "Samia");
    private final CandidateId other = world.candidate("Quelquun", "Autre");
    private final PathId others = new PathId(UUID.randomUUID());
    private final ReferentielCode code = world.referentielLike("AMIS-2013");
    private final Schooling training;
    private final Travel path;

    Life() {
      training =
          Schooling.start(world, candidate, code, null, "2013-09-02", "Lille")
              .followed("M01", "7", "2013-09-03");
      path = Travel.open(world, candidate, code, Route.CAPITALISATION, "2013-09-02");
      PathId own = PathId.of(path.id());
      told(
          "2014-02-03",
          new SessionPlanned(
              session,
              new Plan(SessionKind.CCP, code, HELD, "AFPA-59", null, null, null),
              1,
              new RegimeId("TP-2006", 1),
              LocalDate.parse("2014-02-03")),
          enrolled(own, candidate),
          enrolled(others, other));
      told(
          "2014-03-10",
          new MinutesSigned(
              session,
              1,
              HELD,
              Set.of(),
              List.of(granted(own, "CCP1"), granted(others, "CCP2")),
              "TP-2006/1#session.minutes"));
      path.ccp("CCP1", "2014-03-10", "2014-03-20");
      world.certificate(candidate, "2018-03-01", "2020-02-29", "2018-03-05");
      world.settled();
    }
  }

  @Test
  void each_part_is_what_its_own_read_answers_at_that_moment() {
    Life life = new Life();
    for (String moment :
        List.of("?effectiveOn=2019-03-10", "?effectiveOn=2014-03-15&knownAt=2014-03-19")) {
      JsonNode livret = livret(life.candidate, moment);
      assertThat(livret.path("candidate"))
          .isEqualTo(http.json("/api/candidates/" + life.candidate + moment));
      assertThat(livret.at("/trainings/0"))
          .isEqualTo(http.json("/api/trainings/" + life.training.id() + moment));
      assertThat(livret.at("/paths/0"))
          .isEqualTo(http.json("/api/paths/" + life.path.id() + moment));
      JsonNode held = http.json("/api/sessions/" + session + moment);
      assertThat(livret.at("/sessions/0/candidate")).isEqualTo(held.at("/candidates/0"));
      assertThat(livret.at("/sessions/0/session/counts")).isEqualTo(held.path("counts"));
      assertThat(livret.at("/asOf/effectiveOn").asString()).isEqualTo(moment.substring(13, 23));
    }
  }

  @Test
  void what_was_not_known_or_not_there_is_left_out() {
    Life life = new Life();
    JsonNode now = livret(life.candidate, "");
    assertThat(now.at("/candidate/name").asString()).isEqualTo("Benali Samia");
    assertThat(now.at("/candidate/certificates/0/valid").asBoolean()).isFalse();
    assertThat(now.path("vaeApplications")).isEmpty();
    // Recorded at noon in Paris, which is 11:00 UTC: exactly then it is known.
    assertThat(
            livret(life.candidate, "?knownAt=2018-03-05T10:59:59.999999Z")
                .at("/candidate/certificates"))
        .isEmpty();
    assertThat(
            livret(life.candidate, "?knownAt=2018-03-05T11:00:00Z").at("/candidate/certificates"))
        .hasSize(1);
    JsonNode before = livret(life.candidate, "?knownAt=2013-09-01");
    for (String part : List.of("trainings", "paths", "sessions")) {
      assertThat(before.path(part)).as(part).isEmpty();
      assertThat(livret(life.candidate, "?effectiveOn=2013-09-01").path(part)).as(part).isEmpty();
    }
    String then = "?effectiveOn=2014-03-31&knownAt=2014-03-";
    JsonNode signed = livret(life.candidate, then + "19");
    assertThat(signed.at("/paths/0/ccps/0/status").asString()).isEqualTo("MISSING");
    assertThat(signed.at("/sessions/0/candidate/result/decision").asString()).isEqualTo("CCPS");
    assertThat(livret(life.candidate, then + "20").at("/paths/0/ccps/0/status").asString())
        .isEqualTo("HELD");
  }

  @Test
  void nothing_in_it_is_of_others_and_nothing_says_who_it_was_once_erased() {
    Life life = new Life();
    String text = livret(life.candidate, "").toString();
    assertThat(text)
        .doesNotContain("Quelquun", life.other.toString(), life.others.toString())
        .contains("\"enrolled\":2");
    world.erase(life.candidate);
    world.settled();
    JsonNode erased = livret(life.candidate, "");
    assertThat(erased.at("/candidate/erased").asBoolean()).isTrue();
    assertThat(erased.at("/paths/0/candidate/name").asString()).isEqualTo("effacé");
    assertThat(erased.at("/sessions/0/candidate/candidate/name").asString()).isEqualTo("effacé");
    assertThat(erased.toString()).doesNotContain("Benali", "Samia", "SST-77");
  }

  @Test
  void who_is_unknown_has_none_and_it_is_json_only() {
    String nobody = "/api/candidates/" + UUID.randomUUID() + "/livret";
    http.get(nobody).problem(404, "UNKNOWN");
    http.get("/api/candidates/1-1-1-1-1/livret").problem(404, "UNKNOWN");
    http.get(nobody + "?knownAt=yesterday").problem(400, "MALFORMED");
    http.get(nobody + "?limit=3").problem(400, "MALFORMED");
    CandidateId candidate = world.candidate("Petit");
    String own = "/api/candidates/" + candidate + "/livret";
    assertThat(livret(candidate, "").path("paths")).isEmpty();
    assertThat(http.get(own, "X-After-Version", "2").status()).isEqualTo(503);
    assertThat(http.get(own, "Accept", "application/pdf").status()).isEqualTo(406);
    http.get(own + "?knownAt=2013-01-06").problem(404, "UNKNOWN");
  }

  /** As in {@code path.CcpObtained: ccp.CCP1 - > HELD 2014-03-10}. */
  private List<String> learned(String of, String query) {
    List<String> told = new ArrayList<>();
    for (JsonNode fact : http.json(of + "/learned" + query).path("items")) {
      StringBuilder line = new StringBuilder(fact.path("type").asString());
      String between = ": ";
      for (JsonNode change : fact.path("effect")) {
        line.append(between).append(change.path("what").asString());
        line.append(' ').append(change.path("before").asString("-"));
        line.append(" > ").append(change.path("after").asString("-"));
        between = ", ";
      }
      told.add(line.toString());
    }
    return told;
  }

  @Test
  void a_certificate_is_learned_with_whether_it_is_valid() {
    Life life = new Life();
    String of = "/api/candidates/" + life.candidate;
    assertThat(learned(of, "?from=2018-01-01&effectiveOn=2020-02-29"))
        .containsExactly(
            "candidate.CertificateRecorded: certificate.SST.2018-03-01 - > VALID 2020-02-29");
    assertThat(learned(of, "?from=2018-01-01&effectiveOn=2020-03-01"))
        .containsExactly(
            "candidate.CertificateRecorded: certificate.SST.2018-03-01 - > NOT_VALID 2020-02-29");
    assertThat(learned(of, "?from=2018-03-05T11:00:00Z")).isEmpty();
    assertThat(learned(of, "?from=2018-01-01&to=2018-03-05T10:59:59.999999Z")).isEmpty();
  }

  @Test
  void a_module_followed_is_learned_with_the_hours_it_adds() {
    Life life = new Life();
    life.training.followed("M02", "3.5", "2013-09-05", "2013-10-01");
    world.settled();
    String since = "?from=2013-09-30&to=2013-10-01";
    String expected = "training.ModuleFollowed: hours.done 7 > 10.5";
    assertThat(learned("/api/trainings/" + life.training.id(), since)).containsExactly(expected);
    assertThat(learned("/api/candidates/" + life.candidate, since)).containsExactly(expected);
    http.get("/api/trainings/" + UUID.randomUUID() + "/learned" + since).problem(404, "UNKNOWN");
  }

  @Test
  void of_a_session_a_candidate_learns_what_concerns_them_and_a_reader_of_the_session_all() {
    Life life = new Life();
    String own = "candidate." + life.path.id();
    String others = "candidate." + life.others;
    assertThat(learned("/api/candidates/" + life.candidate, "?from=2014-02-02&to=2014-03-11"))
        .containsExactly(
            "session.SessionPlanned: heldOn - > 2014-03-10, state - > PLANNED",
            "session.CandidateEnrolled: " + own + ".enrolledOn - > 2014-02-03",
            "session.MinutesSigned: "
                + own
                + ".effect - > PENDING, "
                + own
                + ".result - > CCPS CCP1, minutes.edition - > 1, minutes.signedOn - > 2014-03-10,"
                + " state PLANNED > SIGNED");
    List<String> all =
        learned("/api/sessions/" + session, "?from=2014-02-02&effectiveOn=2014-03-10");
    assertThat(all).hasSize(4);
    assertThat(all.getLast()).contains(own + ".result", others + ".result - > CCPS CCP2");
    assertThat(learned("/api/sessions/" + session, "?from=2014-02-02&effectiveOn=2014-03-09"))
        .last()
        .isEqualTo("session.MinutesSigned");
    http.get("/api/sessions/" + session + "/learned?from=2013-01-01&to=2014-01-01")
        .problem(404, "UNKNOWN");
  }

  @Test
  void of_everybody_all_of_it_is_learned() {
    CandidateId candidate = world.candidate("Petit");
    world.certificate(candidate, "2032-01-15", "2034-01-14", "2033-02-01");
    world.settled();
    assertThat(learned("/api", "?from=2033-01-31&to=2033-02-01&effectiveOn=2033-02-01"))
        .containsExactly(
            "candidate.CertificateRecorded: certificate.SST.2032-01-15 - > VALID 2034-01-14");
  }
}
