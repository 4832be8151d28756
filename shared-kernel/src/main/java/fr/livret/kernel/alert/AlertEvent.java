package fr.livret.kernel.alert;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened to an alert. */
public sealed interface AlertEvent {
  AlertId alert();

  /** The day on which it became true. */
  LocalDate effectiveOn();

  /**
   * The deadline is near.
   *
   * @param horizon in months
   * @param occasion 1; one more each time it holds again after it was cancelled
   * @param channels who is to be told
   */
  record AlertRaised(
      AlertId alert,
      Deadline deadline,
      int horizon,
      int occasion,
      Set<String> channels,
      LocalDate raisedOn)
      implements AlertEvent {
    public AlertRaised {
      channels = Set.copyOf(channels);
    }

    @Override
    public LocalDate effectiveOn() {
      return raisedOn;
    }
  }

  /** Somebody has taken notice: the actor of the fact. */
  record AlertAcknowledged(AlertId alert, LocalDate acknowledgedOn, @Nullable String note)
      implements AlertEvent {
    @Override
    public LocalDate effectiveOn() {
      return acknowledgedOn;
    }
  }

  /**
   * What it announced no longer holds.
   *
   * @param channels who is to be told
   */
  record AlertCancelled(
      AlertId alert, AlertCause cause, Set<String> channels, LocalDate cancelledOn)
      implements AlertEvent {
    public AlertCancelled {
      channels = Set.copyOf(channels);
    }

    @Override
    public LocalDate effectiveOn() {
      return cancelledOn;
    }
  }

  /** A channel has taken the news. */
  record AlertDelivered(AlertId alert, Delivery delivery, LocalDate deliveredOn)
      implements AlertEvent {
    @Override
    public LocalDate effectiveOn() {
      return deliveredOn;
    }
  }

  /**
   * The news was tried in vain as often as it may be.
   *
   * @param error of the last attempt: never what the other end wrote
   */
  record AlertDeliveryAbandoned(
      AlertId alert, Delivery delivery, int attempts, String error, LocalDate abandonedOn)
      implements AlertEvent {
    @Override
    public LocalDate effectiveOn() {
      return abandonedOn;
    }
  }

  /** Somebody had news that was given up tried anew. */
  record AlertDeliveryResumed(AlertId alert, Delivery delivery, LocalDate resumedOn)
      implements AlertEvent {
    @Override
    public LocalDate effectiveOn() {
      return resumedOn;
    }
  }
}
