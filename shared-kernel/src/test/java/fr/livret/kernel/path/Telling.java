package fr.livret.kernel.path;

import fr.livret.kernel.path.PathEvent.CandidateAbsent;
import fr.livret.kernel.path.PathEvent.CcpAnnulled;
import fr.livret.kernel.path.PathEvent.CcpLapsed;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathEvent.CcsAwarded;
import fr.livret.kernel.path.PathEvent.InsertionSurveyed;
import fr.livret.kernel.path.PathEvent.LapseReversed;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.PathTransferred;
import fr.livret.kernel.path.PathEvent.TitleAwarded;
import fr.livret.kernel.path.PathEvent.TitleCalledIntoQuestion;
import fr.livret.kernel.path.PathEvent.TitleClosureNoted;
import fr.livret.kernel.path.PathEvent.TitleProrogationNoted;
import fr.livret.kernel.path.PathEvent.TitleRefused;
import fr.livret.kernel.path.PathEvent.WindowClosed;
import fr.livret.kernel.path.PathEvent.WindowFulfilled;
import fr.livret.kernel.path.PathEvent.WindowMoved;
import fr.livret.kernel.path.PathEvent.WindowOpened;
import fr.livret.kernel.path.ReviewEvent.AbsenceAnnulled;
import fr.livret.kernel.path.ReviewEvent.AppealDecided;
import fr.livret.kernel.path.ReviewEvent.AppealLodged;
import fr.livret.kernel.path.ReviewEvent.CcsAnnulled;
import fr.livret.kernel.path.ReviewEvent.CcsCalledIntoQuestion;
import fr.livret.kernel.path.ReviewEvent.CcsWithdrawn;
import fr.livret.kernel.path.ReviewEvent.TitleAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleConfirmed;
import fr.livret.kernel.path.ReviewEvent.TitleRefusalAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleWithdrawn;
import java.util.TreeSet;

/** An event told in one line, so that two stories can be compared at sight. */
final class Telling {
  private Telling() {}

  static String of(PathEvent event) {
    return switch (event) {
      case PathOpened e -> "path opened " + e.openedOn() + " " + e.route();
      case CcpObtained e -> e.ccp() + " obtained " + e.obtainedOn();
      case CcpAnnulled e ->
          "%s of %s annulled %s: %s, %s"
              .formatted(e.ccp(), e.obtainedOn(), e.decidedOn(), e.reason(), e.legalSource());
      case CcpLapsed e ->
          "%s of %s lapsed %s, window %s%s"
              .formatted(e.ccp(), e.obtainedOn(), e.lapsedOn(), span(e.window()), by(e.cause()));
      case LapseReversed e ->
          "%s of %s: lapse of %s reversed%s"
              .formatted(e.ccp(), e.obtainedOn(), e.lapsedOn(), by(e.cause()));
      case WindowOpened e -> "window opened " + span(e.window()) + by(e.cause());
      case WindowMoved e ->
          "window moved " + span(e.from()) + " to " + span(e.to()) + by(e.cause());
      case WindowFulfilled e -> "window fulfilled " + e.fulfilledOn() + by(e.cause());
      case WindowClosed e -> "window closed" + by(e.cause());
      case TitleAwarded e -> "title awarded " + e.heldOn() + " on " + e.restsOn();
      case TitleRefused e ->
          "title refused " + e.heldOn() + ", granted " + new TreeSet<>(e.granted());
      case CandidateAbsent e ->
          "absent " + e.heldOn() + (e.excused() ? ", excused" : ", not excused");
      case TitleCalledIntoQuestion e ->
          "title called into question for " + new TreeSet<>(e.missing()) + by(e.cause());
      case CcsAwarded e -> e.ccs() + " awarded " + e.obtainedOn();
      case TitleClosureNoted e -> "closure of " + e.decidedOn() + " by " + e.source();
      case TitleProrogationNoted e ->
          "prorogation of %s until %s by %s".formatted(e.decidedOn(), e.until(), e.source());
      case PathTransferred e ->
          "transferred to %s on %s, carrying %s"
              .formatted(
                  e.to(),
                  e.decidedOn(),
                  e.carried().stream()
                      .map(one -> one.from() + ">" + one.to() + " " + one.obtainedOn())
                      .toList());
      case InsertionSurveyed e ->
          "survey %s of %s: %s, %s"
              .formatted(e.after(), e.answeredOn(), e.employed(), e.inOccupation());
      case ReviewEvent e -> review(e);
    };
  }

  private static String review(ReviewEvent event) {
    return switch (event) {
      case TitleAnnulled e ->
          "title of %s annulled %s by %s".formatted(e.heldOn(), e.decidedOn(), e.minutes());
      case TitleRefusalAnnulled e ->
          "refusal of %s annulled %s by %s".formatted(e.heldOn(), e.decidedOn(), e.minutes());
      case AbsenceAnnulled e ->
          "absence of %s annulled %s by %s".formatted(e.heldOn(), e.decidedOn(), e.minutes());
      case CcsAnnulled e ->
          "%s of %s annulled %s by %s"
              .formatted(e.ccs(), e.obtainedOn(), e.decidedOn(), e.minutes());
      case TitleWithdrawn e -> "title of %s withdrawn %s".formatted(e.heldOn(), e.decidedOn());
      case TitleConfirmed e -> "title confirmed " + e.decidedOn();
      case CcsWithdrawn e ->
          "%s of %s withdrawn %s".formatted(e.ccs(), e.obtainedOn(), e.decidedOn());
      case CcsCalledIntoQuestion e ->
          "called into question " + new TreeSet<>(e.ccs()) + by(e.cause());
      case AppealLodged e ->
          "appeal %d against %s lodged %s before %s"
              .formatted(e.number(), e.against(), e.lodgedOn(), e.before());
      case AppealDecided e ->
          "appeal %d decided %s: %s".formatted(e.number(), e.decidedOn(), e.outcome());
    };
  }

  private static String span(WindowSpan span) {
    return span.anchor() + ".." + span.lastDay() + " " + span.governedBy();
  }

  private static String by(Cause cause) {
    return ", because "
        + cause.kind()
        + " "
        + cause.on()
        + (cause.ccp() == null ? "" : " " + cause.ccp())
        + (cause.minutes() == null ? "" : " " + cause.minutes());
  }
}
