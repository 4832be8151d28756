package fr.livret.kernel.alert;

import fr.livret.kernel.alert.AlertCause.Kind;
import fr.livret.kernel.alert.AlertCommand.AcknowledgeAlert;
import fr.livret.kernel.alert.AlertCommand.CancelAlert;
import fr.livret.kernel.alert.AlertCommand.NoteAbandonment;
import fr.livret.kernel.alert.AlertCommand.NoteDelivery;
import fr.livret.kernel.alert.AlertCommand.RaiseAlert;
import fr.livret.kernel.alert.AlertCommand.ResumeDelivery;
import fr.livret.kernel.alert.AlertEvent.AlertAcknowledged;
import fr.livret.kernel.alert.AlertEvent.AlertCancelled;
import fr.livret.kernel.alert.AlertEvent.AlertDelivered;
import fr.livret.kernel.alert.AlertEvent.AlertDeliveryAbandoned;
import fr.livret.kernel.alert.AlertEvent.AlertDeliveryResumed;
import fr.livret.kernel.alert.AlertEvent.AlertRaised;
import fr.livret.kernel.alert.AlertState.Acknowledged;
import fr.livret.kernel.alert.AlertState.Cancelled;
import fr.livret.kernel.alert.AlertState.NotRaised;
import fr.livret.kernel.alert.AlertState.Raised;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What follows from a command about an alert: events, or one {@link Refusal}. */
public final class AlertDecider {
  private AlertDecider() {}

  /** Pure: the same command on the same state gives the same events or the same refusal. */
  public static List<AlertEvent> decide(AlertCommand command, AlertState state) {
    return switch (state) {
      case NotRaised _ -> unknown(command);
      case Raised(var file) -> standing(command, file, false);
      case Acknowledged(var file) -> standing(command, file, true);
      case Cancelled(var file) -> cancelled(command, file);
    };
  }

  private static List<AlertEvent> unknown(AlertCommand command) {
    return switch (command) {
      case RaiseAlert raise -> raise(raise, 1);
      case AcknowledgeAlert _, CancelAlert _, NoteDelivery _, NoteAbandonment _, ResumeDelivery _ ->
          throw Refusal.of(Refused.UNKNOWN, id(command));
    };
  }

  private static List<AlertEvent> standing(
      AlertCommand command, AlertFile file, boolean acknowledged) {
    return switch (command) {
      case RaiseAlert _ -> List.of();
      case AcknowledgeAlert(var alert, var note, var today) -> {
        if (acknowledged) {
          throw Refusal.of(Refused.ALREADY_RECORDED, id(command));
        }
        yield List.of(new AlertAcknowledged(alert, today, note));
      }
      case CancelAlert(var alert, var cause, var channels, var today) ->
          List.of(new AlertCancelled(alert, cause, told(cause, channels, file), today));
      case NoteDelivery note -> delivered(note, file);
      case NoteAbandonment note -> abandoned(note, file);
      case ResumeDelivery resume -> resumed(resume, file);
    };
  }

  private static List<AlertEvent> cancelled(AlertCommand command, AlertFile file) {
    return switch (command) {
      case RaiseAlert raise -> raise(raise, file.occasion() + 1);
      case AcknowledgeAlert _ -> throw Refusal.of(Refused.ALERT_CANCELLED, id(command));
      case CancelAlert _ -> List.of();
      case NoteDelivery note -> delivered(note, file);
      case NoteAbandonment note -> abandoned(note, file);
      case ResumeDelivery resume -> {
        if (resume.delivery().news() == Delivery.News.RAISED) {
          throw Refusal.of(Refused.ALERT_CANCELLED, id(command));
        }
        yield resumed(resume, file);
      }
    };
  }

  private static List<AlertEvent> raise(RaiseAlert command, int occasion) {
    Deadline deadline = command.deadline();
    LocalDate from = Horizons.raiseDay(deadline.lastDay(), command.horizon());
    if (command.today().isBefore(from)) {
      throw Refusal.of(
          Refused.DATE_IN_FUTURE,
          Map.of("field", "raisedOn", "date", from, "today", command.today()));
    }
    if (command.today().isAfter(deadline.lastDay())) {
      throw Refusal.of(
          Refused.DATES_OUT_OF_ORDER,
          Map.of("raisedOn", command.today(), "lastDay", deadline.lastDay()));
    }
    return List.of(
        new AlertRaised(
            command.alert(),
            deadline,
            command.horizon(),
            occasion,
            command.channels(),
            command.today()));
  }

  /** Nobody is told that a day has come which the alert itself named. */
  private static Set<String> told(AlertCause cause, Set<String> channels, AlertFile file) {
    if (cause.kind() == Kind.DEADLINE_PASSED) {
      return Set.of();
    }
    Set<String> told = new TreeSet<>(channels);
    told.retainAll(file.channels());
    return told;
  }

  private static List<AlertEvent> delivered(NoteDelivery note, AlertFile file) {
    return switch (state(note, note.delivery(), file)) {
      case PENDING, DEAD, WITHDRAWN ->
          List.of(new AlertDelivered(note.alert(), note.delivery(), note.today()));
      case DELIVERED -> List.of();
    };
  }

  private static List<AlertEvent> abandoned(NoteAbandonment note, AlertFile file) {
    return switch (state(note, note.delivery(), file)) {
      case PENDING ->
          List.of(
              new AlertDeliveryAbandoned(
                  note.alert(), note.delivery(), note.attempts(), note.error(), note.today()));
      case DELIVERED, DEAD, WITHDRAWN -> List.of();
    };
  }

  private static List<AlertEvent> resumed(ResumeDelivery resume, AlertFile file) {
    return switch (state(resume, resume.delivery(), file)) {
      case DEAD ->
          List.of(new AlertDeliveryResumed(resume.alert(), resume.delivery(), resume.today()));
      case PENDING, DELIVERED, WITHDRAWN ->
          throw Refusal.of(Refused.DELIVERY_NOT_ABANDONED, id(resume));
    };
  }

  private static Delivery.State state(AlertCommand command, Delivery delivery, AlertFile file) {
    Delivery.State state = file.stateOf(delivery);
    if (state == null) {
      throw Refusal.of(Refused.UNKNOWN, id(command));
    }
    return state;
  }

  private static Map<String, Object> id(AlertCommand command) {
    return Map.of("alertId", command.alert().toString());
  }
}
