package fr.livret.kernel.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days on which alerts are raised. */
class HorizonsTest {
  private static final Horizons USUAL = Horizons.USUAL;

  @ParameterizedTest
  @CsvSource({
    "2019-03-10, 12, 2018-03-10",
    "2019-03-10, 6, 2018-09-10",
    "2019-03-10, 3, 2018-12-10",
    "2019-03-10, 1, 2019-02-10",
    // Where the month has no such day, its last.
    "2019-03-31, 1, 2019-02-28",
    "2024-03-31, 1, 2024-02-29",
    "2024-02-29, 12, 2023-02-28",
    "2025-02-28, 12, 2024-02-28",
    "2024-08-31, 6, 2024-02-29",
    "2019-12-31, 3, 2019-09-30"
  })
  void the_day_is_the_same_of_the_month_so_many_months_before(
      LocalDate lastDay, int horizon, LocalDate day) {
    assertThat(Horizons.raiseDay(lastDay, horizon)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "2018-03-09, 0", "2018-03-10, 12", "2018-09-09, 12", "2018-09-10, 6", "2018-12-09, 6",
    "2018-12-10, 3", "2019-02-09, 3", "2019-02-10, 1", "2019-03-10, 1", "2019-03-11, 0"
  })
  void on_both_sides_of_each_day_the_most_urgent_horizon_reached_stands(
      LocalDate today, int horizon) {
    assertThat(USUAL.reached(LocalDate.of(2019, 3, 10), today))
        .isEqualTo(horizon == 0 ? OptionalInt.empty() : OptionalInt.of(horizon));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-02-27, 0", "2023-02-28, 12", "2023-08-28, 12", "2023-08-29, 6", "2023-11-28, 6",
    "2023-11-29, 3", "2024-01-28, 3", "2024-01-29, 1", "2024-02-29, 1", "2024-03-01, 0"
  })
  void a_deadline_on_the_29th_of_february_is_announced_on_the_28th_a_year_before(
      LocalDate today, int horizon) {
    assertThat(USUAL.reached(LocalDate.of(2024, 2, 29), today))
        .isEqualTo(horizon == 0 ? OptionalInt.empty() : OptionalInt.of(horizon));
  }

  @ParameterizedTest
  @CsvSource({
    "2010-01-01, 2018-03-10",
    "2018-03-09, 2018-03-10",
    "2018-03-10, 2018-09-10",
    "2018-12-10, 2019-02-10",
    "2019-02-09, 2019-02-10",
    "2019-02-10,",
    "2019-03-11,"
  })
  void the_next_day_is_that_of_the_next_horizon(LocalDate today, LocalDate next) {
    assertThat(USUAL.nextDay(LocalDate.of(2019, 3, 10), today).orElse(null)).isEqualTo(next);
  }

  @Test
  void horizons_are_data_in_any_order_each_once() {
    assertThat(new Horizons(List.of(1, 24, 1, 6)).months()).containsExactly(24, 6, 1);
    assertThat(new Horizons(List.of()).reached(LocalDate.of(2019, 3, 10), LocalDate.of(2019, 3, 9)))
        .isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Horizons(List.of(0)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Horizons(List.of(121)));
  }

  /** Nobody who looks each day misses one, nor does anybody who looks only on the next days. */
  @Property(tries = 200)
  void looking_on_the_next_days_only_raises_what_looking_every_day_does(
      @ForAll @IntRange(min = 0, max = 4_000) int day) {
    LocalDate lastDay = LocalDate.of(2019, 1, 1).plusDays(day);
    List<Integer> daily = new ArrayList<>();
    for (LocalDate d = lastDay.minusMonths(13); !d.isAfter(lastDay); d = d.plusDays(1)) {
      USUAL.reached(lastDay, d).ifPresent(daily::add);
    }
    List<Integer> looked = new ArrayList<>();
    LocalDate look = lastDay.minusMonths(13);
    while (look != null) {
      USUAL.reached(lastDay, look).ifPresent(looked::add);
      look = USUAL.nextDay(lastDay, look).orElse(null);
    }
    assertThat(looked).containsExactly(12, 6, 3, 1);
    assertThat(daily.stream().distinct()).containsExactlyElementsOf(looked);
  }
}
