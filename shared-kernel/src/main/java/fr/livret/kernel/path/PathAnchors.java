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
import fr.livret.kernel.path.ReviewEvent.TitleWithdrawn;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Anchor.Kind;
import fr.livret.kernel.vae.Recevabilite;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days an event recorded that a reckoning can begin with. */
public final class PathAnchors {
  private PathAnchors() {}

  /** Those of that event; none of what only follows from facts. */
  public static List<Anchor> of(PathEvent event) {
    return switch (event) {
      case PathOpened it -> opened(it);
      case CcpObtained it ->
          List.of(new Anchor(Kind.CCP_OBTAINED, it.obtainedOn(), it.ccp().value()));
      case CcpAnnulled it ->
          List.of(new Anchor(Kind.CCP_ANNULLED, it.decidedOn(), it.ccp().value()));
      case TitleAwarded it -> List.of(Anchor.of(Kind.TITLE_AWARDED, it.heldOn()));
      case TitleRefused it -> List.of(Anchor.of(Kind.SESSION_IN_VAIN, it.heldOn()));
      case CandidateAbsent it -> List.of(Anchor.of(Kind.SESSION_IN_VAIN, it.heldOn()));
      case TitleClosureNoted it -> List.of(Anchor.of(Kind.TITLE_CLOSED, it.decidedOn()));
      case TitleProrogationNoted it -> List.of(Anchor.of(Kind.TITLE_PROROGUED, it.decidedOn()));
      case PathTransferred it -> transferred(it);
      case TitleWithdrawn it -> List.of(Anchor.of(Kind.TITLE_WITHDRAWN, it.decidedOn()));
      case CcpLapsed _,
          LapseReversed _,
          WindowOpened _,
          WindowMoved _,
          WindowFulfilled _,
          WindowClosed _,
          TitleCalledIntoQuestion _,
          CcsAwarded _,
          InsertionSurveyed _,
          ReviewEvent.TitleAnnulled _,
          ReviewEvent.TitleRefusalAnnulled _,
          ReviewEvent.AbsenceAnnulled _,
          ReviewEvent.CcsAnnulled _,
          ReviewEvent.CcsWithdrawn _,
          ReviewEvent.TitleConfirmed _,
          ReviewEvent.CcsCalledIntoQuestion _,
          ReviewEvent.AppealLodged _,
          ReviewEvent.AppealDecided _ ->
          List.of();
    };
  }

  private static List<Anchor> opened(PathOpened event) {
    List<Anchor> anchors = new ArrayList<>();
    anchors.add(Anchor.of(Kind.PATH_OPENED, event.openedOn()));
    @Nullable Recevabilite on = event.recevabilite();
    if (on != null) {
      for (@Nullable LocalDate day :
          new @Nullable LocalDate[] {on.notifiedOn(), on.validThrough(), on.startBy()}) {
        if (day != null) {
          anchors.add(Anchor.of(Kind.RECEVABILITE_STATED, day));
        }
      }
    }
    return anchors;
  }

  /** What was carried over counts by the code it has since, with its own day. */
  private static List<Anchor> transferred(PathTransferred event) {
    return Stream.concat(
            Stream.of(Anchor.of(Kind.PATH_TRANSFERRED, event.decidedOn())),
            event.carried().stream()
                .map(one -> new Anchor(Kind.CCP_OBTAINED, one.obtainedOn(), one.to().value())))
        .toList();
  }
}
