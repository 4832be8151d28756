package fr.livret.query;

import fr.livret.kernel.law.Days;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A clock that stands still at noon of the day it is set to, in Paris. */
public final class MovableClock extends Clock {
  private volatile Instant now = noon("2026-01-15");

  /** Noon of that day in Paris. */
  public static Instant noon(String day) {
    return LocalDate.parse(day).atTime(LocalTime.NOON).atZone(Days.PARIS).toInstant();
  }

  /** It is noon of that day. */
  public void set(String day) {
    now = noon(day);
  }

  /** It is that instant. */
  public void set(Instant instant) {
    now = instant;
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
    throw new UnsupportedOperationException("the law knows one zone only");
  }
}
