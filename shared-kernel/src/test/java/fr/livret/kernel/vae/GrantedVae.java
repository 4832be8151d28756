package fr.livret.kernel.vae;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteGranted;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An application that was granted, for the tests of the paths opened on it. */
public final class GrantedVae {
  public static final VaeApplicationId ID = new VaeApplicationId(new UUID(0, 31));

  private GrantedVae() {}

  /** Filed, decided and notified on that day. */
  public static VaeFile file(
      ReferentielCode certification,
      VaeRegime regime,
      CandidateId candidate,
      LocalDate day,
      String... blocs) {
    VaeState filed =
        VaeState.evolve(
            new VaeState.NotFiled(),
            new ApplicationFiled(
                ID,
                candidate,
                certification,
                1,
                regime.id(),
                day,
                Set.copyOf(List.of(blocs).stream().map(CcpCode::new).toList()),
                List.of(),
                ExperienceCount.NONE,
                ""));
    return VaeState.evolve(filed, new RecevabiliteGranted(ID, day, day, null, null, null, ""))
        .filed()
        .orElseThrow();
  }

  /** Filed on that day, and nothing since. */
  public static VaeFile undecided(
      ReferentielCode certification, VaeRegime regime, CandidateId candidate, LocalDate day) {
    return VaeState.evolve(
            new VaeState.NotFiled(),
            new ApplicationFiled(
                ID,
                candidate,
                certification,
                1,
                regime.id(),
                day,
                Set.of(),
                List.of(),
                ExperienceCount.NONE,
                ""))
        .filed()
        .orElseThrow();
  }
}
