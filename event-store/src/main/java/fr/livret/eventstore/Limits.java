package fr.livret.eventstore;

import java.time.Duration;

/**
 * How much the store takes on, and how long anybody waits.
 *
 * @param batch how many events one statement writes at most, unless a single append has more
 * @param queued how many bytes of appends wait at most; further callers wait for room
 * @param room how long a caller waits for room before it is refused
 * @param patience how long a lost database is looked for, or another process waited for that is
 *     storing, before the appends at hand fail
 */
public record Limits(int batch, long queued, Duration room, Duration patience) {
  /** Sound for most. */
  public static final Limits DEFAULT =
      new Limits(1_000, 64L << 20, Duration.ofSeconds(2), Duration.ofSeconds(30));

  public Limits {
    if (batch < 1) {
      throw new IllegalArgumentException("batch is " + batch + ", and at least 1 is needed");
    }
    if (queued < 1 || queued > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("queued is " + queued + " bytes, not 1 to 2^31-1");
    }
    if (room.isNegative() || patience.isNegative()) {
      throw new IllegalArgumentException("room and patience are not negative");
    }
  }
}
