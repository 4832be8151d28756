package fr.livret.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a server that dies is started again before somebody has to look. */
final class Restarts {

  private static final int AT_MOST = 5;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final Deque<Instant> made = new ArrayDeque<>();

  /** Counts one more, if that is still allowed. */
  boolean oneMore() {
    var now = Instant.now();
    made.removeIf(earlier -> earlier.isBefore(now.minus(WITHIN)));
    if (made.size() >= AT_MOST) {
      return false;
    }
    made.add(now);
    return true;
  }
}
