package fr.livret.query.session;

import fr.livret.kernel.path.PathId;
import fr.livret.kernel.session.SessionEvent;
import java.util.function.Predicate;

/** Whom a fact of a session concerns. */
public final class Concern {
  private Concern() {}

  /** Whether it concerns one of those paths, or all: the minutes are one act. */
  public static boolean of(SessionEvent event, Predicate<PathId> paths) {
    return switch (event) {
      case SessionEvent.CandidateEnrolled it -> paths.test(it.candidacy().path());
      case SessionEvent.CandidateWithdrawn it -> paths.test(it.path());
      case SessionEvent.CandidateConvoked it -> paths.test(it.path());
      case SessionEvent.ResultRecorded it -> paths.test(it.result().path());
      case SessionEvent.DecisionRecorded it -> paths.test(it.path());
      case SessionEvent.DecisionUndone it -> paths.test(it.path());
      case SessionEvent.DecisionNotRecorded it -> paths.test(it.effect().path());
      case SessionEvent.SessionPlanned _,
          SessionEvent.MemberAppointed _,
          SessionEvent.MemberConvoked _,
          SessionEvent.PresenceRecorded _,
          SessionEvent.AbsenceReported _,
          SessionEvent.MinutesSigned _,
          SessionEvent.MinutesRegistered _,
          SessionEvent.ResultsNotified _,
          SessionEvent.MinutesRectified _,
          SessionEvent.SessionAnnulled _,
          SessionEvent.AnnulmentRefused _,
          SessionEvent.RefusalAppealed _,
          SessionEvent.RefusalAppealDecided _ ->
          true;
    };
  }
}
