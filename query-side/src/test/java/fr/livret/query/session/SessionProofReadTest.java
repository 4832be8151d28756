package fr.livret.query.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.session.Member;
import fr.livret.kernel.session.Plan;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.session.SessionEvent.MemberAppointed;
import fr.livret.kernel.session.SessionEvent.SessionPlanned;
import fr.livret.kernel.session.SessionId;
import fr.livret.kernel.session.SessionKind;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The days of a session, proved over HTTP. */
@QueryTest
class SessionProofReadTest {
  private final World world;
  private final Http http;
  private final MovableClock clock;
  private final SessionId id = new SessionId(UUID.randomUUID());

  SessionProofReadTest(World world, Http http, MovableClock clock) {
    this.world = world;
    this.http = http;
    this.clock = clock;
  }

  @BeforeEach
  void today() {
    clock.set("2026-01-15");
  }

  private void told(String recordedOn, SessionEvent event) {
    world.store("session", id.toString(), MovableClock.noon(recordedOn), List.of(event));
  }

  private void planned() {
    LocalDate heldOn = LocalDate.parse("2014-03-31");
    told(
        "2014-02-03",
        new SessionPlanned(
            id,
            new Plan(
                SessionKind.TITLE,
                new ReferentielCode("AMIS-2013"),
                heldOn,
                "AFPA-59",
                null,
                null,
                null),
            1,
            new RegimeId("TP-2006", 1),
            LocalDate.parse("2014-02-03")));
    Member left =
        new Member(
            "EV-7",
            null,
            EvaluatorRole.PROFESSIONAL,
            false,
            12,
            LocalDate.parse("2012-02-29"),
            LocalDate.parse("2010-01-01"),
            null,
            Set.of(),
            Set.of(),
            Set.of());
    told(
        "2014-02-10",
        new MemberAppointed(
            id, left, LocalDate.parse("2014-02-10"), "TP-2006/1#session.habilitation"));
  }

  private JsonNode proofs(String query) {
    return http.json("/api/sessions/" + id + "/proofs" + query, "X-After-Version", "2");
  }

  @Test
  void the_last_day_to_convoke_is_proved_from_the_day_the_session_is_planned_for() {
    planned();
    JsonNode answer = proofs("");
    assertThat(answer.path("id").asString()).isEqualTo(id.toString());
    assertThat(answer.path("version").asInt()).isEqualTo(2);
    assertThat(Http.each(answer.path("proofs"), "/claim"))
        .containsExactly("SESSION_HELD_ON", "CONVOCATION_LAST_DAY", "MEMBER_MAY_SIT_THROUGH");
    JsonNode proof = answer.at("/proofs/1");
    assertThat(proof.path("day").asString()).isEqualTo("2014-02-28");
    JsonNode planned = proof.at("/steps/0/anchors/0/facts/0");
    assertThat(planned.path("type").asString()).isEqualTo("session.SessionPlanned");
    assertThat(planned.path("sequence").asInt()).isEqualTo(1);
    assertThat(planned.path("position").asLong()).isPositive();
    JsonNode step = proof.at("/steps/1");
    assertThat(step.path("operation").asString()).isEqualTo("SUBTRACTED");
    assertThat(step.path("arithmetic").asString()).isEqualTo("2014-03-31 - P1M = 2014-02-28");
    assertThat(step.path("lastOfMonth").asBoolean()).isTrue();
    assertThat(step.at("/legalBasis/rule").asString()).isEqualTo("TP-2006/1#session.convocation");
    assertThat(step.at("/legalBasis/mark").asString()).isEqualTo("S");
    assertThat(proof.at("/sentence/fr").asString())
        .startsWith(
            "Une convocation est à temps jusqu'au 28/02/2014 compris : session prévue le"
                + " 31/03/2014 (fait n° %d) ; 1 mois plus tôt, soit le 28/02/2014, dernier jour d'un"
                    .formatted(planned.path("position").asLong())
                + " mois qui n'a pas de 31 [TP-2006/1#session.convocation : ");
    assertThat(proof.at("/sentence/en").asString())
        .startsWith("A convocation is in time through 28 February 2014: session planned for")
        .contains("1 month before, that is 28 February 2014, the last day of a month");
  }

  @Test
  void who_left_the_sector_may_sit_through_a_day_that_is_proved() {
    planned();
    JsonNode proof = proofs("").at("/proofs/2");
    assertThat(proof.path("about").asString()).isEqualTo("EV-7");
    assertThat(proof.path("day").asString()).isEqualTo("2017-02-28");
    assertThat(proof.at("/steps/0/anchors/0/facts/0/sequence").asInt()).isEqualTo(2);
    assertThat(proof.at("/sentence/fr").asString())
        .startsWith("EV-7 peut siéger à une session du 28/02/2017 au plus tard, ce jour compris")
        .contains("EV-7 a quitté le secteur le 29/02/2012")
        .contains("plus 5 ans, soit le 28/02/2017, dernier jour d'un mois qui n'a pas de 29");
  }

  @Test
  void what_was_not_known_or_true_yet_proves_nothing() {
    planned();
    assertThat(proofs("?knownAt=2014-02-09").path("proofs")).hasSize(2);
    assertThat(proofs("?effectiveOn=2014-02-09").path("proofs")).hasSize(2);
    String proofs = "/api/sessions/" + id + "/proofs";
    http.get(proofs + "?knownAt=2014-02-02").problem(404, "UNKNOWN");
    http.get(proofs + "?effectiveOn=2014-02-02").problem(404, "UNKNOWN");
    http.get(proofs + "?day=2014-02-02").problem(400, "MALFORMED");
    http.get("/api/sessions/nobody/proofs").problem(404, "UNKNOWN");
  }
}
