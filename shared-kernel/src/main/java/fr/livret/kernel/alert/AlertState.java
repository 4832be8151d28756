package fr.livret.kernel.alert;

import fr.livret.kernel.alert.AlertEvent.AlertAcknowledged;
import fr.livret.kernel.alert.AlertEvent.AlertCancelled;
import fr.livret.kernel.alert.AlertEvent.AlertDelivered;
import fr.livret.kernel.alert.AlertEvent.AlertDeliveryAbandoned;
import fr.livret.kernel.alert.AlertEvent.AlertDeliveryResumed;
import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import java.util.Map;

/** Where an alert stands. */
public sealed interface AlertState {

  /** No such alert was raised. */
  record NotRaised() implements AlertState {}

  /** It stands, and nobody has said to have taken notice. */
  record Raised(AlertFile file) implements AlertState {}

  /** It stands, and somebody has taken notice. */
  record Acknowledged(AlertFile file) implements AlertState {}

  /** What it announced no longer holds. */
  record Cancelled(AlertFile file) implements AlertState {}

  /** The state after one more event. */
  static AlertState evolve(AlertState state, AlertEvent event) {
    return switch (event) {
      case AlertRaised raised ->
          new Raised(
              AlertFile.raised(
                  raised, state instanceof Cancelled(var file) ? file.deliveries() : Map.of()));
      case AlertAcknowledged _ -> new Acknowledged(file(state, event));
      case AlertCancelled cancelled ->
          new Cancelled(file(state, event).cancelled(cancelled.channels()));
      case AlertDelivered(_, var delivery, _) ->
          on(state, event, delivery, Delivery.State.DELIVERED);
      case AlertDeliveryAbandoned(_, var delivery, _, _, _) ->
          on(state, event, delivery, Delivery.State.DEAD);
      case AlertDeliveryResumed(_, var delivery, _) ->
          on(state, event, delivery, Delivery.State.PENDING);
    };
  }

  private static AlertState on(
      AlertState state, AlertEvent event, Delivery delivery, Delivery.State came) {
    AlertFile next = file(state, event).delivery(delivery, came);
    return switch (state) {
      case NotRaised _ -> throw neverRaised(event);
      case Raised _ -> new Raised(next);
      case Acknowledged _ -> new Acknowledged(next);
      case Cancelled _ -> new Cancelled(next);
    };
  }

  private static AlertFile file(AlertState state, AlertEvent event) {
    return switch (state) {
      case NotRaised _ -> throw neverRaised(event);
      case Raised(var file) -> file;
      case Acknowledged(var file) -> file;
      case Cancelled(var file) -> file;
    };
  }

  private static IllegalStateException neverRaised(AlertEvent event) {
    return new IllegalStateException("alert " + event.alert() + " was never raised");
  }
}
