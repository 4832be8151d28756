package fr.livret.query.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.query.reporting.ReportingAnswer.ViewColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  private static final ViewColumn TEXT = new ViewColumn("session_id", "text", null);
  private static final ViewColumn NUMBER = new ViewColumn("judged", "bigint", null);
  private static final ViewColumn RATE = new ViewColumn("success_rate", "numeric", null);

  @Test
  void what_would_break_a_line_is_quoted() {
    assertThat(Csv.cell(TEXT, "plain é")).isEqualTo("plain é");
    assertThat(Csv.cell(TEXT, "a,b")).isEqualTo("\"a,b\"");
    assertThat(Csv.cell(TEXT, "a\"b")).isEqualTo("\"a\"\"b\"");
    assertThat(Csv.cell(TEXT, "a\nb")).isEqualTo("\"a\nb\"");
    assertThat(Csv.header(List.of("year", "rate"))).isEqualTo("year,rate\r\n");
  }

  @Test
  void text_that_a_spreadsheet_would_compute_is_made_plain_and_numbers_stay_numbers() {
    assertThat(Csv.cell(TEXT, "=1+1")).isEqualTo("'=1+1");
    assertThat(Csv.cell(TEXT, "@sum")).isEqualTo("'@sum");
    assertThat(Csv.cell(TEXT, "-1")).isEqualTo("'-1");
    assertThat(Csv.cell(TEXT, "+1")).isEqualTo("'+1");
    assertThat(Csv.cell(TEXT, "\t=1")).isEqualTo("'\t=1");
    assertThat(Csv.cell(NUMBER, "-1")).isEqualTo("-1");
  }

  @Test
  void what_is_absent_is_empty_but_a_rate_without_data_is_a_dash() {
    assertThat(Csv.cell(TEXT, null)).isEmpty();
    assertThat(Csv.cell(NUMBER, null)).isEmpty();
    assertThat(Csv.cell(RATE, null)).isEqualTo("-");
    assertThat(Csv.cell(RATE, "0.0")).isEqualTo("0.0");
    assertThat(Csv.cell(new ViewColumn("median_days", "numeric", null), null)).isEqualTo("-");
  }
}
