package fr.livret.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Section APPEND =
      new Section() {
        @Override
        public String name() {
          return "append";
        }

        @Override
        public String about() {
          return "Appends, of one event each.";
        }

        @Override
        public Samples measure(Bench bench) {
          throw new UnsupportedOperationException();
        }
      };

  private static final Row RATIO =
      new Row("append, x raw", "append", "ours", "stock", List.of("raw 4", "raw 16"), "2", "4", 2);

  private static final Row ALONE =
      new Row("append p99", "append", "p99", null, List.of(), "5", "3", 1);

  @Test
  void a_ratio_is_told_to_the_best_base_with_its_spread() {
    Samples samples = new Samples();
    for (double round : List.of(1.0, 2.0)) {
      samples.add("raw 4", 10 * round);
      samples.add("raw 16", 100 * round);
      samples.add("ours", 300 * round);
      samples.add("stock", 20 * round);
    }
    assertThat(RATIO.written(Map.of("append", samples)))
        .isEqualTo("| append, x raw | 0.20 (0.20..0.20) | 3.00 (3.00..3.00) | 2 | 4 |");
  }

  @Test
  void a_figure_may_stand_alone() {
    Samples samples = new Samples();
    samples.add("p99", 2.04);
    assertThat(ALONE.written(Map.of("append", samples)))
        .isEqualTo("| append p99 | - | 2.0 (2.0..2.0) | 5 | 3 |");
  }

  @Test
  void what_was_not_measured_is_said_to_be_so() {
    assertThat(RATIO.written(Map.of()))
        .isEqualTo("| append, x raw | not measured | not measured | 2 | 4 |");
  }

  @Test
  void the_report_has_the_table_and_each_measured_section_with_its_notes() {
    Samples samples = new Samples();
    samples.note("Measured on a machine.");
    samples.add("ours", 1_234.4);
    samples.add("ours", 12.345);
    String report =
        Report.of(Pace.FULL, List.of(RATIO), List.of(APPEND), Map.of("append", samples));
    assertThat(report)
        .contains(RATIO.written(Map.of("append", samples)))
        .contains("## append", APPEND.about(), "- Measured on a machine.")
        .contains("| ours | 623 | 12.35 | 1,234 |")
        .doesNotContain("not to be quoted");
  }

  @Test
  void a_quick_report_says_that_it_is_one() {
    assertThat(Report.of(Pace.QUICK, List.of(), List.of(APPEND), Map.of()))
        .contains("too short to be quoted")
        .doesNotContain("## append");
  }

  @Test
  void every_row_of_the_table_has_a_bar() {
    assertThat(Table.rows()).isNotEmpty().allSatisfy(row -> assertThat(row.bar()).isNotBlank());
  }
}
