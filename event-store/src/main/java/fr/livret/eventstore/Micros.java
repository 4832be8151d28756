package fr.livret.eventstore;

import java.time.Instant;

/** Instants as PostgreSQL keeps them: to the microsecond. */
final class Micros {
  private static final long PER_SECOND = 1_000_000L;

  private Micros() {}

  /** Microseconds since 1970; what is finer is cut off. */
  static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1_000L);
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000L);
  }
}
