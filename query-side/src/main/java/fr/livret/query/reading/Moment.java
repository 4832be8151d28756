package fr.livret.query.reading;

import java.time.Instant;
import java.time.LocalDate;

/**
 * For which day, and by what was known when, a read is asked.
 *
 * @param effectiveOn the day, of Europe/Paris
 * @param knownAt the last instant whose records count
 */
public record Moment(LocalDate effectiveOn, Instant knownAt) {

  /** Whether what was recorded then counts. */
  public boolean knows(Instant recordedAt) {
    return !recordedAt.isAfter(knownAt);
  }
}
