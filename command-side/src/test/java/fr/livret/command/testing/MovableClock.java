package fr.livret.command.testing;

import fr.livret.kernel.law.Days;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** The one clock of every node of the tests: it stands still until it is moved. */
public final class MovableClock extends Clock {
  /** Whoever asks for the time while no test has moved the clock. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  private static volatile Instant now = noon(TODAY);

  MovableClock() {}

  /** It is noon of that day in Paris. */
  public static void on(String day) {
    now = noon(LocalDate.parse(day));
  }

  /** It is that time in Paris. */
  public static void at(String dateTime) {
    now = LocalDateTime.parse(dateTime).atZone(Days.PARIS).toInstant();
  }

  /** It is the day tests begin on. */
  public static void reset() {
    now = noon(TODAY);
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(Days.PARIS).toInstant();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return Days.PARIS;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
