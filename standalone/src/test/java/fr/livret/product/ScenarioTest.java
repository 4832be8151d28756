package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The scenario a user can run walks its five roads, as it stands and again. */
class ScenarioTest extends StartedProduct {

  @Test
  void five_people_are_walked_through_each_of_five_roads_as_often_as_asked() throws Exception {
    assumeTrue(python(), "SKIPPED: python3 is not installed, which the scenario needs");
    for (int time = 0; time < 2; time++) {
      assertThat(walked())
          .contains("TITLE_EVIDENCE_MISSING", "[\"EFA CCP3\"]", "EXPERIENCE_TOO_SHORT")
          .contains("silence: last day 2010-05-31, REFUSED from 2010-06-01")
          .contains("silence: last day 2025-02-28, GRANTED from 2025-03-01", "LATE_DECISION")
          .contains("VAE_TARGET_EXCEEDED", "ANNULLED; TITLE, on the path: UNDONE")
          .contains("path to TMS-2012 (TP-2006): TITLE_AWARDED")
          .endsWith("All five roads were walked.\n");
    }
  }

  private String walked() throws IOException, InterruptedException {
    Path here = Path.of("").toAbsolutePath();
    Path root =
        Files.exists(here.resolve("mvnw")) ? here : Objects.requireNonNull(here.getParent());
    ProcessBuilder script =
        new ProcessBuilder(
            "python3",
            root.resolve("tools/scenario/scenario.py").toString(),
            "http://127.0.0.1:" + port());
    script.environment().put("PYTHONIOENCODING", "utf-8");
    Process walk = script.redirectErrorStream(true).start();
    String output = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(walk.waitFor()).as(output).isZero();
    return output;
  }

  private static boolean python() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
