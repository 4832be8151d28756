package fr.livret.command.alert;

import static fr.livret.command.alert.Watch.window;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.livret.command.path.Sweep;
import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.eventstore.testing.TestPostgres;
import fr.livret.kernel.alert.AlertId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Two nodes on one database that tell a real HTTP server and a real mail server of alerts. */
final class Telling implements AutoCloseable {
  static final String SECRET = "un secret de trente-deux signes !";
  static final String CHANNEL = "registre";

  final Receiver receiver = new Receiver();
  final GreenMail mail = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtp"));
  final List<Node> nodes;
  final Node node;
  final Watch watch;

  Telling() {
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

  @Override
  public void close() {
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
  String alerted(Integer... answers) {
    MovableClock.on("2017-01-02");
    String path = node.story().withCcps("2014-03-10", "2016-05-02");
    receiver.answers(path, answers);
    MovableClock.on("2018-12-10");
    watch.look();
    watch.settled();
    return path;
  }

  static String alert(String path) {
    return AlertId.of(window(path, "2019-03-10"), 3).toString();
  }

  static void work(Node on) {
    on.bean(Courier.class).work();
  }

  /** Delivers until the webhook's delivery of that path's alert is in that state, and noted. */
  JsonNode deliveredUntil(String path, String state) {
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

  JsonNode delivery(String path) {
    return deliveries("channel=" + CHANNEL + "&alertId=" + alert(path)).path(0);
  }

  JsonNode deliveries(String query) {
    return node.api()
        .send("GET", "/api/alerts/deliveries?" + query, new byte[0])
        .json()
        .path("items");
  }

  List<Fact> facts(String path, String type) {
    return node.ledger().of(alert(path), "alert." + type).stream()
        .filter(fact -> fact.text("/delivery/channel").equals(CHANNEL))
        .toList();
  }

  List<MimeMessage> mails(String path) {
    return Arrays.stream(mail.getReceivedMessages())
        .filter(message -> text(message).contains(path))
        .toList();
  }

  static String text(MimeMessage message) {
    try {
      return message.getContent().toString();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
