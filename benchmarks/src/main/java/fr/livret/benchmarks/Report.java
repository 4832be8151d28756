package fr.livret.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures as a Markdown file. */
final class Report {
  private Report() {}

  /** The whole file: the table first, then every section with all that it measured. */
  static String of(
      Pace pace, List<Row> rows, List<Section> sections, Map<String, Samples> measured) {
    List<String> lines = new ArrayList<>();
    lines.add("# Speed");
    lines.add("");
    lines.add(
        """
        Written by `tools/benchmarks.sh`%s. The contenders of a section run in turn, %d rounds of \
        %.1f s after %d s of warm-up each, the turn reversed every other round; a cell is the median of \
        the rounds and their (min..max). **x raw** is a multiple, round by round, of the best \
        single-row prepared INSERT rate over 4, 16 and 64 clients into a table of the same bytes, \
        columns and indexes, measured in the same turns. Machines differ, and one machine differs \
        from hour to hour: only the ratios say something elsewhere.\
        """
            .formatted(
                pace.full() ? "" : " --quick: **far too short to be quoted**",
                pace.rounds(),
                pace.slice().toMillis() / 1e3,
                pace.warmUp().toSeconds()));
    lines.add("");
    lines.add("| what | Axon's own engine | Livret | bar | ambition |");
    lines.add("|---|---|---|---|---|");
    rows.forEach(row -> lines.add(row.written(measured)));
    for (Section section : sections) {
      Samples samples = measured.get(section.name());
      if (samples != null) {
        lines.addAll(section(section, samples));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> section(Section section, Samples samples) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("## " + section.name());
    lines.add("");
    lines.add(section.about());
    lines.add("");
    samples.notes().forEach(note -> lines.add("- " + note));
    lines.add("");
    lines.add("| figure | median | min | max |");
    lines.add("|---|---|---|---|");
    for (String name : samples.names()) {
      Spread spread = Spread.of(samples.of(name).orElseThrow());
      lines.add(
          "| %s | %s | %s | %s |"
              .formatted(
                  name, number(spread.median()), number(spread.min()), number(spread.max())));
    }
    return lines;
  }

  private static String number(double value) {
    return (Math.abs(value) >= 100 ? "%,.0f" : "%,.2f").formatted(value);
  }
}
