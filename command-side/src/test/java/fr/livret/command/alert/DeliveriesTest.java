package fr.livret.command.alert;

import static fr.livret.command.alert.Watch.window;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.livret.command.alert.Receiver.Received;
import fr.livret.command.path.Sweep;
import fr.livret.command.testing.AtOnce;
import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.form.testing.TestPostgres;
import fr.livret.kernel.alert.AlertId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** How alerts reach a real HTTP server and a real mail server, from two nodes on one database. */
@ExtendWith(SharedNode.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveriesTest {
  private static final String SECRET = "un secret de trente-deux signes !";
  private static final String CHANNEL = "registre";

  private final Receiver receiver = new Receiver();
  private final GreenMail mail = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtp"));
  private final List<Node> nodes;
  private final Node node;
  private final Watch watch;

  DeliveriesTest() {
    mail.start();
    Map<String, Object> settings = new HashMap<>();
    settings.put("livret.alerts.webhooks[0].name", CHANNEL);
    settings.put("livret.alerts.webhooks[0].url", receiver.url());
    settings.put("livret.alerts.webhooks[0].secret", SECRET);
    settings.put("livret.alerts.mail.to", "alertes@example.org");
    settings.put("livret.alerts.mail.from", "livret@example.org");
    settings.put("spring.mail.host", "127.0.0.1");
    settings.put("spring.mail.port", mail.getSmtp().getPort());
    settings.put("livret.alerts.delivery.attempts", 3);
    settings.put("livret.alerts.delivery.first-wait", "PT0.02S");
    settings.put("livret.alerts.delivery.longest-wait", "PT0.05S");
    settings.put("livret.alerts.delivery.lease", "PT1S");
    String database = TestPostgres.freshDatabaseUrl();
    Map<String, Object> named = new HashMap<>(settings);
    named.put("livret.alerts.mail.with-name", true);
    named.put("livret.alerts.mail.cancellations", true);
    nodes = List.of(Node.on(database, settings), Node.on(database, named));
    node = nodes.getFirst();
    watch = new Watch(node);
  }

  @AfterAll
  void stop() {
    nodes.forEach(Node::close);
    mail.stop();
    receiver.close();
  }

  /** Known beforehand: a server that was stopped comes back where it was. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path whose window ends on 2019-03-10, with its alert at three months raised and queued. */
  private String alerted(Integer... answers) {
    MovableClock.on("2017-01-02");
    String path = node.story().withCcps("2014-03-10", "2016-05-02");
    receiver.answers(path, answers);
    MovableClock.on("2018-12-10");
    watch.look();
    watch.settled();
    return path;
  }

  private static String alert(String path) {
    return AlertId.of(window(path, "2019-03-10"), 3).toString();
  }

  private static void work(Node on) {
    on.bean(Courier.class).work();
  }

  /** Delivers until the webhook's delivery of that path's alert is in that state, and noted. */
  private JsonNode deliveredUntil(String path, String state) {
    Sweep.eventually()
        .until(
            () -> {
              work(node);
              return delivery(path);
            },
            delivery -> delivery.path("state").asString().equals(state));
    work(node);
    return delivery(path);
  }

  private JsonNode delivery(String path) {
    return deliveries("channel=" + CHANNEL + "&alertId=" + alert(path)).path(0);
  }

  private JsonNode deliveries(String query) {
    return node.api()
        .send("GET", "/api/alerts/deliveries?" + query, new byte[0])
        .json()
        .path("items");
  }

  private List<Fact> facts(String path, String type) {
    return node.ledger().of(alert(path), "alert." + type).stream()
        .filter(fact -> fact.text("/delivery/channel").equals(CHANNEL))
        .toList();
  }

  private List<MimeMessage> mails(String path) {
    return Arrays.stream(mail.getReceivedMessages())
        .filter(message -> text(message).contains(path))
        .toList();
  }

  private static String text(MimeMessage message) {
    try {
      return message.getContent().toString();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_webhook_is_posted_the_alert_with_a_signature_that_can_be_verified() throws Exception {
    String path = alerted();
    deliveredUntil(path, "DELIVERED");
    Received one = receiver.about(path).getFirst();
    String timestamp = one.header("X-Livret-Timestamp");
    // As docs/alerts.md has receivers verify it.
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    String expected =
        "v1="
            + HexFormat.of().formatHex(mac.doFinal((timestamp + "." + one.body()).getBytes(UTF_8)));
    assertThat(one.header("X-Livret-Signature")).isEqualTo(expected);
    assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
        .isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(5));
    assertThat(one.header("Content-Type")).startsWith("application/json");
    JsonNode body = one.json();
    assertThat(one.header("X-Livret-Delivery"))
        .isEqualTo(body.path("delivery").asString())
        .isEqualTo(delivery(path).path("id").asString());
    assertThat(body.path("event").asString()).isEqualTo("alert.raised");
    assertThat(body.path("alertId").asString()).isEqualTo(alert(path));
    assertThat(body.path("subject").asString()).isEqualTo("WINDOW");
    assertThat(body.path("certification").asString()).isEqualTo("AMIS-2013");
    assertThat(body.path("lastDay").asString()).isEqualTo("2019-03-10");
    assertThat(body.path("horizonMonths").asInt()).isEqualTo(3);
    assertThat(body.path("rule").asString()).isEqualTo("TP-2006/1#window.length");
    assertThat(body.at("/legalBasis/mark").asString()).isEqualTo("S");
    assertThat(one.body()).doesNotContain("Benali");
  }

  @Test
  void what_fails_twice_is_delivered_at_the_third_attempt_under_one_id_and_never_again() {
    String path = alerted(503, 500);
    JsonNode delivery = deliveredUntil(path, "DELIVERED");
    assertThat(delivery.path("attempts").asInt()).isEqualTo(3);
    assertThat(receiver.about(path)).hasSize(3);
    assertThat(receiver.about(path))
        .extracting(one -> one.header("X-Livret-Delivery"), Received::body)
        .containsOnly(
            tuple(delivery.path("id").asString(), receiver.about(path).getFirst().body()));
    assertThat(facts(path, "AlertDelivered")).hasSize(1);
    work(nodes.getLast());
    work(node);
    assertThat(receiver.about(path)).hasSize(3);
  }

  @Test
  void what_is_tried_in_vain_is_given_up_seen_and_tried_anew_on_demand() {
    String path = alerted(503, 503, 503);
    JsonNode dead = deliveredUntil(path, "DEAD");
    assertThat(dead.path("attempts").asInt()).isEqualTo(3);
    assertThat(dead.path("lastError").asString()).isEqualTo("answered 503");
    assertThat(dead.has("nextAttempt")).isFalse();
    assertThat(deliveries("state=DEAD")).anyMatch(one -> one.equals(dead));
    assertThat(facts(path, "AlertDeliveryAbandoned"))
        .extracting(fact -> fact.text("/error"))
        .containsExactly("answered 503");
    String retry = "/api/alerts/deliveries/" + dead.path("id").asString() + "/retry";
    node.api().post(retry, "", "X-Livret-Actor", "m.durand").done();
    assertThat(facts(path, "AlertDeliveryResumed").getFirst().metadata().path("actor").asString())
        .isEqualTo("m.durand");
    deliveredUntil(path, "DELIVERED");
    assertThat(receiver.about(path)).hasSize(4);
    assertThat(facts(path, "AlertDelivered")).hasSize(1);
    node.api().post(retry, "").problem(409, "DELIVERY_NOT_ABANDONED");
  }

  @Test
  void who_answers_410_is_not_asked_again() {
    String path = alerted(410);
    JsonNode dead = deliveredUntil(path, "DEAD");
    assertThat(dead.path("attempts").asInt()).isEqualTo(1);
    assertThat(dead.path("lastError").asString()).isEqualTo("answered 410");
  }

  @Test
  void a_redirect_is_not_followed() {
    receiver.redirectsTo("/ailleurs");
    String path = alerted(302, 307, 301);
    JsonNode dead = deliveredUntil(path, "DEAD");
    assertThat(dead.path("lastError").asString()).isEqualTo("answered 301");
    assertThat(receiver.all()).noneMatch(one -> one.address().startsWith("/ailleurs"));
  }

  @Test
  void a_cancellation_is_told_and_takes_back_what_has_not_arrived() {
    String told = alerted();
    deliveredUntil(told, "DELIVERED");
    String untold = alerted();
    for (String path : List.of(told, untold)) {
      node.story().annul(path, "CCP1", "2018-12-10").done();
    }
    watch.look();
    watch.settled();
    assertThat(delivery(untold).path("state").asString()).isEqualTo("WITHDRAWN");
    Sweep.eventually()
        .until(
            () -> {
              work(node);
              return receiver.about(told).size();
            },
            count -> count == 2);
    JsonNode body = receiver.about(told).getLast().json();
    assertThat(body.path("event").asString()).isEqualTo("alert.cancelled");
    assertThat(body.path("alertId").asString()).isEqualTo(alert(told));
    assertThat(body.at("/cause/kind").asString()).isEqualTo("WINDOW_MOVED");
    assertThat(body.at("/cause/movedTo").asString()).isEqualTo("2021-05-02");
    assertThat(receiver.about(untold)).allMatch(one -> one.body().contains("alert.cancelled"));
  }

  @Test
  void what_a_node_was_delivering_when_it_died_another_delivers_once_the_lease_is_over() {
    String path = alerted();
    // As after a kill: the attempt was counted, and nobody is left to say what came of it.
    Outbox outbox = node.bean(Outbox.class);
    Outbox.Item lost;
    do {
      lost = outbox.claim(CHANNEL, Duration.ofSeconds(1)).orElseThrow();
    } while (!lost.alert().toString().equals(alert(path)));
    work(nodes.getLast());
    assertThat(receiver.about(path)).isEmpty();
    Sweep.eventually()
        .until(
            () -> {
              work(nodes.getLast());
              return receiver.about(path).size();
            },
            count -> count == 1);
    work(nodes.getLast());
    assertThat(delivery(path).path("attempts").asInt()).isEqualTo(2);
    assertThat(facts(path, "AlertDelivered")).hasSize(1);
  }

  @Test
  void two_nodes_at_once_raise_each_alert_once_and_deliver_it_once() {
    MovableClock.on("2015-01-05");
    List<String> paths = node.story().pathsWithCcp1(24, "2014-03-10");
    watch.settled();
    MovableClock.on("2018-12-10");
    AtOnce.ask(
        2,
        i -> {
          new Watch(nodes.get(i)).sweep();
          return true;
        });
    watch.settled();
    AtOnce.ask(
        2,
        i -> {
          work(nodes.get(i));
          return true;
        });
    paths.forEach(path -> deliveredUntil(path, "DELIVERED"));
    assertThat(paths)
        .allSatisfy(path -> {
          assertThat(node.ledger().of(alert(path), "alert.AlertRaised")).hasSize(1);
          assertThat(receiver.about(path)).hasSize(1);
          assertThat(mails(path)).hasSize(1);
        });
  }

  @Test
  void rebuilding_the_agenda_or_reading_the_facts_anew_delivers_nothing_again() {
    String path = alerted();
    deliveredUntil(path, "DELIVERED");
    var processors = node.bean(EventProcessingConfiguration.class);
    for (String group : List.of(AlertAgenda.GROUP, WhenAlertIsRaisedThenQueue.GROUP)) {
      for (Node one : nodes) {
        one.bean(EventProcessingConfiguration.class)
            .eventProcessor(group, StreamingEventProcessor.class)
            .orElseThrow()
            .shutDown();
      }
      StreamingEventProcessor processor =
          processors.eventProcessor(group, StreamingEventProcessor.class).orElseThrow();
      if (processor.supportsReset()) {
        processor.resetTokens();
      } else {
        // What no reset would do: the token itself is taken back to the first fact.
        watch
            .jdbc()
            .sql("update token_entry set token = null, token_type = null where processor_name = ?")
            .param(group)
            .update();
      }
      processor.start();
    }
    watch.look();
    watch.settled();
    IntStream.range(0, 3).forEach(_ -> nodes.forEach(DeliveriesTest::work));
    assertThat(receiver.about(path)).hasSize(1);
    assertThat(mails(path)).hasSize(1);
  }

  @Test
  void an_e_mail_says_in_french_what_ends_when_and_by_which_rule() throws Exception {
    String path = alerted();
    deliveredUntil(path, "DELIVERED");
    MimeMessage one = mails(path).getFirst();
    assertThat(one.getSubject())
        .isEqualTo("Délai de capitalisation AMIS-2013, échéance le 10 mars 2019");
    assertThat(one.getHeader("Subject")[0]).startsWith("=?UTF-8?");
    assertThat(one.getContentType().toLowerCase(Locale.ROOT))
        .contains("text/plain")
        .contains("utf-8");
    assertThat(one.getAllRecipients()[0]).hasToString("alertes@example.org");
    assertThat(one.getFrom()[0]).hasToString("livret@example.org");
    String delivery = one.getHeader("X-Livret-Delivery")[0];
    assertThat(one.getMessageID()).isEqualTo("<" + delivery + "@livret>");
    assertThat(text(one))
        .contains("Le délai de capitalisation du parcours " + path + " (AMIS-2013)")
        .contains("prend fin le 10 mars 2019, ce jour compris")
        .contains("à l'horizon de 3 mois")
        .contains("Règle : TP-2006/1#window.length")
        .contains("cinq ans")
        .contains("ends on 10 March 2019")
        .doesNotContain("Benali");
  }

  @Test
  void the_candidate_is_named_and_cancellations_are_sent_where_the_settings_say_so()
      throws Exception {
    Node named = nodes.getLast();
    String path = alerted();
    Sweep.eventually()
        .until(
            () -> {
              work(named);
              return mails(path).size();
            },
            count -> count == 1);
    assertThat(text(mails(path).getFirst())).contains("Benali Samia");
    node.story().annul(path, "CCP1", "2018-12-10").done();
    watch.settled();
    new Watch(named).sweep();
    watch.settled();
    Sweep.eventually()
        .until(
            () -> {
              work(named);
              return mails(path).size();
            },
            count -> count == 2);
    MimeMessage cancellation = mails(path).getLast();
    assertThat(cancellation.getSubject())
        .isEqualTo("Annulation : Délai de capitalisation AMIS-2013, échéance le 10 mars 2019");
    assertThat(text(cancellation))
        .contains("Motif : délai déplacé, le 10 décembre 2018.")
        .contains("Nouvelle échéance : le 2 mai 2021.");
  }

  @Test
  void a_mail_server_that_is_away_keeps_no_webhook_waiting_and_gets_its_mail_later() {
    mail.stop();
    String path = alerted();
    deliveredUntil(path, "DELIVERED");
    JsonNode waiting = deliveries("channel=mail&alertId=" + alert(path)).path(0);
    assertThat(waiting.path("state").asString()).isIn("PENDING", "DEAD");
    assertThat(waiting.path("lastError").asString()).isNotBlank();
    mail.start();
  }
}
