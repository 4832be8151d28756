package fr.livret.cli;

import fr.livret.eventstore.migration.MigrationProgress;
import fr.livret.eventstore.migration.MigrationProgress.Step;
import java.io.PrintWriter;
import java.time.Duration;

/** Says on the standard error how far a migration is, how fast, and how long it will take. */
final class MigrationTold {
  private static final Duration ON_TERMINAL = Duration.ofMillis(500);
  private static final Duration IN_LOG = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private long told = System.nanoTime();

  MigrationTold(PrintWriter err) {
    this.err = err;
  }

  void tell(MigrationProgress progress) {
    if (progress.step() == Step.CHECKING) {
      err.println("checking");
      return;
    }
    boolean end = progress.done() == progress.total();
    long now = System.nanoTime();
    if (!end && now - told < (terminal ? ON_TERMINAL : IN_LOG).toNanos()) {
      return;
    }
    told = now;
    String line =
        "%s: %d of %d events, %.0f/s%s"
            .formatted(
                progress.step() == Step.COPYING ? "copying" : "comparing",
                progress.done(),
                progress.total(),
                progress.rate(),
                rest(progress));
    err.print((terminal ? "\r" : "") + line + (terminal && !end ? "   " : "   \n"));
    err.flush();
  }

  private static String rest(MigrationProgress progress) {
    Duration left = progress.left();
    return left == null ? "" : ", %d:%02d left".formatted(left.toMinutes(), left.toSecondsPart());
  }
}
