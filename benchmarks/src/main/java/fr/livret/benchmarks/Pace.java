package fr.livret.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long to measure. Contenders take turns, and the turn goes the other way every other round:
 * what drifts on the machine falls out of their ratios.
 *
 * @param full whether the figures are meant to be kept
 * @param warmUp of each contender, before the first round
 * @param slice of one contender in one round
 * @param rounds how many
 */
record Pace(boolean full, Duration warmUp, Duration slice, int rounds) {
  static final Pace FULL = new Pace(true, Duration.ofSeconds(15), Duration.ofSeconds(8), 5);
  static final Pace QUICK = new Pace(false, Duration.ofSeconds(1), Duration.ofMillis(1_500), 3);

  /** The same with so many rounds; as they are where none are given. */
  Pace of(@Nullable Integer otherRounds) {
    return otherRounds == null ? this : new Pace(full, warmUp, slice, otherRounds);
  }

  String mode() {
    return full ? "full" : "quick";
  }

  /** Whichever belongs to this pace. */
  <T> T choose(T whenFull, T whenQuick) {
    return full ? whenFull : whenQuick;
  }

  /** Measures the contenders in turn, and closes them. */
  void measure(List<Contender> contenders, Samples samples) throws Exception {
    try {
      for (Contender contender : contenders) {
        contender.run(warmUp);
      }
      List<Contender> turn = new ArrayList<>(contenders);
      for (int round = 1; round <= rounds; round++) {
        for (Contender contender : turn) {
          Slice slice = contender.run(this.slice);
          contender.addTo(samples, slice);
          System.out.printf(
              "    round %d  %-22s %,9.0f/s   p99 %.1f ms%n",
              round, contender.name(), slice.perSecond(), slice.millisFor(0.99));
        }
        Collections.reverse(turn);
      }
    } finally {
      for (Contender contender : contenders) {
        contender.close();
      }
    }
  }
}
