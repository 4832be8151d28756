package fr.livret.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void the_median_of_an_odd_number_is_the_middle_one() {
    assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 3));
  }

  @Test
  void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
    assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Spread(2.5, 1, 4));
  }

  @Test
  void a_ratio_is_taken_round_by_round() {
    // The machine was twice as fast in the last round, for both.
    assertThat(Spread.ofRatio(List.of(20.0, 20.0, 40.0), List.of(10.0, 10.0, 20.0)))
        .isEqualTo(new Spread(2, 2, 2));
  }

  @Test
  void a_round_that_one_of_them_did_not_reach_is_left_out() {
    assertThat(Spread.ofRatio(List.of(20.0), List.of(10.0, 1.0))).isEqualTo(new Spread(2, 2, 2));
  }

  @Test
  void nothing_measured_has_no_median() {
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
