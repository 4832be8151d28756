package fr.livret.query.replay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay is.
 *
 * @param decisions taken again so far
 * @param different those that come to something else
 * @param notReplayed those that could not be taken again
 * @param unrecorded facts that no decision accounts for: from before decisions were kept
 * @param read events so far
 * @param events to be read in all
 * @param busy how long it has taken so far
 */
public record Progress(
    long decisions,
    long different,
    long notReplayed,
    long unrecorded,
    long read,
    long events,
    Duration busy) {

  /** Decisions a second; 0 where nothing is measured yet. */
  public double rate() {
    return busy.isZero() ? 0 : decisions * 1e9 / busy.toNanos();
  }

  /** How long the rest will take at this rate; null where nothing is measured yet. */
  public @Nullable Duration left() {
    return read == 0 ? null : busy.multipliedBy(Math.max(0, events - read)).dividedBy(read);
  }
}
