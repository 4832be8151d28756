package fr.livret.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table.
 *
 * @param what it tells
 * @param section that measures it
 * @param ours the figure of the product
 * @param stock the same of Axon's own engine; absent where it is not measured
 * @param bases what they are told as a multiple of: the best of these; none where they stand alone
 * @param bar the least that is asked
 * @param ambition what is aimed at
 * @param digits behind the point
 */
record Row(
    String what,
    String section,
    String ours,
    @Nullable String stock,
    List<String> bases,
    String bar,
    String ambition,
    int digits) {

  /** As a line of Markdown. */
  String written(Map<String, Samples> measured) {
    Optional<Samples> samples = Optional.ofNullable(measured.get(section));
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            what, stock == null ? "-" : cell(samples, stock), cell(samples, ours), bar, ambition);
  }

  private String cell(Optional<Samples> samples, String figure) {
    return samples.flatMap(all -> spread(all, figure)).map(this::told).orElse("not measured");
  }

  private Optional<Spread> spread(Samples samples, String figure) {
    Optional<List<Double>> values = samples.of(figure);
    return bases.isEmpty()
        ? values.map(Spread::of)
        : values.flatMap(own -> samples.bestOf(bases).map(base -> Spread.ofRatio(own, base)));
  }

  private String told(Spread spread) {
    String number = "%,." + digits + "f";
    return (number + " (" + number + ".." + number + ")")
        .formatted(spread.median(), spread.min(), spread.max());
  }
}
