package fr.livret.demo;

import fr.livret.kernel.law.Refused;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the requests, and says so. Safe to share between threads. */
final class Tally {
  private final int candidates;
  private final long begun = System.nanoTime();
  private final Map<Refused, Integer> refusedAsMeant = new TreeMap<>();
  private int told;
  private int accepted;
  private int repeated;
  private int unexpected;
  private int yetToCome;

  Tally(int candidates) {
    this.candidates = candidates;
  }

  /**
   * What was loaded.
   *
   * @param candidates whose story was told, as far as it goes
   * @param accepted requests
   * @param refusedAsMeant requests by the reason they were refused for
   * @param repeated how many of both had been answered at an earlier start already
   * @param unexpected requests refused or failed that should not have been; each was warned of
   * @param yetToCome steps left out because they are dated after today
   */
  record Report(
      int candidates,
      int accepted,
      Map<Refused, Integer> refusedAsMeant,
      int repeated,
      int unexpected,
      int yetToCome) {
    int requests() {
      return accepted + refused() + unexpected;
    }

    int refused() {
      return refusedAsMeant.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  synchronized void candidate() {
    told++;
  }

  synchronized void accepted(boolean before) {
    accepted++;
    repeated += before ? 1 : 0;
  }

  synchronized void refusedAsMeant(Refused reason, boolean before) {
    refusedAsMeant.merge(reason, 1, Integer::sum);
    repeated += before ? 1 : 0;
  }

  synchronized void unexpected() {
    unexpected++;
  }

  synchronized void yetToCome(int steps) {
    yetToCome += steps;
  }

  synchronized Report report() {
    return new Report(told, accepted, Map.copyOf(refusedAsMeant), repeated, unexpected, yetToCome);
  }

  /** As in {@code 120 of 320 candidates, 1 043 requests, 212/s, about 4 s left}. */
  synchronized String progress() {
    double seconds = elapsed().toMillis() / 1000.0;
    int requests = report().requests();
    String left =
        told == 0
            ? ""
            : ", about %s s left".formatted(number(seconds * (candidates - told) / told));
    return "%d of %d candidates, %s requests, %s/s%s"
        .formatted(told, candidates, number(requests), number(requests / seconds), left);
  }

  synchronized String summary() {
    Report report = report();
    StringBuilder summary = new StringBuilder();
    summary.append(
        "%d of %d candidates in %s s, %s requests: %s accepted, %d refused on purpose %s"
            .formatted(
                told,
                candidates,
                number(elapsed().toMillis() / 1000.0),
                number(report.requests()),
                number(accepted),
                report.refused(),
                refusedAsMeant));
    summary.append(", %d unexpected".formatted(unexpected));
    if (repeated > 0) {
      summary.append("; %s of them answered at an earlier start".formatted(number(repeated)));
    }
    if (yetToCome > 0) {
      summary.append("; %d steps are dated after today and wait".formatted(yetToCome));
    }
    return summary.toString();
  }

  private Duration elapsed() {
    return Duration.ofNanos(Math.max(System.nanoTime() - begun, 1_000_000));
  }

  /** Thousands apart as in French. */
  private static String number(double value) {
    return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', ' ');
  }
}
