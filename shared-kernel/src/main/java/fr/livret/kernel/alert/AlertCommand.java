package fr.livret.kernel.alert;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be asked of an alert. */
public sealed interface AlertCommand {
  AlertId alert();

  /** The day on which the command is given. */
  LocalDate today();

  /**
   * Raises it; does nothing where it stands already.
   *
   * @param horizon in months
   * @param channels who is to be told
   */
  record RaiseAlert(Deadline deadline, int horizon, Set<String> channels, LocalDate today)
      implements AlertCommand {
    public RaiseAlert {
      channels = Set.copyOf(channels);
    }

    @Override
    public AlertId alert() {
      return AlertId.of(deadline, horizon);
    }
  }

  /** Somebody has taken notice, and says what of it where there is something to say. */
  record AcknowledgeAlert(AlertId alert, @Nullable String note, LocalDate today)
      implements AlertCommand {}

  /**
   * What it announced no longer holds; does nothing where it is cancelled already.
   *
   * @param channels who is told of cancellations; of these, those that were to be told of the alert
   */
  record CancelAlert(AlertId alert, AlertCause cause, Set<String> channels, LocalDate today)
      implements AlertCommand {
    public CancelAlert {
      channels = Set.copyOf(channels);
    }
  }

  /** A channel has taken the news; does nothing where that is known. */
  record NoteDelivery(AlertId alert, Delivery delivery, LocalDate today) implements AlertCommand {}

  /**
   * The news was tried in vain as often as it may be; does nothing where that is known.
   *
   * @param error of the last attempt
   */
  record NoteAbandonment(
      AlertId alert, Delivery delivery, int attempts, String error, LocalDate today)
      implements AlertCommand {}

  /** Has news that was given up tried anew. */
  record ResumeDelivery(AlertId alert, Delivery delivery, LocalDate today)
      implements AlertCommand {}
}
