package fr.livret.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the table, with what is asked of each. */
final class Table {
  private Table() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    appends(rows);
    return List.copyOf(rows);
  }

  private static void appends(List<Row> rows) {
    List<String> bars = List.of("1.6", "3.0", "5");
    List<String> ambitions = List.of("2.0", "4.0", "7");
    for (int i = 0; i < bars.size(); i++) {
      int callers = AppendSection.CALLERS.get(i);
      rows.add(
          timesRaw(
              "append, 1 event each, " + callers + " callers, x raw",
              "append",
              Contender.rate(AppendSection.SEQUENCED, callers),
              Contender.rate(AppendSection.STOCK, callers),
              bars.get(i),
              ambitions.get(i)));
    }
    rows.add(
        new Row(
            "append p99 at 64 callers, ms",
            "append",
            Contender.p99(AppendSection.SEQUENCED, 64),
            Contender.p99(AppendSection.STOCK, 64),
            List.of(),
            "5",
            "3",
            1));
  }

  private static Row timesRaw(
      String what,
      String section,
      String ours,
      @Nullable String stock,
      String bar,
      String ambition) {
    return new Row(what, section, ours, stock, RawInsert.rates(), bar, ambition, 2);
  }
}
