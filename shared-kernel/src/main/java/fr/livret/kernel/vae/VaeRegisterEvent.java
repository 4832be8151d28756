package fr.livret.kernel.vae;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.time.LocalDate;

/** What happened in the register of one candidate's applications. */
public sealed interface VaeRegisterEvent {
  VaeRegisterId register();

  /** The day on which it became true. */
  LocalDate effectiveOn();

  /**
   * An application was filed, and takes its place in the quota of its civil year.
   *
   * @param exempt whether it takes no place
   */
  record FilingCounted(
      VaeRegisterId register,
      CandidateId candidate,
      VaeApplicationId application,
      ReferentielCode certification,
      LocalDate filedOn,
      boolean exempt,
      String rule)
      implements VaeRegisterEvent {
    @Override
    public LocalDate effectiveOn() {
      return filedOn;
    }
  }
}
