package fr.livret.command.alert;

import static fr.livret.command.alert.Watch.window;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.kernel.alert.AlertId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do with alerts. */
@ExtendWith(SharedNode.class)
class AlertRequestsTest {
  private final Node node;
  private final Watch watch;

  AlertRequestsTest(Node node) {
    this.node = node;
    this.watch = new Watch(node);
  }

  private String path() {
    MovableClock.on("2017-01-02");
    String path = node.story().withCcps("2014-03-10", "2016-05-02");
    MovableClock.on("2018-12-10");
    watch.look();
    return path;
  }

  private static String alert(String path) {
    return AlertId.of(window(path, "2019-03-10"), 3).toString();
  }

  private Answer acknowledge(String alert, String body, String... headers) {
    return node.api().post("/api/alerts/" + alert + "/acknowledgement", body, headers);
  }

  @Test
  void an_alert_is_acknowledged_by_the_actor_once() {
    String alert = alert(path());
    Answer answer =
        acknowledge(alert, "{\"note\": \"Session prévue\"}", "X-Livret-Actor", "m.durand").done();
    assertThat(answer.id()).isEqualTo(alert);
    assertThat(answer.version()).isEqualTo(2);
    Fact fact = node.ledger().of(alert).getLast();
    assertThat(fact.type()).isEqualTo("alert.AlertAcknowledged");
    assertThat(fact.text("/note")).isEqualTo("Session prévue");
    assertThat(fact.text("/acknowledgedOn")).isEqualTo("2018-12-10");
    assertThat(fact.metadata().path("actor").asString()).isEqualTo("m.durand");
    acknowledge(alert, "{}").problem(409, "ALREADY_RECORDED");
  }

  @Test
  void asked_twice_under_one_key_it_is_answered_twice_and_done_once() {
    String alert = alert(path());
    Answer first = acknowledge(alert, "{}", "Idempotency-Key", "k-" + alert).done();
    acknowledge(alert, "{}", "Idempotency-Key", "k-" + alert).isAgain(first);
    acknowledge(alert, "{\"note\": \"x\"}", "Idempotency-Key", "k-" + alert)
        .problem(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void another_version_than_the_one_seen_is_refused() {
    acknowledge(alert(path()), "{}", "If-Match", "\"7\"").problem(412, "VERSION_CONFLICT");
  }

  @Test
  void a_cancelled_alert_is_not_acknowledged_and_the_refusal_names_its_rule() {
    String path = path();
    node.story().annul(path, "CCP1", "2018-12-10").done();
    watch.look();
    var problem = acknowledge(alert(path), "{}").problem(409, "ALERT_CANCELLED");
    assertThat(problem.at("/legalBasis/rule").asString()).isEqualTo("COMMON/1#alert.course");
  }

  @Test
  void an_unknown_alert_is_not_found() {
    acknowledge(UUID.randomUUID().toString(), "{}").problem(404, "UNKNOWN");
    acknowledge("no-id", "{}").problem(404, "UNKNOWN");
    node.api()
        .post("/api/alerts/deliveries/" + UUID.randomUUID() + "/retry", "{}")
        .problem(404, "UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"note\": \" \"}", "{\"note\": 7}", "{\"remark\": \"x\"}", "[]", ""})
  void a_malformed_acknowledgement_is_refused(String body) {
    acknowledge(alert(path()), body).problem(400, "MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=LOST",
        "alertId=1",
        "limit=0",
        "limit=501",
        "after=x",
        "unknown=1",
        "state=DEAD&state=DEAD"
      })
  void a_wrong_parameter_of_the_list_of_deliveries_is_refused(String query) {
    node.api()
        .send("GET", "/api/alerts/deliveries?" + query, new byte[0])
        .problem(400, "MALFORMED");
  }

  @Test
  void where_nothing_is_configured_nothing_is_on_its_way() {
    path();
    Answer answer = node.api().send("GET", "/api/alerts/deliveries", new byte[0]);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("total").asInt()).isZero();
    assertThat(answer.json().path("items")).isEmpty();
  }
}
