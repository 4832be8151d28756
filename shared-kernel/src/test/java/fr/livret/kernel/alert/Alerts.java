package fr.livret.kernel.alert;

import fr.livret.kernel.alert.AlertCommand.AcknowledgeAlert;
import fr.livret.kernel.alert.AlertCommand.CancelAlert;
import fr.livret.kernel.alert.AlertCommand.RaiseAlert;
import fr.livret.kernel.alert.AlertCommand.ResumeDelivery;
import fr.livret.kernel.alert.Delivery.News;
import fr.livret.kernel.candidate.CandidateId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An alert of a window that ends on 2019-03-10, and what is done with it. */
public final class Alerts {
  static final LocalDate LAST_DAY = LocalDate.of(2019, 3, 10);
  static final LocalDate RAISE_DAY = LocalDate.of(2018, 12, 10);
  static final CandidateId CANDIDATE = new CandidateId(new UUID(0, 7));
  static final Deadline WINDOW =
      new Deadline(
          Subject.WINDOW,
          new UUID(0, 1),
          "AMIS-2013",
          CANDIDATE,
          LAST_DAY,
          "TP-2006/1#window.length");
  static final Set<String> CHANNELS = Set.of("mail", "registre");
  static final AlertId ID = AlertId.of(WINDOW, 3);
  static final RaiseAlert RAISE = new RaiseAlert(WINDOW, 3, CHANNELS, RAISE_DAY);
  static final AcknowledgeAlert ACKNOWLEDGE = new AcknowledgeAlert(ID, "seen", RAISE_DAY);
  static final Delivery BY_MAIL = new Delivery(News.RAISED, 1, "mail");

  private Alerts() {}

  static CancelAlert cancel(AlertCause.Kind kind) {
    return new CancelAlert(ID, new AlertCause(kind, RAISE_DAY, null), CHANNELS, RAISE_DAY);
  }

  static AlertState after(AlertCommand... commands) {
    AlertState state = new AlertState.NotRaised();
    for (AlertCommand command : commands) {
      for (AlertEvent event : AlertDecider.decide(command, state)) {
        state = AlertState.evolve(state, event);
      }
    }
    return state;
  }

  static List<AlertEvent> decided(AlertCommand command, AlertCommand... before) {
    return AlertDecider.decide(command, after(before));
  }

  /** A refusal told elsewhere too. */
  public static void acknowledgedOnceCancelled() {
    var _ = decided(ACKNOWLEDGE, RAISE, cancel(AlertCause.Kind.TITLE_AWARDED));
  }

  /** A refusal told elsewhere too. */
  public static void resumedWhileOnItsWay() {
    var _ = decided(new ResumeDelivery(ID, BY_MAIL, RAISE_DAY), RAISE);
  }
}
