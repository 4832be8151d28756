package fr.livret.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws that are the same each time: from a fixed seed and the number of the candidate. */
final class Chance {
  /** No fact of the demonstration is later. */
  static final LocalDate LAST = LocalDate.of(2026, 10, 30);

  private static final long SEED = 20_261_030L;
  private static final Set<MonthDay> HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 8),
          MonthDay.of(7, 14),
          MonthDay.of(8, 15),
          MonthDay.of(11, 1),
          MonthDay.of(11, 11),
          MonthDay.of(12, 25));

  private final Random random;

  private Chance(Random random) {
    this.random = random;
  }

  /** The draws of one candidate, whatever is drawn for the others. */
  static Chance of(int number) {
    // Specified to the bit, unlike the JDK's newer generators, so that no JDK tells other stories.
    return new Chance(new Random(SEED * 31 + number * 7_919L));
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean outOf(int times, int of) {
    return random.nextInt(of) < times;
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  <T> List<T> some(int count, List<T> all) {
    return shuffled(all).subList(0, count);
  }

  <T> List<T> shuffled(List<T> all) {
    List<T> copy = new ArrayList<>(all);
    Collections.shuffle(copy, random);
    return copy;
  }

  /** A day of work from the one ISO day to the other. */
  LocalDate day(String from, String through) {
    LocalDate first = LocalDate.parse(from);
    LocalDate last = LocalDate.parse(through);
    return atWork(first.plusDays(random.nextLong(last.toEpochDay() - first.toEpochDay() + 1)));
  }

  /** Such a day that the same day so many years and days later is one of work too. */
  LocalDate dayWithAnniversary(String from, String through, int years, int days) {
    LocalDate drawn = day(from, through);
    while (!isAtWork(drawn.plusYears(years).plusDays(days))) {
      drawn = day(from, through);
    }
    return drawn;
  }

  /** A day of work so many months later, but not after {@link #LAST}. */
  LocalDate later(LocalDate day, int least, int most) {
    LocalDate drawn = day.plusMonths(between(least, most)).plusDays(between(0, 20));
    LocalDate work = drawn.isAfter(LAST) ? LAST : drawn;
    return atWork(work);
  }

  /** That day, or the last day of work before it. */
  private static LocalDate atWork(LocalDate day) {
    LocalDate work = day;
    while (!isAtWork(work)) {
      work = work.minusDays(1);
    }
    return work;
  }

  private static boolean isAtWork(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !HOLIDAYS.contains(MonthDay.from(day));
  }
}
