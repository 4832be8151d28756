package fr.livret.query.replay;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.decision.Laws;
import fr.livret.kernel.decision.Target;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.vae.VaeRegime;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The law by the log alone: regimes as their files state them, référentiels and programmes as they
 * were published.
 */
final class LogLaws implements Laws {
  private final RegimeLibrary regimes;
  private final LogFacts facts;
  private final Map<Version, Referentiel> versions = new ConcurrentHashMap<>();
  private final Map<ProgrammeVersion, Programme> programmes = new ConcurrentHashMap<>();

  LogLaws(RegimeLibrary regimes, LogFacts facts) {
    this.regimes = regimes;
    this.facts = facts;
  }

  private record Version(ReferentielCode code, int number) {}

  @Override
  public PathLaw of(ReferentielCode certification, int version, RegimeId regime) {
    return new PathLaw(regimes.regime(regime), version(certification, version), version);
  }

  @Override
  public PathLaw latest(ReferentielCode certification, int version) {
    Referentiel referentiel = version(certification, version);
    return new PathLaw(regimes.latest(referentiel.regime()), referentiel, version);
  }

  @Override
  public VaeRegime vae(RegimeId regime) {
    return regimes.vae().regime(regime);
  }

  @Override
  public Optional<VaeRegime> vaeOn(LocalDate filedOn) {
    return regimes.vae().filedOn(filedOn);
  }

  @Override
  public Referentiel version(ReferentielCode code, int number) {
    return versions.computeIfAbsent(new Version(code, number), this::published);
  }

  @Override
  public Programme version(ProgrammeVersion version) {
    return programmes.computeIfAbsent(version, this::published);
  }

  private Referentiel published(Version version) {
    return facts.of(version.code().toString()).stream()
        .filter(ReferentielPublished.class::isInstance)
        .map(ReferentielPublished.class::cast)
        .filter(published -> published.version() == version.number())
        .map(ReferentielPublished::content)
        .findFirst()
        .orElseThrow(() ->
            new NotThereException(
                "version %d of %s was never published"
                    .formatted(version.number(), version.code())));
  }

  private Programme published(ProgrammeVersion version) {
    return facts.of(Target.ofProgramme(version.code())).stream()
        .filter(ProgrammePublished.class::isInstance)
        .map(ProgrammePublished.class::cast)
        .filter(published -> published.version() == version.number())
        .map(ProgrammePublished::content)
        .findFirst()
        .orElseThrow(() ->
            new NotThereException(
                "version %d of the programme %s was never published"
                    .formatted(version.number(), version.code())));
  }
}
