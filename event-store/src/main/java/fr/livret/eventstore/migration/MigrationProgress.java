package fr.livret.eventstore.migration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a migration has come.
 *
 * @param step what it does now
 * @param done events of this step, those of earlier runs included
 * @param total events there are
 * @param doneNow events of this step in this run
 * @param spent on them
 */
public record MigrationProgress(Step step, long done, long total, long doneNow, Duration spent) {

  /** What it does, one after the other. */
  public enum Step {
    /** Reads the old tables for what could not be taken over. */
    CHECKING,
    COPYING,
    /** Compares both sides by count and hash. */
    COMPARING
  }

  /** Events a second. */
  public double rate() {
    return doneNow / Math.max(0.001, spent.toMillis() / 1000.0);
  }

  /** Until the end of this step; null where nothing says it yet. */
  public @Nullable Duration left() {
    return doneNow == 0 ? null : Duration.ofMillis((long) ((total - done) / rate() * 1000));
  }
}
