package fr.livret.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

  @Test
  void what_is_written_is_read_again(@TempDir Path folder) throws IOException {
    Samples samples = new Samples();
    samples.note("on a machine\nof mine");
    samples.add("append 64 [/s]", 1_234.5);
    samples.add("append 64 [/s]", 2_000);
    samples.add("append 64 p99 [ms]", 0.1);
    Path file = folder.resolve("new").resolve("append.tsv");
    samples.write(file);
    Samples again = Samples.read(file);
    assertThat(again.notes()).containsExactly("on a machine of mine");
    assertThat(again.names()).containsExactly("append 64 [/s]", "append 64 p99 [ms]");
    assertThat(again.of("append 64 [/s]")).contains(List.of(1_234.5, 2_000.0));
  }

  @Test
  void the_best_is_the_one_of_the_best_median() {
    Samples samples = new Samples();
    for (double steady : List.of(10.0, 10.0, 10.0)) {
      samples.add("steady", steady);
    }
    for (double once : List.of(1.0, 99.0, 1.0)) {
      samples.add("once", once);
    }
    assertThat(samples.bestOf(List.of("once", "steady", "absent")))
        .contains(List.of(10.0, 10.0, 10.0));
  }

  @Test
  void what_was_not_measured_is_not_there() {
    assertThat(new Samples().of("append")).isEmpty();
    assertThat(new Samples().bestOf(List.of("append"))).isEmpty();
  }
}
