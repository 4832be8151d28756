package fr.livret.benchmarks;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Identifiers that cost next to nothing, so that none of the contenders pays for them. */
final class Ids {
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private Ids() {}

  static UUID next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return shaped(random.nextLong(), random.nextLong());
  }

  static UUID next(SplittableRandom random) {
    return shaped(random.nextLong(), random.nextLong());
  }

  private static UUID shaped(long high, long low) {
    return new UUID((high & ~0xF000L) | 0x4000L, (low >>> 2) | VARIANT);
  }
}
