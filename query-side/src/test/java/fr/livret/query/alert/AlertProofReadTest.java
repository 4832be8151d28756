package fr.livret.query.alert;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.alert.AlertCause;
import fr.livret.kernel.alert.AlertEvent;
import fr.livret.kernel.alert.AlertEvent.AlertCancelled;
import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.alert.Subject;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Route;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The days of an alert, proved over HTTP. */
@QueryTest
class AlertProofReadTest {
  private final World world;
  private final Http http;
  private final MovableClock clock;

  AlertProofReadTest(World world, Http http, MovableClock clock) {
    this.world = world;
    this.http = http;
    this.clock = clock;
  }

  @BeforeEach
  void today() {
    clock.set("2019-06-03");
  }

  private AlertId raised(Deadline deadline, int horizon, String on) {
    AlertId id = AlertId.of(deadline, horizon);
    tell(new AlertRaised(id, deadline, horizon, 1, Set.of(), LocalDate.parse(on)));
    return id;
  }

  private void tell(AlertEvent event) {
    world.store(
        "alert",
        event.alert().toString(),
        MovableClock.noon(event.effectiveOn().toString()),
        List.of(event));
  }

  private static Deadline deadline(
      Subject subject, UUID id, String name, CandidateId candidate, String lastDay) {
    return new Deadline(subject, id, name, candidate, LocalDate.parse(lastDay), "x");
  }

  private JsonNode proofs(AlertId id, String query) {
    return http.json("/api/alerts/" + id + "/proofs" + query).path("proofs");
  }

  @Test
  void the_day_announced_is_proved_by_its_path_as_it_stood_when_the_alert_was_raised() {
    CandidateId candidate = world.candidate("Benali", "Samia");
    Travel path =
        Travel.open(
                world,
                candidate,
                world.referentielLike("AMIS-2013"),
                Route.CAPITALISATION,
                "2013-09-02")
            .ccp("CCP1", "2014-03-31");
    AlertId alert =
        raised(
            deadline(Subject.WINDOW, path.path().value(), "AMIS-2013", candidate, "2019-03-31"),
            1,
            "2019-02-28");
    world.settled();
    JsonNode proofs = proofs(alert, "");
    assertThat(Http.each(proofs, "/claim")).containsExactly("WINDOW_LAST_DAY", "ALERT_FROM");
    assertThat(proofs.at("/0/day").asString()).isEqualTo("2019-03-31");
    assertThat(proofs.at("/0/steps/0/anchors/0/facts/0/type").asString())
        .isEqualTo("path.CcpObtained");
    assertThat(proofs.at("/1/day").asString()).isEqualTo("2019-02-28");
    assertThat(proofs.at("/1/steps/0/anchors/0/facts/0/type").asString())
        .isEqualTo("alert.AlertRaised");
    assertThat(proofs.at("/1/steps/1/arithmetic").asString())
        .isEqualTo("2019-03-31 - P1M = 2019-02-28");
    assertThat(proofs.at("/1/sentence/fr").asString())
        .startsWith("L'alerte est levée à compter du 28/02/2019 : dernier jour annoncé, le")
        .endsWith(
            "; 1 mois plus tôt, soit le 28/02/2019, dernier jour d'un mois qui n'a pas de 31.");
  }

  @Test
  void of_a_certificate_the_day_is_proved_by_its_holder_and_once_passed_the_day_after() {
    CandidateId candidate = world.candidate("Benali", "Samia");
    world.certificate(candidate, "2017-03-01", "2019-02-28", "2017-03-01");
    AlertId alert =
        raised(
            deadline(Subject.CERTIFICATE, candidate.value(), "SST", candidate, "2019-02-28"),
            3,
            "2018-12-03");
    assertThat(Http.each(proofs(alert, ""), "/claim"))
        .containsExactly("CERTIFICATE_THROUGH", "ALERT_FROM");
    tell(
        new AlertCancelled(
            alert,
            AlertCause.passed(LocalDate.parse("2019-02-28")),
            Set.of(),
            LocalDate.parse("2019-03-04")));
    JsonNode proofs = proofs(alert, "");
    assertThat(Http.each(proofs, "/day")).containsExactly("2019-02-28", "2018-11-28", "2019-03-01");
    assertThat(proofs.at("/0/steps/0/anchors/0/facts/0/type").asString())
        .isEqualTo("candidate.CertificateRecorded");
    assertThat(proofs.at("/2/sentence/en").asString())
        .startsWith("What the alert announced has ended on 1 March 2019");
    assertThat(proofs(alert, "?knownAt=2019-03-03")).hasSize(2);
    http.get("/api/alerts/" + alert + "/proofs?knownAt=2018-12-02").problem(404, "UNKNOWN");
    http.get("/api/alerts/nobody/proofs").problem(404, "UNKNOWN");
  }
}
