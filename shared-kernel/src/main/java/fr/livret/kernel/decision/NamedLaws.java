package fr.livret.kernel.decision;

import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.vae.VaeRegime;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The law as it was on the day of a decision. What a state pinned is found by its pins; what a
 * command was going to pin was the latest then, and need not be the latest now.
 */
record NamedLaws(LawNames names, Laws library) implements Laws {

  @Override
  public PathLaw of(ReferentielCode certification, int version, RegimeId regime) {
    return library.of(certification, version, regime);
  }

  @Override
  public PathLaw latest(ReferentielCode certification, int version) {
    @Nullable RegimeId regime = names.next() == null ? names.regime() : names.next().regime();
    return regime == null
        ? library.latest(certification, version)
        : library.of(certification, version, regime);
  }

  @Override
  public VaeRegime vae(RegimeId regime) {
    return library.vae(regime);
  }

  @Override
  public Optional<VaeRegime> vaeOn(LocalDate filedOn) {
    @Nullable RegimeId vae = names.vae();
    return vae == null ? library.vaeOn(filedOn) : Optional.of(library.vae(vae));
  }

  @Override
  public Referentiel version(ReferentielCode code, int number) {
    return library.version(code, number);
  }

  @Override
  public Programme version(ProgrammeVersion version) {
    return library.version(version);
  }
}
