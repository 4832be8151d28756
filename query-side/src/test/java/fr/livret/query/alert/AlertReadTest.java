package fr.livret.query.alert;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.alert.AlertCause;
import fr.livret.kernel.alert.AlertEvent;
import fr.livret.kernel.alert.AlertEvent.AlertAcknowledged;
import fr.livret.kernel.alert.AlertEvent.AlertCancelled;
import fr.livret.kernel.alert.AlertEvent.AlertDelivered;
import fr.livret.kernel.alert.AlertEvent.AlertDeliveryAbandoned;
import fr.livret.kernel.alert.AlertEvent.AlertDeliveryResumed;
import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.alert.Delivery;
import fr.livret.kernel.alert.Delivery.News;
import fr.livret.kernel.alert.Subject;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@QueryTest
class AlertReadTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2019, 3, 10);
  private static final LocalDate RAISED = LocalDate.of(2018, 12, 10);
  private static final Set<String> CHANNELS = Set.of("mail", "registre");

  private final World world;
  private final Http http;
  private final MovableClock clock;

  AlertReadTest(World world, Http http, MovableClock clock) {
    this.world = world;
    this.http = http;
    this.clock = clock;
  }

  @BeforeEach
  void today() {
    clock.set("2018-12-11");
  }

  private static Deadline window(CandidateId candidate, LocalDate lastDay) {
    return new Deadline(
        Subject.WINDOW,
        UUID.randomUUID(),
        "AMIS-2013",
        candidate,
        lastDay,
        "TP-2006/1#window.length");
  }

  private AlertId raise(Deadline deadline, int horizon, Set<String> channels) {
    AlertId id = AlertId.of(deadline, horizon);
    happen(new AlertRaised(id, deadline, horizon, 1, channels, RAISED));
    return id;
  }

  private void happen(AlertEvent event) {
    world.store(
        "alert",
        event.alert().toString(),
        MovableClock.noon(event.effectiveOn().toString()),
        List.of(event));
  }

  private JsonNode read(AlertId id) {
    return http.json(
        "/api/alerts/" + id, "X-After-Version", Long.toString(world.version(id.toString())));
  }

  private List<String> found(String query) {
    return Http.each(http.json("/api/alerts?limit=500&" + query).path("items"), "/id");
  }

  @Test
  void an_alert_says_what_ends_when_by_which_rule_and_who_is_told() {
    CandidateId candidate = world.candidate("Benali", "Samia");
    Deadline deadline = window(candidate, LAST_DAY);
    JsonNode alert = read(raise(deadline, 3, CHANNELS));
    assertThat(alert.path("state").asString()).isEqualTo("RAISED");
    assertThat(alert.path("subject").asString()).isEqualTo("WINDOW");
    assertThat(alert.path("pathId").asString()).isEqualTo(deadline.id().toString());
    assertThat(alert.path("candidateId").asString()).isEqualTo(candidate.toString());
    assertThat(alert.path("certification").asString()).isEqualTo("AMIS-2013");
    assertThat(alert.path("lastDay").asString()).isEqualTo("2019-03-10");
    assertThat(alert.path("daysLeft").asInt()).isEqualTo(89);
    assertThat(alert.path("horizonMonths").asInt()).isEqualTo(3);
    assertThat(alert.path("raisedOn").asString()).isEqualTo("2018-12-10");
    assertThat(alert.path("rule").asString()).isEqualTo("TP-2006/1#window.length");
    assertThat(alert.at("/legalBasis/citation").asString()).contains("cinq ans");
    assertThat(alert.at("/legalBasis/mark").asString()).isEqualTo("S");
    assertThat(alert.path("delivery").asString()).isEqualTo("PENDING");
    assertThat(Http.each(alert.path("deliveries"), "/channel")).containsExactly("mail", "registre");
    assertThat(alert.has("acknowledgement")).isFalse();
    assertThat(alert.has("cancellation")).isFalse();
    assertThat(alert.has("certificate")).isFalse();
  }

  @Test
  void of_a_recevabilite_it_says_which_application_and_how_sure_the_rule_is() {
    CandidateId candidate = world.candidate("Benali", "Samia");
    UUID application = UUID.randomUUID();
    Deadline deadline =
        new Deadline(
            Subject.RECEVABILITE,
            application,
            "AMIS-2023",
            candidate,
            LAST_DAY,
            "VAE-2024/1#vae.validity");
    JsonNode alert = read(raise(deadline, 1, Set.of()));
    assertThat(alert.path("subject").asString()).isEqualTo("RECEVABILITE");
    assertThat(alert.path("vaeApplicationId").asString()).isEqualTo(application.toString());
    assertThat(alert.path("certification").asString()).isEqualTo("AMIS-2023");
    assertThat(alert.has("pathId")).isFalse();
    assertThat(alert.at("/legalBasis/citation").asString()).contains("six mois");
    assertThat(alert.at("/legalBasis/source").asString()).contains("secondaires");
    assertThat(alert.at("/legalBasis/mark").asString()).isEqualTo("2");
  }

  @Test
  void the_days_left_are_none_on_the_last_day_and_negative_after_it() {
    AlertId id = raise(window(world.candidate("Benali"), LAST_DAY), 3, Set.of());
    clock.set("2019-03-10");
    assertThat(read(id).path("daysLeft").asInt()).isZero();
    clock.set("2019-03-11");
    assertThat(read(id).path("daysLeft").asInt()).isEqualTo(-1);
  }

  @Test
  void where_nobody_is_to_be_told_it_is_visible_all_the_same() {
    AlertId id = raise(window(world.candidate("Benali"), LAST_DAY), 3, Set.of());
    assertThat(read(id).path("delivery").asString()).isEqualTo("NONE");
  }

  @Test
  void it_says_who_has_taken_notice_and_why_it_no_longer_holds() {
    AlertId id = raise(window(world.candidate("Benali"), LAST_DAY), 3, CHANNELS);
    happen(new AlertAcknowledged(id, RAISED, "vu"));
    JsonNode alert = read(id);
    assertThat(alert.path("state").asString()).isEqualTo("ACKNOWLEDGED");
    assertThat(alert.at("/acknowledgement/by").asString()).isEqualTo("jury.secretariat");
    assertThat(alert.at("/acknowledgement/note").asString()).isEqualTo("vu");
    AlertCause cause =
        new AlertCause(AlertCause.Kind.WINDOW_MOVED, RAISED, LocalDate.of(2021, 5, 2));
    happen(new AlertCancelled(id, cause, Set.of("registre"), RAISED.plusDays(1)));
    alert = read(id);
    assertThat(alert.path("state").asString()).isEqualTo("CANCELLED");
    assertThat(alert.at("/cancellation/cause").asString()).isEqualTo("WINDOW_MOVED");
    assertThat(alert.at("/cancellation/movedTo").asString()).isEqualTo("2021-05-02");
    assertThat(alert.path("delivery").asString()).isEqualTo("PENDING");
    assertThat(Http.each(alert.path("deliveries"), "/state"))
        .containsExactly("WITHDRAWN", "WITHDRAWN", "PENDING");
  }

  @Test
  void raised_again_it_stands_as_if_nobody_had_taken_notice() {
    Deadline deadline = window(world.candidate("Benali"), LAST_DAY);
    AlertId id = raise(deadline, 3, Set.of());
    happen(new AlertAcknowledged(id, RAISED, null));
    AlertCause cause = new AlertCause(AlertCause.Kind.WINDOW_MOVED, RAISED, null);
    happen(new AlertCancelled(id, cause, Set.of(), RAISED));
    happen(new AlertRaised(id, deadline, 3, 2, Set.of(), RAISED.plusDays(3)));
    JsonNode alert = read(id);
    assertThat(alert.path("state").asString()).isEqualTo("RAISED");
    assertThat(alert.path("occasion").asInt()).isEqualTo(2);
    assertThat(alert.has("acknowledgement")).isFalse();
    assertThat(alert.has("cancellation")).isFalse();
  }

  @Test
  void it_says_how_far_the_news_has_come_the_worst_first() {
    AlertId id = raise(window(world.candidate("Benali"), LAST_DAY), 3, CHANNELS);
    Delivery mail = new Delivery(News.RAISED, 1, "mail");
    Delivery webhook = new Delivery(News.RAISED, 1, "registre");
    happen(new AlertDelivered(id, mail, RAISED));
    assertThat(read(id).path("delivery").asString()).isEqualTo("PENDING");
    happen(new AlertDeliveryAbandoned(id, webhook, 16, "answered 503", RAISED));
    JsonNode alert = read(id);
    assertThat(alert.path("delivery").asString()).isEqualTo("DEAD");
    assertThat(alert.at("/deliveries/1/id").asString()).isEqualTo(webhook.idOf(id).toString());
    happen(new AlertDeliveryResumed(id, webhook, RAISED));
    assertThat(read(id).path("delivery").asString()).isEqualTo("PENDING");
    happen(new AlertDelivered(id, webhook, RAISED));
    assertThat(read(id).path("delivery").asString()).isEqualTo("DELIVERED");
  }

  @Test
  void alerts_are_found_by_each_criterion_and_by_all_together() {
    CandidateId candidate = world.candidate("Benali");
    Deadline window = window(candidate, LAST_DAY);
    Deadline sst =
        new Deadline(
            Subject.CERTIFICATE,
            candidate.value(),
            "SST",
            candidate,
            LAST_DAY.plusDays(1),
            "COMMON/1#title.prerequisites");
    String three = raise(window, 3, Set.of()).toString();
    String six = raise(window, 6, Set.of()).toString();
    String certificate = raise(sst, 3, Set.of()).toString();
    happen(new AlertAcknowledged(AlertId.of(six), RAISED, null));
    world.settled();
    String of = "candidateId=" + candidate + "&";
    assertThat(found(of)).containsExactlyInAnyOrder(three, six, certificate);
    assertThat(found(of).getLast()).isEqualTo(certificate);
    assertThat(found(of + "state=RAISED")).containsExactlyInAnyOrder(three, certificate);
    assertThat(found(of + "state=ACKNOWLEDGED")).containsExactly(six);
    assertThat(found(of + "state=CANCELLED")).isEmpty();
    assertThat(found(of + "subject=CERTIFICATE")).containsExactly(certificate);
    assertThat(found(of + "endsBefore=2019-03-11")).containsExactlyInAnyOrder(three, six);
    assertThat(found(of + "endsBefore=2019-03-10")).isEmpty();
    assertThat(found("pathId=" + window.id())).containsExactlyInAnyOrder(three, six);
    assertThat(found(of + "horizon=6")).containsExactly(six);
    assertThat(found(of + "horizon=3&subject=WINDOW&state=RAISED")).containsExactly(three);
  }

  @Test
  void pages_follow_each_other_without_gap_or_repeat() {
    CandidateId candidate = world.candidate("Benali");
    for (int i = 0; i < 5; i++) {
      raise(window(candidate, LAST_DAY.plusDays(i % 2)), 3, Set.of());
    }
    world.settled();
    String query = "/api/alerts?limit=2&candidateId=" + candidate;
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = http.json(query + (next.isEmpty() ? "" : "&after=" + next));
      assertThat(page.path("total").asInt()).isEqualTo(5);
      seen.addAll(Http.each(page.path("items"), "/id"));
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void of_an_erased_candidate_the_alert_shows_no_name() {
    CandidateId candidate = world.candidate("Benali", "Samia");
    AlertId id = raise(window(candidate, LAST_DAY), 3, Set.of());
    world.settled();
    assertThat(read(id).at("/candidate/name").asString()).isEqualTo("Benali Samia");
    world.erase(candidate);
    world.settled();
    assertThat(read(id).at("/candidate/name").asString()).isEqualTo("effacé");
  }

  @Test
  void an_alert_and_the_list_are_as_they_were_known() {
    CandidateId candidate = world.candidate("Benali", "Samia");
    Deadline deadline = window(candidate, LAST_DAY);
    AlertId id = raise(deadline, 3, CHANNELS);
    happen(new AlertDelivered(id, new Delivery(News.RAISED, 1, "mail"), RAISED.plusDays(1)));
    happen(new AlertAcknowledged(id, RAISED.plusDays(4), "vu"));
    world.settled();
    clock.set("2019-01-15");
    String of = "candidateId=" + candidate;
    String one = "/api/alerts/" + id;
    // Recorded at noon in Paris, which is 11:00 UTC: exactly then it is known.
    assertThat(found(of + "&knownAt=2018-12-10T10:59:59.999999Z")).isEmpty();
    assertThat(found(of + "&knownAt=2018-12-10T11:00:00Z")).containsExactly(id.toString());
    http.get(one + "?knownAt=2018-12-10T10:59:59.999999Z").problem(404, "UNKNOWN");
    JsonNode raised = http.json(one + "?knownAt=2018-12-10T11:00:00Z");
    assertThat(raised.path("version").asInt()).isEqualTo(1);
    assertThat(raised.path("delivery").asString()).isEqualTo("PENDING");
    assertThat(raised.at("/candidate/name").asString()).isEqualTo("Benali Samia");

    assertThat(found(of + "&state=RAISED&knownAt=2018-12-13")).containsExactly(id.toString());
    assertThat(found(of + "&state=ACKNOWLEDGED&knownAt=2018-12-13")).isEmpty();
    assertThat(found(of + "&state=ACKNOWLEDGED&knownAt=2018-12-14")).containsExactly(id.toString());
    assertThat(found(of + "&state=RAISED&effectiveOn=2018-12-13")).containsExactly(id.toString());
    assertThat(found(of + "&effectiveOn=2018-12-09")).isEmpty();
    JsonNode listed = http.json("/api/alerts?" + of + "&effectiveOn=2018-12-14").at("/items/0");
    assertThat(listed).isEqualTo(http.json(one + "?effectiveOn=2018-12-14"));
    assertThat(listed.at("/acknowledgement/by").asString()).isEqualTo("jury.secretariat");
    assertThat(listed.path("daysLeft").asInt()).isEqualTo(86);
    assertThat(http.json("/api/alerts?" + of + "&knownAt=2100-01-01"))
        .isEqualTo(http.json("/api/alerts?" + of));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=OPEN", "subject=SST", "endsBefore=tomorrow", "pathId=1", "candidateId=x",
        "horizon=0", "limit=501", "after=x", "unknown=1", "state=RAISED&state=RAISED"
      })
  void a_wrong_parameter_is_refused(String query) {
    http.get("/api/alerts?" + query).problem(400, "MALFORMED");
  }

  @Test
  void an_unknown_alert_is_not_found() {
    http.get("/api/alerts/" + UUID.randomUUID()).problem(404, "UNKNOWN");
    http.get("/api/alerts/1-1-1-1-1").problem(404, "UNKNOWN");
  }
}
