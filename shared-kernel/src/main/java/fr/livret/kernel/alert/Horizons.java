package fr.livret.kernel.alert;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many months before a deadline alerts are raised. The day is the same day of the month so many
 * months before the last day; where that month has no such day, it is that month's last: the rule
 * by which the five years are counted, the other way round.
 *
 * @param months each once, the longest first; with none, no alert is ever raised
 */
public record Horizons(List<Integer> months) {
  /** No horizon is longer: ten years. */
  public static final int LONGEST = 120;

  /** 12, 6, 3 and 1 months. */
  public static final Horizons USUAL = new Horizons(List.of(12, 6, 3, 1));

  public Horizons {
    months = months.stream().distinct().sorted(Comparator.reverseOrder()).toList();
    if (months.stream().anyMatch(horizon -> horizon < 1 || horizon > LONGEST)) {
      throw new IllegalArgumentException("horizons are of 1 to " + LONGEST + " months: " + months);
    }
  }

  /** The first day on which an alert at that horizon is raised. */
  public static LocalDate raiseDay(LocalDate lastDay, int horizon) {
    return AlertProofs.from(lastDay, horizon).day();
  }

  /**
   * The horizon whose alert is to stand on that day: of those reached, the most urgent. A deadline
   * that is learned late thus raises one alert, never four at once. Empty where none is reached
   * yet, and once the last day has passed.
   */
  public OptionalInt reached(LocalDate lastDay, LocalDate today) {
    if (today.isAfter(lastDay)) {
      return OptionalInt.empty();
    }
    return months.stream()
        .mapToInt(Integer::intValue)
        .filter(horizon -> !raiseDay(lastDay, horizon).isAfter(today))
        .min();
  }

  /** The next day after that one on which an alert becomes due; empty where none will. */
  public Optional<LocalDate> nextDay(LocalDate lastDay, LocalDate today) {
    return months.stream()
        .map(horizon -> raiseDay(lastDay, horizon))
        .filter(day -> day.isAfter(today))
        .min(Comparator.naturalOrder());
  }
}
