package fr.livret.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BenchmarksTest {

  private final StringWriter said = new StringWriter();

  @Test
  void an_unknown_option_is_told_and_nothing_is_measured() {
    assertThat(run("--fast")).isEqualTo(2);
    assertThat(said.toString()).contains("Unknown option: '--fast'", "--quick");
  }

  @Test
  void an_unknown_section_is_told_with_those_there_are() {
    assertThat(run("--only", "append,apend")).isEqualTo(2);
    assertThat(said.toString()).contains("There is no section 'apend'; there are append");
  }

  private int run(String... arguments) {
    return Benchmarks.run(new PrintWriter(said, true), arguments);
  }
}
