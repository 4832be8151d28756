package fr.livret.kernel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Calendar days of Europe/Paris, both ends included; an absent end is not known or not set.
 *
 * @param from first day
 * @param to last day
 */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {
  /** Always. */
  public static final DateRange OPEN = new DateRange(null, null);

  /** Throws {@link IllegalArgumentException} when the range ends before it starts. */
  public DateRange {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(
          "the range ends on " + to + ", before it starts on " + from);
    }
  }

  /** Whether the day lies in the range. */
  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
