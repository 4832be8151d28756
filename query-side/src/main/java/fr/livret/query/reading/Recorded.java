package fr.livret.query.reading;

import fr.livret.query.projection.FactRow;
import java.time.Instant;

/**
 * An event as it was recorded.
 *
 * @param row what is kept of it
 */
public record Recorded<E>(E event, FactRow row) {

  /** The version of its stream from it on. */
  public long version() {
    return row.version();
  }

  /** When it was stored. */
  public Instant recordedAt() {
    return row.recordedAt();
  }
}
