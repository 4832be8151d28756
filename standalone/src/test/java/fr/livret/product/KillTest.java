package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** kill -9 amid a stream of writes: nothing acknowledged is lost, nothing is there twice. */
class KillTest {
  private static final int WRITERS = 8;
  private static final int KILLS = 3;
  private static final int WRITES_BEFORE_A_KILL = 120;

  /** By the key of the request: the id the answer gave, or nothing where no answer came. */
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final AtomicInteger number = new AtomicInteger();

  @Test
  void nothing_acknowledged_is_lost_and_nothing_is_doubled(@TempDir Path folder) {
    Path data = folder.resolve("data");
    for (int round = 0; round < KILLS; round++) {
      ProductProcess product = ProductProcess.start(data);
      sendUntilKilled(product, (round + 1) * WRITES_BEFORE_A_KILL);
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * WRITES_BEFORE_A_KILL);
    try (ProductProcess product = ProductProcess.start(data)) {
      Web web = product.web();
      sendAgainWhatGotNoAnswer(web);
      List<String> stored = storedNames(web);
      assertThat(stored).doesNotHaveDuplicates();
      assertThat(new HashSet<>(stored)).isEqualTo(sent);
      acknowledged.forEach((key, id) -> {
        assertThat(web.get("/api/candidates/" + id).status()).isEqualTo(200);
        assertThat(register(web, key).id()).as("the same key gives the same id").isEqualTo(id);
      });
    }
  }

  private void sendUntilKilled(ProductProcess product, int acknowledgements) {
    Web web = product.web();
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < WRITERS; writer++) {
        writers.submit(() -> writeOn(web));
      }
      while (acknowledged.size() < acknowledgements) {
        Thread.onSpinWait();
        Thread.yield();
      }
      product.kill();
    }
  }

  /** Writes until nobody answers any more. */
  private void writeOn(Web web) {
    while (true) {
      String key = "Kill-" + number.incrementAndGet();
      sent.add(key);
      try {
        Web.Answer answer = register(web, key);
        if (answer.status() != 201) {
          return;
        }
        acknowledged.put(key, answer.id());
      } catch (Web.Unreachable _) {
        return;
      }
    }
  }

  private void sendAgainWhatGotNoAnswer(Web web) {
    for (String key : sent) {
      if (!acknowledged.containsKey(key)) {
        Web.Answer answer = register(web, key);
        assertThat(answer.status()).isEqualTo(201);
        acknowledged.put(key, answer.id());
      }
    }
  }

  private static Web.Answer register(Web web, String key) {
    return web.post(
        "/api/candidates",
        """
        {"familyName": "%s", "givenNames": ["Ada"], "birthDate": "1990-01-01"}\
        """
            .formatted(key),
        "Idempotency-Key",
        key);
  }

  private List<String> storedNames(Web web) {
    acknowledged.values().forEach(id -> awaitShown(web, id));
    List<String> names = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = web.get("/api/candidates?limit=500" + next).body();
      page.path("items").forEach(item -> names.add(item.path("familyName").stringValue("")));
      JsonNode cursor = page.path("next");
      next = cursor.isString() ? "&after=" + cursor.stringValue() : "";
    } while (!next.isEmpty());
    return names;
  }

  /**
   * Waits as a client does, told by 503 to try again: after a kill the projections follow once the
   * dead process's claim on them has run out, ten seconds at most. What never shows fails here.
   */
  private static void awaitShown(Web web, String id) {
    int status = 503;
    for (int tries = 0; tries < 15 && status == 503; tries++) {
      status = web.get("/api/candidates/" + id, "X-After-Version", "1").status();
    }
    assertThat(status).as("candidate " + id + " is shown").isEqualTo(200);
  }
}
