package fr.livret.query.reporting;

import fr.livret.query.reporting.ReportingAnswer.ViewColumn;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of CSV as RFC 4180 has them. */
final class Csv {
  static final String END = "\r\n";

  private static final String FORMULAS = "=+-@\t\r";
  private static final String NO_DATA = "-";

  private Csv() {}

  static String header(List<String> names) {
    return names.stream().map(Csv::quoted).collect(Collectors.joining(",", "", END));
  }

  /**
   * A cell. Text that a spreadsheet would take for a formula gets an apostrophe before it; a rate
   * or a median there is no data for is {@code -}, any other absence an empty cell.
   */
  static String cell(ViewColumn column, @Nullable String value) {
    if (value == null) {
      return figure(column) ? NO_DATA : "";
    }
    boolean formula =
        column.type().equals("text") && !value.isEmpty() && FORMULAS.indexOf(value.charAt(0)) >= 0;
    return quoted(formula ? "'" + value : value);
  }

  private static boolean figure(ViewColumn column) {
    return column.name().endsWith("_rate") || column.name().startsWith("median_");
  }

  private static String quoted(String text) {
    boolean plain =
        text.chars().noneMatch(one -> one == ',' || one == '"' || one == '\n' || one == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
