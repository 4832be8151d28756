package fr.livret.query.replay;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.decision.Laws;
import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.vae.VaeRegime;
import java.time.LocalDate;
import java.util.Optional;

/** Every title's law, had this regime governed it: its référentiel stays what it was. */
record OtherRegime(CapitalisationRegime regime, Laws pinned) implements Laws {

  /**
   * The regime of that name; empty where no file states it.
   *
   * @param name {@code TP-2016} for the latest edition, {@code TP-2016/1} for that one
   */
  static Optional<CapitalisationRegime> named(String name, RegimeLibrary library) {
    return library.all().stream()
        .filter(regime -> regime.id().code().equals(name) || regime.id().text().equals(name))
        .max((one, other) -> Integer.compare(one.id().edition(), other.id().edition()));
  }

  @Override
  public PathLaw of(ReferentielCode certification, int version, RegimeId unused) {
    return new PathLaw(regime, version(certification, version), version);
  }

  @Override
  public PathLaw latest(ReferentielCode certification, int version) {
    return new PathLaw(regime, version(certification, version), version);
  }

  @Override
  public VaeRegime vae(RegimeId of) {
    return pinned.vae(of);
  }

  @Override
  public Optional<VaeRegime> vaeOn(LocalDate filedOn) {
    return pinned.vaeOn(filedOn);
  }

  @Override
  public Referentiel version(ReferentielCode code, int number) {
    return pinned.version(code, number);
  }

  @Override
  public Programme version(ProgrammeVersion version) {
    return pinned.version(version);
  }
}
