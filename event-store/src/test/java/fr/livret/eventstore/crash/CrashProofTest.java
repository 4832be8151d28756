package fr.livret.eventstore.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof in small; {@code tools/crash-proof.sh} does it at length. */
class CrashProofTest {
  /** Kills a process of the server, a writer, and the server. */
  private static final long SEED = 3;

  @TempDir private Path folder = Path.of("");

  private List<String> killed(int times, Breakage breakage) throws Exception {
    try (CrashProof proof = new CrashProof(folder, breakage, System.out::println)) {
      return proof.run(times, new Random(SEED));
    } catch (CannotRun why) {
      System.out.println("NOT TRIED: kills: " + why.getMessage());
      return abort(String.valueOf(why.getMessage()));
    }
  }

  @Test
  void nothing_acknowledged_is_lost_by_kills() throws Exception {
    assertThat(killed(3, Breakage.NONE)).isEmpty();
  }

  @Test
  void a_store_that_acknowledges_too_early_is_caught() throws Exception {
    assertThat(killed(6, Breakage.EARLY_ACKNOWLEDGEMENT))
        .anyMatch(violation -> violation.startsWith("acknowledged, and missing"));
  }

  @Test
  void a_failed_flush_is_never_acknowledged() throws Exception {
    try {
      System.out.println(FailedFlush.prove(folder));
    } catch (CannotRun why) {
      System.out.println("NOT TRIED: a failed flush: " + why.getMessage());
      abort(String.valueOf(why.getMessage()));
    }
  }
}
