package fr.livret.command.imports;

import java.time.Duration;
import java.util.List;

/** Counts what becomes of a file's lines. */
final class Tally {
  private final Imports.Order order;
  private final long begun = System.nanoTime();
  long lines;
  long refused;
  long bytes;
  private long accepted;
  private long repeated;

  Tally(Imports.Order order) {
    this.order = order;
  }

  /** One chunk counted. */
  record Step(List<Outcome> outcomes, int accepted, int refused, int repeated) {}

  Step add(ImportRun.Chunk chunk, long bytesSoFar) {
    int taken = (int) chunk.outcomes().stream().filter(Outcome::accepted).count();
    int left = chunk.outcomes().size() - taken;
    lines += chunk.outcomes().size();
    accepted += taken;
    refused += left;
    repeated += chunk.repeated();
    bytes = bytesSoFar;
    return new Step(chunk.outcomes(), taken, left, chunk.repeated());
  }

  Summary summary() {
    Duration spent = Duration.ofNanos(System.nanoTime() - begun);
    return new Summary(
        new Summary.Counts(
            order.name(),
            order.dryRun(),
            lines,
            accepted,
            refused,
            repeated,
            spent.toMillis(),
            Pace.of(lines, bytes, null, spent).linesPerSecond()));
  }
}
