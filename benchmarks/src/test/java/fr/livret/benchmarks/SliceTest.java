package fr.livret.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SliceTest {

  @Test
  void a_percentile_is_the_time_within_which_that_share_had_ended() {
    Slice slice = new Slice(0, LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000).toArray(), 0);
    assertThat(slice.millisFor(0.99)).isEqualTo(99);
    assertThat(slice.millisFor(0.50)).isEqualTo(50);
    assertThat(slice.millisFor(1)).isEqualTo(100);
  }

  @Test
  void the_order_of_the_calls_does_not_matter() {
    assertThat(new Slice(0, new long[] {3_000_000, 1_000_000, 2_000_000}, 0).millisFor(0.5))
        .isEqualTo(2);
  }

  @Test
  void one_call_is_every_percentile() {
    assertThat(new Slice(0, new long[] {7_000_000}, 0).millisFor(0.99)).isEqualTo(7);
  }

  @Test
  void no_call_took_no_time() {
    assertThat(new Slice(0, new long[0], 0).millisFor(0.99)).isZero();
  }
}
