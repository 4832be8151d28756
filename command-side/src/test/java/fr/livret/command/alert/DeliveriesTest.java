package fr.livret.command.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.livret.command.alert.Receiver.Received;
import fr.livret.command.path.Sweep;
import fr.livret.command.testing.AtOnce;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
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

/** How alerts reach a real HTTP server, from two nodes on one database. */
@ExtendWith(SharedNode.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveriesTest {
  private final Telling telling = new Telling();
  private final Receiver receiver = telling.receiver;
  private final List<Node> nodes = telling.nodes;
  private final Node node = telling.node;
  private final Watch watch = telling.watch;

  @AfterAll
  void stop() {
    telling.close();
  }

  @Test
  void a_webhook_is_posted_the_alert_with_a_signature_that_can_be_verified() throws Exception {
    String path = telling.alerted();
    telling.deliveredUntil(path, "DELIVERED");
    Received one = receiver.about(path).getFirst();
    String timestamp = one.header("X-Livret-Timestamp");
    // As docs/alerts.md has receivers verify it.
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Telling.SECRET.getBytes(UTF_8), "HmacSHA256"));
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
        .isEqualTo(telling.delivery(path).path("id").asString());
    assertThat(body.path("event").asString()).isEqualTo("alert.raised");
    assertThat(body.path("alertId").asString()).isEqualTo(Telling.alert(path));
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
    String path = telling.alerted(503, 500);
    JsonNode delivery = telling.deliveredUntil(path, "DELIVERED");
    assertThat(delivery.path("attempts").asInt()).isEqualTo(3);
    assertThat(receiver.about(path)).hasSize(3);
    assertThat(receiver.about(path))
        .extracting(one -> one.header("X-Livret-Delivery"), Received::body)
        .containsOnly(
            tuple(delivery.path("id").asString(), receiver.about(path).getFirst().body()));
    assertThat(telling.facts(path, "AlertDelivered")).hasSize(1);
    Telling.work(nodes.getLast());
    Telling.work(node);
    assertThat(receiver.about(path)).hasSize(3);
  }

  @Test
  void what_is_tried_in_vain_is_given_up_seen_and_tried_anew_on_demand() {
    String path = telling.alerted(503, 503, 503);
    JsonNode dead = telling.deliveredUntil(path, "DEAD");
    assertThat(dead.path("attempts").asInt()).isEqualTo(3);
    assertThat(dead.path("lastError").asString()).isEqualTo("answered 503");
    assertThat(dead.has("nextAttempt")).isFalse();
    assertThat(telling.deliveries("state=DEAD")).anyMatch(one -> one.equals(dead));
    assertThat(telling.facts(path, "AlertDeliveryAbandoned"))
        .extracting(fact -> fact.text("/error"))
        .containsExactly("answered 503");
    String retry = "/api/alerts/deliveries/" + dead.path("id").asString() + "/retry";
    node.api().post(retry, "", "X-Livret-Actor", "m.durand").done();
    assertThat(
            telling
                .facts(path, "AlertDeliveryResumed")
                .getFirst()
                .metadata()
                .path("actor")
                .asString())
        .isEqualTo("m.durand");
    telling.deliveredUntil(path, "DELIVERED");
    assertThat(receiver.about(path)).hasSize(4);
    assertThat(telling.facts(path, "AlertDelivered")).hasSize(1);
    node.api().post(retry, "").problem(409, "DELIVERY_NOT_ABANDONED");
  }

  @Test
  void who_answers_410_is_not_asked_again() {
    String path = telling.alerted(410);
    JsonNode dead = telling.deliveredUntil(path, "DEAD");
    assertThat(dead.path("attempts").asInt()).isEqualTo(1);
    assertThat(dead.path("lastError").asString()).isEqualTo("answered 410");
  }

  @Test
  void a_redirect_is_not_followed() {
    receiver.redirectsTo("/ailleurs");
    String path = telling.alerted(302, 307, 301);
    JsonNode dead = telling.deliveredUntil(path, "DEAD");
    assertThat(dead.path("lastError").asString()).isEqualTo("answered 301");
    assertThat(receiver.all()).noneMatch(one -> one.address().startsWith("/ailleurs"));
  }

  @Test
  void a_cancellation_is_told_and_takes_back_what_has_not_arrived() {
    String told = telling.alerted();
    telling.deliveredUntil(told, "DELIVERED");
    String untold = telling.alerted();
    for (String path : List.of(told, untold)) {
      node.story().annul(path, "CCP1", "2018-12-10").done();
    }
    watch.look();
    watch.settled();
    assertThat(telling.delivery(untold).path("state").asString()).isEqualTo("WITHDRAWN");
    Sweep.eventually()
        .until(
            () -> {
              Telling.work(node);
              return receiver.about(told).size();
            },
            count -> count == 2);
    JsonNode body = receiver.about(told).getLast().json();
    assertThat(body.path("event").asString()).isEqualTo("alert.cancelled");
    assertThat(body.path("alertId").asString()).isEqualTo(Telling.alert(told));
    assertThat(body.at("/cause/kind").asString()).isEqualTo("WINDOW_MOVED");
    assertThat(body.at("/cause/movedTo").asString()).isEqualTo("2021-05-02");
    assertThat(receiver.about(untold)).allMatch(one -> one.body().contains("alert.cancelled"));
  }

  @Test
  void what_a_node_was_delivering_when_it_died_another_delivers_once_the_lease_is_over() {
    String path = telling.alerted();
    // As after a kill: the attempt was counted, and nobody is left to say what came of it.
    Outbox outbox = node.bean(Outbox.class);
    Outbox.Item lost;
    do {
      lost = outbox.claim(Telling.CHANNEL, Duration.ofSeconds(1)).orElseThrow();
    } while (!lost.alert().toString().equals(Telling.alert(path)));
    Telling.work(nodes.getLast());
    assertThat(receiver.about(path)).isEmpty();
    Sweep.eventually()
        .until(
            () -> {
              Telling.work(nodes.getLast());
              return receiver.about(path).size();
            },
            count -> count == 1);
    Telling.work(nodes.getLast());
    assertThat(telling.delivery(path).path("attempts").asInt()).isEqualTo(2);
    assertThat(telling.facts(path, "AlertDelivered")).hasSize(1);
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
          Telling.work(nodes.get(i));
          return true;
        });
    paths.forEach(path -> telling.deliveredUntil(path, "DELIVERED"));
    assertThat(paths)
        .allSatisfy(path -> {
          assertThat(node.ledger().of(Telling.alert(path), "alert.AlertRaised")).hasSize(1);
          assertThat(receiver.about(path)).hasSize(1);
          assertThat(telling.mails(path)).hasSize(1);
        });
  }

  @Test
  void rebuilding_the_agenda_or_reading_the_facts_anew_delivers_nothing_again() {
    String path = telling.alerted();
    telling.deliveredUntil(path, "DELIVERED");
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
    IntStream.range(0, 3).forEach(_ -> nodes.forEach(Telling::work));
    assertThat(receiver.about(path)).hasSize(1);
    assertThat(telling.mails(path)).hasSize(1);
  }
}
