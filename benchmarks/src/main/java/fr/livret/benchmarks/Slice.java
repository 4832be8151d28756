package fr.livret.benchmarks;

import java.util.Arrays;

/** What the callers of a contender reached in one stretch of time. */
final class Slice {
  private final double perSecond;
  private final double settleSeconds;
  private final long[] nanos;

  /**
   * @param perSecond how many calls ended
   * @param nanos how long each took, in any order
   * @param settleSeconds how long it took after the last call until all that follows was done
   */
  Slice(double perSecond, long[] nanos, double settleSeconds) {
    this.perSecond = perSecond;
    this.settleSeconds = settleSeconds;
    this.nanos = nanos.clone();
    Arrays.sort(this.nanos);
  }

  double perSecond() {
    return perSecond;
  }

  double settleSeconds() {
    return settleSeconds;
  }

  /** The time within which that share of the calls had ended; 0 where there was none. */
  double millisFor(double share) {
    if (nanos.length == 0) {
      return 0;
    }
    int place = (int) Math.ceil(share * nanos.length) - 1;
    return nanos[Math.clamp(place, 0, nanos.length - 1)] / 1e6;
  }
}
