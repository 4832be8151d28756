package fr.livret.command.referentiel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.livret.command.dispatch.RecordedFacts;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.decision.Decisions;
import fr.livret.kernel.decision.Laws;
import fr.livret.kernel.decision.Target;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.ReferentielState;
import fr.livret.kernel.referentiel.ReferentielState.Published;
import fr.livret.kernel.vae.VaeRegime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The law of a path: the version of the référentiel and the edition of the regime it pinned. */
@Component
public class LawBook implements Laws {
  private final RegimeLibrary regimes;
  private final RecordedFacts facts;
  private final Cache<Version, Referentiel> versions =
      Caffeine.newBuilder().maximumSize(1_000).build();

  private final Cache<ReferentielCode, Standing> standing =
      Caffeine.newBuilder().maximumSize(1_000).build();

  private final Cache<ProgrammeVersion, Programme> programmes =
      Caffeine.newBuilder().maximumSize(1_000).build();

  LawBook(RegimeLibrary regimes, RecordedFacts facts) {
    this.regimes = regimes;
    this.facts = facts;
  }

  /** What so many facts make of a référentiel: the same until there is another fact. */
  private record Standing(long facts, Optional<Published> published) {}

  private record Version(ReferentielCode code, int number) {}

  @Override
  public VaeRegime vae(RegimeId regime) {
    return regimes.vae().regime(regime);
  }

  @Override
  public Optional<VaeRegime> vaeOn(LocalDate filedOn) {
    return regimes.vae().filedOn(filedOn);
  }

  /** The law of that version of a référentiel and its regime's latest edition. */
  @Override
  public PathLaw latest(ReferentielCode certification, int version) {
    Referentiel referentiel = referentiel(new Version(certification, version));
    return new PathLaw(regimes.latest(referentiel.regime()), referentiel, version);
  }

  /** The law of that edition of a regime and that version of a référentiel. */
  @Override
  public PathLaw of(ReferentielCode code, int version, RegimeId regime) {
    return new PathLaw(regimes.regime(regime), referentiel(new Version(code, version)), version);
  }

  /** A référentiel as it stands now, from its facts; empty where none is published. */
  public Optional<Published> current(ReferentielCode code) {
    if (facts.rehearsed(code.toString())) {
      return published(facts.of(code.toString()));
    }
    long recorded = facts.count(code.toString());
    Standing known = standing.getIfPresent(code);
    if (known != null && known.facts() == recorded) {
      return known.published();
    }
    List<Object> all = facts.of(code.toString());
    for (Object fact : all) {
      if (fact instanceof ReferentielPublished published) {
        versions.put(new Version(code, published.version()), published.content());
      }
    }
    Optional<Published> now = published(all);
    standing.put(code, new Standing(all.size(), now));
    return now;
  }

  private static Optional<Published> published(List<Object> facts) {
    ReferentielState state =
        Decisions.fold(
            facts,
            new ReferentielState.NotPublished(),
            ReferentielEvent.class,
            ReferentielState::evolve);
    return state instanceof Published published ? Optional.of(published) : Optional.empty();
  }

  @Override
  public Programme version(ProgrammeVersion version) {
    Programme known = programmes.getIfPresent(version);
    if (known != null) {
      return known;
    }
    String id = Target.ofProgramme(version.code());
    Programme content =
        facts.of(id).stream()
            .filter(ProgrammePublished.class::isInstance)
            .map(ProgrammePublished.class::cast)
            .filter(published -> published.version() == version.number())
            .map(ProgrammePublished::content)
            .findFirst()
            .orElseThrow(() ->
                new IllegalStateException(
                    "no version " + version.number() + " of " + version.code()));
    // A version that only a rehearsal knows is not kept beyond it.
    if (!facts.rehearsed(id)) {
      programmes.put(version, content);
    }
    return content;
  }

  @Override
  public Referentiel version(ReferentielCode code, int number) {
    return referentiel(new Version(code, number));
  }

  private Referentiel referentiel(Version version) {
    Referentiel known = versions.getIfPresent(version);
    if (known == null) {
      current(version.code());
      known = versions.getIfPresent(version);
    }
    return known == null ? rehearsed(version) : known;
  }

  /** A version that only a rehearsal knows is not kept beyond it. */
  private Referentiel rehearsed(Version version) {
    return facts.of(version.code().toString()).stream()
        .filter(ReferentielPublished.class::isInstance)
        .map(ReferentielPublished.class::cast)
        .filter(published -> published.version() == version.number())
        .map(ReferentielPublished::content)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException("no version " + version.number() + " of " + version.code()));
  }
}
