package fr.livret.eventstore.zeroskip;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock for each thread, which stands still until it is moved: minutes cost nothing. */
final class VirtualTime extends Clock {
  private final ThreadLocal<Instant> now =
      ThreadLocal.withInitial(() -> Instant.parse("2026-01-01T00:00:00Z"));

  void pass(Duration duration) {
    now.set(instant().plus(duration));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
