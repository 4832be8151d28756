package fr.livret.kernel.vae;

import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Proof.Claim;
import fr.livret.kernel.proof.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Every day an application claims, with how it was worked out. */
public final class VaeProofs {
  private VaeProofs() {}

  /** What is claimed as of that day. */
  public static List<Proof> asOf(LocalDate day, VaeFile file, VaeRegime regime) {
    VaeStanding standing = VaeStanding.asOf(day, file, regime);
    List<Proof> proofs = new ArrayList<>();
    LocalDate filedOn = file.pins().filedOn();
    proofs.add(
        Proof.of(
            Claim.FILED_ON,
            Reckoning.from(Anchor.of(Anchor.Kind.APPLICATION_FILED, filedOn), null)));
    if (standing.clock() != null) {
      proofs.addAll(ofDelay(standing.clock()));
    }
    if (standing.grant() != null) {
      proofs.addAll(ofGrant(standing.grant()));
    }
    if (standing.lapse() != null) {
      proofs.add(Proof.of(Claim.RECEVABILITE_LAPSED_ON, standing.lapse()));
    }
    return proofs;
  }

  private static List<Proof> ofDelay(VaeStanding.Delay delay) {
    return List.of(
        Proof.of(Claim.DELAY_COUNTED_FROM, new Reckoning(null, delay.ending().steps().getFirst())),
        Proof.of(Claim.SILENCE_LAST_DAY, delay.ending()),
        Proof.of(Claim.SILENCE_EFFECT, delay.silence()));
  }

  private static List<Proof> ofGrant(VaeStanding.Grant granted) {
    List<Proof> proofs = new ArrayList<>();
    proofs.add(Proof.of(Claim.RECEVABILITE_COUNTED_FROM, granted.notified()));
    granted.validThrough().ifPresent(last -> proofs.add(Proof.of(Claim.VALID_THROUGH, last)));
    granted.startBy().ifPresent(last -> proofs.add(Proof.of(Claim.START_BY, last)));
    return proofs;
  }

  /** The days an event recorded that a reckoning can begin with. */
  public static List<Anchor> anchors(VaeEvent event) {
    return switch (event) {
      case VaeEvent.ApplicationFiled it ->
          List.of(Anchor.of(Anchor.Kind.APPLICATION_FILED, it.filedOn()));
      case VaeEvent.CompletenessRecorded it ->
          List.of(Anchor.of(Anchor.Kind.FILE_COMPLETE, it.completeOn()));
      case VaeEvent.RecevabiliteGranted it -> granted(it);
      case VaeEvent.RecevabiliteRefused it ->
          List.of(Anchor.of(Anchor.Kind.DECISION_NOTIFIED, it.notifiedOn()));
      case VaeEvent.SupplementRequested _,
          VaeEvent.SilenceTookEffect _,
          VaeEvent.SilenceReversed _,
          VaeEvent.LateDecisionRecorded _,
          VaeEvent.RecevabiliteUsed _,
          VaeEvent.RecevabiliteLapsed _,
          VaeEvent.RecevabiliteLapseReversed _ ->
          List.of();
    };
  }

  private static List<Anchor> granted(VaeEvent.RecevabiliteGranted event) {
    List<Anchor> anchors = new ArrayList<>();
    anchors.add(Anchor.of(Anchor.Kind.DECISION_NOTIFIED, event.notifiedOn()));
    if (event.validThrough() != null) {
      anchors.add(Anchor.of(Anchor.Kind.RECEVABILITE_STATED, event.validThrough()));
    }
    return anchors;
  }
}
