package fr.livret.kernel.alert;

import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Anchor.Kind;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Proof.Claim;
import fr.livret.kernel.proof.Reckoning;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * Every day an alert claims beside the one it announces, with how it was worked out. No text is
 * behind these days: how long before a deadline somebody is told is a setting. How the day was
 * worked out that it announces is for its subject to prove.
 */
public final class AlertProofs {
  private AlertProofs() {}

  /**
   * What is claimed of an alert.
   *
   * @param passed whether what it announced has ended
   */
  public static List<Proof> of(Deadline deadline, int horizon, boolean passed) {
    List<Proof> proofs = new ArrayList<>();
    proofs.add(Proof.of(Claim.ALERT_FROM, from(deadline.lastDay(), horizon)));
    if (passed) {
      proofs.add(Proof.of(Claim.DEADLINE_PASSED_ON, passed(deadline.lastDay())));
    }
    return proofs;
  }

  /**
   * The first day on which an alert is raised.
   *
   * @param horizon in months
   */
  static Reckoning from(LocalDate lastDay, int horizon) {
    return announced(lastDay).minus(Period.ofMonths(horizon), null);
  }

  /** The first day on which what was announced for that last day has ended. */
  static Reckoning passed(LocalDate lastDay) {
    return announced(lastDay).next(null);
  }

  private static Reckoning announced(LocalDate lastDay) {
    return Reckoning.from(Anchor.of(Kind.DEADLINE_ANNOUNCED, lastDay), null);
  }

  /** The days an event recorded that a reckoning can begin with. */
  public static List<Anchor> anchors(AlertEvent event) {
    return switch (event) {
      case AlertEvent.AlertRaised it ->
          List.of(Anchor.of(Kind.DEADLINE_ANNOUNCED, it.deadline().lastDay()));
      case AlertEvent.AlertAcknowledged _,
          AlertEvent.AlertCancelled _,
          AlertEvent.AlertDelivered _,
          AlertEvent.AlertDeliveryAbandoned _,
          AlertEvent.AlertDeliveryResumed _ ->
          List.of();
    };
  }
}
