package fr.livret.benchmarks;

import java.util.Arrays;

/** What the callers of a contender reached in one stretch of time. */
final class Slice {
  private final double perSecond;
  private final long[] nanos;

  /**
   * @param perSecond how many calls ended
   * @param nanos how long each took, in any order
   */
  Slice(double perSecond, long[] nanos) {
    this.perSecond = perSecond;
    this.nanos = nanos.clone();
    Arrays.sort(this.nanos);
  }

  double perSecond() {
    return perSecond;
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
