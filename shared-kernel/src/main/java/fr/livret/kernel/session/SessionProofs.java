package fr.livret.kernel.session;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Anchor.Kind;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Proof.Claim;
import fr.livret.kernel.proof.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every day a session claims, with how it was worked out. The days of what became of it (minutes,
 * registration, appeals) are recorded, and nothing is worked out from them.
 */
public final class SessionProofs {
  private SessionProofs() {}

  /**
   * What is claimed.
   *
   * @param members those appointed
   */
  public static List<Proof> of(Plan plan, List<Member> members, CapitalisationRegime regime) {
    List<Proof> proofs = new ArrayList<>();
    Anchor planned = Anchor.of(Kind.SESSION_PLANNED, plan.heldOn());
    proofs.add(Proof.of(Claim.SESSION_HELD_ON, Reckoning.from(planned, null)));
    proofs.add(
        Proof.of(Claim.CONVOCATION_LAST_DAY, plan.kind().lastDayToConvoke(plan.heldOn(), regime)));
    for (Member member : members) {
      member
          .maySitThrough(regime)
          .map(last -> new Proof(Claim.MEMBER_MAY_SIT_THROUGH, member.id(), last))
          .ifPresent(proofs::add);
    }
    return List.copyOf(proofs);
  }

  /** The days an event recorded that a reckoning can begin with. */
  public static List<Anchor> anchors(SessionEvent event) {
    return switch (event) {
      case SessionEvent.SessionPlanned it ->
          List.of(Anchor.of(Kind.SESSION_PLANNED, it.plan().heldOn()));
      case SessionEvent.MemberAppointed it -> left(it.member());
      case SessionEvent.CandidateEnrolled _,
          SessionEvent.CandidateWithdrawn _,
          SessionEvent.MemberConvoked _,
          SessionEvent.CandidateConvoked _,
          SessionEvent.PresenceRecorded _,
          SessionEvent.AbsenceReported _,
          SessionEvent.ResultRecorded _,
          SessionEvent.MinutesSigned _,
          SessionEvent.MinutesRegistered _,
          SessionEvent.ResultsNotified _,
          SessionEvent.MinutesRectified _,
          SessionEvent.SessionAnnulled _,
          SessionEvent.AnnulmentRefused _,
          SessionEvent.RefusalAppealed _,
          SessionEvent.RefusalAppealDecided _,
          SessionEvent.DecisionRecorded _,
          SessionEvent.DecisionUndone _,
          SessionEvent.DecisionNotRecorded _ ->
          List.of();
    };
  }

  private static List<Anchor> left(Member member) {
    @Nullable LocalDate on = member.leftSectorOn();
    return on == null ? List.of() : List.of(new Anchor(Kind.SECTOR_LEFT, on, member.id()));
  }
}
