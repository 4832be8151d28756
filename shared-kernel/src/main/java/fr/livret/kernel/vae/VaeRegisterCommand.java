package fr.livret.kernel.vae;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ValidityChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What may be asked of the register of one candidate's applications. */
public sealed interface VaeRegisterCommand {
  CandidateId candidate();

  /** The day on which the command is given. */
  LocalDate today();

  /** The register it is for. */
  default VaeRegisterId register() {
    return VaeRegisterId.of(candidate());
  }

  /**
   * Files an application.
   *
   * @param certificationVersion the version of the référentiel's content it pins
   * @param blocs the CCPs asked for; empty where the whole title is
   * @param changes what was decided so far about the validity of the référentiel
   */
  record FileVaeApplication(
      CandidateId candidate,
      VaeApplicationId application,
      ReferentielCode certification,
      int certificationVersion,
      LocalDate filedOn,
      Set<CcpCode> blocs,
      List<ExperiencePeriod> experience,
      List<ValidityChange> changes,
      LocalDate today)
      implements VaeRegisterCommand {
    public FileVaeApplication {
      blocs = Set.copyOf(blocs);
      experience = List.copyOf(experience);
      changes = List.copyOf(changes);
    }
  }
}
