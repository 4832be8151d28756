package fr.livret.kernel.training;

import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;

/** One in-training assessment (évaluation en cours de formation) of one CCP. */
public record Efa(CcpCode ccp, LocalDate assessedOn, EfaResult result) {
  /** Whether it acquired the CCP's competences. */
  public boolean acquired() {
    return result == EfaResult.ACQUIRED;
  }
}
