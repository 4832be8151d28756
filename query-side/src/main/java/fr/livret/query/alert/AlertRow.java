package fr.livret.query.alert;

import fr.livret.kernel.alert.AlertCause;
import fr.livret.kernel.alert.AlertEvent;
import fr.livret.kernel.alert.AlertEvent.AlertAcknowledged;
import fr.livret.kernel.alert.AlertEvent.AlertCancelled;
import fr.livret.kernel.alert.AlertEvent.AlertDelivered;
import fr.livret.kernel.alert.AlertEvent.AlertDeliveryAbandoned;
import fr.livret.kernel.alert.AlertEvent.AlertDeliveryResumed;
import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.alert.Delivery;
import fr.livret.kernel.alert.Delivery.News;
import fr.livret.kernel.alert.Delivery.State;
import fr.livret.query.projection.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An alert.
 *
 * @param horizon in months
 * @param occasion how often it was raised
 * @param acknowledgement by whom, if anybody has taken notice this time
 * @param cancellation why, if it is cancelled
 * @param told how far each piece of news has come, in the order of telling
 * @param version of its stream
 */
record AlertRow(
    AlertId id,
    Deadline deadline,
    int horizon,
    int occasion,
    AlertStatus state,
    LocalDate raisedOn,
    @Nullable Acknowledgement acknowledgement,
    @Nullable Cancellation cancellation,
    List<Told> told,
    long version) {
  AlertRow {
    told = List.copyOf(told);
  }

  /** Who has taken notice. */
  record Acknowledgement(LocalDate on, String by, @Nullable String note) {}

  /** Why it no longer holds. */
  record Cancellation(LocalDate on, AlertCause cause) {}

  /** How far one piece of news has come. */
  record Told(News news, int occasion, String channel, State state) {
    boolean is(Delivery delivery) {
      return delivery.equals(delivery());
    }

    Delivery delivery() {
      return new Delivery(news, occasion, channel);
    }

    Told in(State next) {
      return new Told(news, occasion, channel, next);
    }
  }

  static @Nullable AlertRow evolve(@Nullable AlertRow row, Fact<AlertEvent> fact) {
    if (fact.event() instanceof AlertRaised raised) {
      return raised(raised, row == null ? List.of() : row.told, fact.version());
    }
    return row == null ? null : row.after(fact);
  }

  private static AlertRow raised(AlertRaised event, List<Told> before, long version) {
    List<Told> told = new ArrayList<>(before);
    told.addAll(telling(News.RAISED, event.occasion(), event.channels()));
    return new AlertRow(
        event.alert(),
        event.deadline(),
        event.horizon(),
        event.occasion(),
        AlertStatus.RAISED,
        event.raisedOn(),
        null,
        null,
        told,
        version);
  }

  private AlertRow after(Fact<AlertEvent> fact) {
    return switch (fact.event()) {
      case AlertRaised raised -> raised(raised, told, fact.version());
      case AlertAcknowledged(_, var on, var note) ->
          with(
              AlertStatus.ACKNOWLEDGED,
              new Acknowledgement(on, fact.actor(), note),
              null,
              told,
              fact.version());
      case AlertCancelled cancelled -> cancelled(cancelled, fact.version());
      case AlertDelivered(_, var delivery, _) -> came(delivery, State.DELIVERED, fact.version());
      case AlertDeliveryAbandoned(_, var delivery, _, _, _) ->
          came(delivery, State.DEAD, fact.version());
      case AlertDeliveryResumed(_, var delivery, _) ->
          came(delivery, State.PENDING, fact.version());
    };
  }

  private AlertRow cancelled(AlertCancelled event, long at) {
    List<Told> next = new ArrayList<>();
    told.forEach(one -> next.add(one.state() == State.PENDING ? one.in(State.WITHDRAWN) : one));
    next.addAll(telling(News.CANCELLED, occasion, event.channels()));
    Cancellation why = new Cancellation(event.cancelledOn(), event.cause());
    return with(AlertStatus.CANCELLED, acknowledgement, why, next, at);
  }

  private AlertRow came(Delivery delivery, State next, long at) {
    List<Told> all = told.stream().map(one -> one.is(delivery) ? one.in(next) : one).toList();
    return with(state, acknowledgement, cancellation, all, at);
  }

  private AlertRow with(
      AlertStatus nextState,
      @Nullable Acknowledgement by,
      @Nullable Cancellation why,
      List<Told> nextTold,
      long at) {
    return new AlertRow(
        id, deadline, horizon, occasion, nextState, raisedOn, by, why, nextTold, at);
  }

  private static List<Told> telling(News news, int occasion, Set<String> channels) {
    return new TreeSet<>(channels)
        .stream().map(channel -> new Told(news, occasion, channel, State.PENDING)).toList();
  }
}
