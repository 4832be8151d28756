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
  /** Whether it is valid on that day. */
  public boolean validOn(LocalDate day) {
    return !day.isBefore(obtainedOn) && !day.isAfter(validThrough);
  }

  /** The days it claims: both as recorded. */
  public List<Proof> proofs() {
    return List.of(
        proof(Claim.CERTIFICATE_FROM, Anchor.Kind.CERTIFICATE_OBTAINED, obtainedOn),
        proof(Claim.CERTIFICATE_THROUGH, Anchor.Kind.CERTIFICATE_STATED, validThrough));
  }

  private Proof proof(Claim claim, Anchor.Kind recorded, LocalDate day) {
    return new Proof(claim, kind, Reckoning.from(new Anchor(recorded, day, kind), null));
  }
}
