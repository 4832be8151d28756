package fr.livret.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/** What a figure was over the rounds of a run. */
record Spread(double median, double min, double max) {

  static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    return new Spread(median, sorted.getFirst(), sorted.getLast());
  }

  /** Of one figure to another, round by round: what the machine did to both falls out. */
  static Spread ofRatio(List<Double> figure, List<Double> base) {
    return of(
        IntStream.range(0, Math.min(figure.size(), base.size()))
            .mapToObj(round -> figure.get(round) / base.get(round))
            .toList());
  }
}
