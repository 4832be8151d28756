package fr.livret.query.reading;

import java.time.Instant;
import java.time.LocalDate;

/**
 * For which day, and by what was known when, a read is asked.
 *
 * @param effectiveOn the day, of Europe/Paris
 * @param knownAt the last instant whose records count; now where none was asked for
 * @param past whether that instant was asked for. Otherwise all that is stored counts, also what a
 *     node whose clock is ahead has just recorded
 */
public record Moment(LocalDate effectiveOn, Instant knownAt, boolean past) {
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** Whether what was recorded then counts. */
  public boolean knows(Instant recordedAt) {
    return !recordedAt.isAfter(lastRecord());
  }

  /** The last instant whose records count. */
  public Instant lastRecord() {
    return past ? knownAt : NEVER;
  }
}
