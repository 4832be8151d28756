package fr.livret.kernel.law;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** Calendar days as the law counts them: those of Europe/Paris. */
public final class Days {
  /** The zone whose calendar the law follows. */
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** No fact of a certification is older: the first ministry titles date from the 20th century. */
  public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  /** No date of a certification is later. */
  public static final LocalDate LAST = LocalDate.of(2200, 12, 31);

  private Days() {}

  /** Refuses a day outside {@link #FIRST}..{@link #LAST}, under the name of its field. */
  public static void requirePossible(String field, LocalDate day) {
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      throw Refusal.of(
          Refused.DATE_OUT_OF_RANGE,
          Map.of("field", field, "date", day.toString(), "from", FIRST, "to", LAST));
    }
  }

  /** Refuses a fact dated after the day on which it is recorded. */
  public static void requirePast(String field, LocalDate day, LocalDate today) {
    requirePossible(field, day);
    if (day.isAfter(today)) {
      throw Refusal.of(Refused.DATE_IN_FUTURE, Map.of("field", field, "date", day, "today", today));
    }
  }

  /** The later of two days. */
  public static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
