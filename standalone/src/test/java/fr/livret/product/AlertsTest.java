package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.livret.kernel.law.Days;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product tells of alerts, is killed in the middle, and tells the rest once it is back. */
class AlertsTest {
  private static final int CANDIDATES = 16;
  private static final int BEFORE_THE_KILL = 4;
  private static final Duration SLOWLY = Duration.ofMillis(250);

  private final List<JsonNode> received = new CopyOnWriteArrayList<>();

  @Test
  void killed_in_the_middle_of_telling_it_loses_nothing_and_a_mail_server_away_keeps_it_up(
      @TempDir Path folder) throws IOException {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::take);
    receiver.start();
    try {
      String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
      tell(folder.resolve("data"), url);
    } finally {
      receiver.stop(0);
    }
  }

  private void tell(Path data, String url) {
    String[] settings = {
      "--livret.alerts.webhooks[0].name=registre",
      "--livret.alerts.webhooks[0].url=" + url,
      "--livret.alerts.webhooks[0].secret=seize signes et plus",
      "--livret.alerts.mail.to=alertes@example.org",
      "--livret.alerts.mail.from=livret@example.org",
      // Nobody is there.
      "--spring.mail.host=127.0.0.1",
      "--spring.mail.port=1",
      "--livret.alerts.period=PT0.5S",
      "--livret.alerts.delivery.lease=PT3S"
    };
    ProductProcess product = ProductProcess.start(data, settings);
    for (int i = 0; i < CANDIDATES; i++) {
      certified(product.web());
    }
    patiently().until(() -> received.size() >= BEFORE_THE_KILL);
    product.kill();
    try (ProductProcess again = ProductProcess.start(data, settings)) {
      patiently().until(() -> delivered(again.web()) == CANDIDATES);
      assertThat(again.web().get("/actuator/health").body().path("status").stringValue())
          .isEqualTo("UP");
      assertThat(again.web().get("/actuator/metrics/livret.alerts.deliveries").status())
          .isEqualTo(200);
      // Until the dead node's claim has run out, the automation is nobody's, and so is its lag.
      patiently().until(() -> lag(again.web(), "alert-agenda") >= 0);
    }
    Set<String> ids = new HashSet<>();
    received.forEach(one -> ids.add(one.path("delivery").stringValue()));
    assertThat(ids).hasSize(CANDIDATES);
    assertThat(received).hasSizeBetween(CANDIDATES, CANDIDATES + 1);
  }

  /** How many events the automation is behind; negative while no node runs it. */
  private static double lag(Web web, String automation) {
    return web.get("/actuator/metrics/livret.automation.lag?tag=automation:" + automation)
        .body()
        .at("/measurements/0/value")
        .doubleValue(-1);
  }

  private static long delivered(Web web) {
    JsonNode alerts = web.get("/api/alerts?limit=500").body().path("items");
    return alerts
        .valueStream()
        .flatMap(alert -> alert.path("deliveries").valueStream())
        .filter(told -> told.path("channel").stringValue("").equals("registre"))
        .filter(told -> told.path("state").stringValue("").equals("DELIVERED"))
        .count();
  }

  /** A candidate whose certificate ends in less than three months. */
  private static void certified(Web web) {
    LocalDate today = LocalDate.now(Days.PARIS);
    String candidate =
        web.post(
                "/api/candidates",
                """
                {"familyName": "Benali", "givenNames": ["Samia"], "birthDate": "1990-04-17"}\
                """)
            .id();
    Web.Answer answer =
        web.post(
            "/api/candidates/" + candidate + "/certificates",
            """
            {"kind": "SST", "obtainedOn": "%s", "validThrough": "%s"}\
            """
                .formatted(today.minusYears(2), today.plusDays(80)));
    assertThat(answer.status()).isEqualTo(200);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
      Thread.sleep(SLOWLY);
      exchange.sendResponseHeaders(204, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ConditionFactory patiently() {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .ignoreException(Web.Unreachable.class);
  }
}
