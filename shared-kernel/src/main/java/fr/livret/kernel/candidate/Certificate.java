package fr.livret.kernel.candidate;

import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Proof.Claim;
import fr.livret.kernel.proof.Reckoning;
import java.time.LocalDate;
import java.util.List;

/**
 * A certificate a title may require, such as the SST.
 *
 * @param kind as in {@code SST}
 * @param obtainedOn first day of validity
 * @param validThrough last day of validity, included
 */
public record Certificate(String kind, LocalDate obtainedOn, LocalDate validThrough) {
  /** As recorded. */
  public static Certificate of(CandidateEvent.CertificateRecorded event) {
    return new Certificate(event.kind(), event.obtainedOn(), event.validThrough());
  }

  /** Whether it is valid on that day. */
  public boolean validOn(LocalDate day) {
    return !day.isBefore(obtainedOn) && !day.isAfter(validThrough);
  }

  /** The days it claims: both as recorded. */
  public List<Proof> proofs() {
    return List.of(
        new Proof(Claim.CERTIFICATE_FROM, kind, Reckoning.from(obtained(), null)),
        new Proof(Claim.CERTIFICATE_THROUGH, kind, Reckoning.from(stated(), null)));
  }

  /** The days an event recorded that a reckoning can begin with. */
  public static List<Anchor> anchors(CandidateEvent event) {
    return switch (event) {
      case CandidateEvent.CertificateRecorded it -> List.of(of(it).obtained(), of(it).stated());
      case CandidateEvent.CandidateRegistered _, CandidateEvent.CandidateErased _ -> List.of();
    };
  }

  private Anchor obtained() {
    return new Anchor(Anchor.Kind.CERTIFICATE_OBTAINED, obtainedOn, kind);
  }

  private Anchor stated() {
    return new Anchor(Anchor.Kind.CERTIFICATE_STATED, validThrough, kind);
  }
}
