package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** kill -9 of the product, then of the command, amid an import: the command again does the rest. */
class KillDuringImportTest {
  private static final int LIVES = 600;
  private static final int LINES = LIVES * ImportFile.LINES_OF_A_LIFE;

  @Test
  void nothing_is_lost_and_nothing_is_doubled(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("lives.ndjson"), ImportFile.lives(LIVES));
    Path data = folder.resolve("data");
    long before = killedAmid(folder, file, data, true);
    long then = killedAmid(folder, file, data, false);
    assertThat(before).isBetween(1L, LINES - 1L);
    assertThat(then).isLessThan(LINES);
    try (ProductProcess product = ProductProcess.start(data)) {
      CommandLineProcess.Result last = imported(folder, file, product);
      assertThat(last.status()).as(last.err()).isEqualTo(1);
      assertThat(last.out().lines()).hasSize(LIVES);
      assertThat(last.err()).contains(LINES + " lines: " + (LINES - LIVES) + " accepted");
      CommandLineProcess.Result again = imported(folder, file, product);
      assertThat(again.out()).isEqualTo(last.out());
      assertThat(again.err()).contains(LINES + " of them known from before");
      everythingIsThereOnce(product.web());
    }
  }

  private static CommandLineProcess.Result imported(
      Path folder, Path file, ProductProcess product) {
    return CommandLineProcess.run(folder, arguments(file, product));
  }

  private static String[] arguments(Path file, ProductProcess product) {
    return new String[] {"import", file.toString(), "--url=http://127.0.0.1:" + product.port()};
  }

  /** How many lines were done when it was killed. */
  private static long killedAmid(Path folder, Path file, Path data, boolean theProduct) {
    try (ProductProcess product = ProductProcess.start(data)) {
      CommandLineProcess command = CommandLineProcess.start(folder, arguments(file, product));
      JsonNode now = product.web().get("/api/imports/lives.ndjson").body();
      while (command.isAlive() && !amid(now, theProduct)) {
        now = product.web().get("/api/imports/lives.ndjson").body();
      }
      long done = now.path("lines").asLong();
      if (theProduct) {
        product.kill();
      }
      command.kill();
      return done;
    }
  }

  /** The second time it is amid its file once something was answered from memory. */
  private static boolean amid(JsonNode now, boolean first) {
    return now.path("state").asString().equals("RUNNING")
        && now.path(first ? "lines" : "repeated").asLong() > 0;
  }

  private static void everythingIsThereOnce(Web web) {
    JsonNode outcomes = web.get("/api/imports/lives.ndjson/outcomes?limit=500").body();
    String cursor;
    int paths = 0;
    do {
      for (JsonNode outcome : outcomes.path("items")) {
        if (outcome.path("line").asInt() % ImportFile.LINES_OF_A_LIFE == 2) {
          paths++;
          oncePerCcp(web, outcome.path("id").asString());
        }
      }
      cursor = outcomes.path("next").asString("");
      outcomes = web.get("/api/imports/lives.ndjson/outcomes?limit=500&after=" + cursor).body();
    } while (!cursor.isEmpty());
    assertThat(paths).isEqualTo(LIVES);
  }

  private static void oncePerCcp(Web web, String path) {
    int status = 503;
    JsonNode history = null;
    for (int tries = 0; tries < 20 && status != 200; tries++) {
      Web.Answer answer = web.get("/api/paths/" + path + "/history", "X-After-Version", "3");
      status = answer.status();
      history = answer.body();
    }
    assertThat(history).isNotNull();
    Set<String> ccps =
        history
            .path("items")
            .valueStream()
            .filter(it -> it.path("type").asString().equals("path.CcpObtained"))
            .map(it -> it.at("/data/ccp").asString())
            .collect(Collectors.toSet());
    long facts =
        history
            .path("items")
            .valueStream()
            .filter(it -> it.path("type").asString().equals("path.CcpObtained"))
            .count();
    assertThat(ccps).containsExactlyInAnyOrderElementsOf(Arrays.asList("CCP1", "CCP2"));
    assertThat(facts).isEqualTo(2);
  }
}
