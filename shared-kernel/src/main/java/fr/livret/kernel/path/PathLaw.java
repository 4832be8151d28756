package fr.livret.kernel.path;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.vae.VaeRegime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The law that governs one path: what it pinned when it opened, or when it was transferred.
 *
 * @param regime how its CCPs add up to the title
 * @param referentiel the title it leads to
 * @param version which version of that référentiel
 * @param next what a transfer that is asked for would pin
 * @param vae how its application was admitted; absent where it was opened on none
 */
public record PathLaw(
    CapitalisationRegime regime,
    Referentiel referentiel,
    int version,
    @Nullable PathLaw next,
    @Nullable VaeRegime vae) {

  public PathLaw(CapitalisationRegime regime, Referentiel referentiel, int version) {
    this(regime, referentiel, version, null, null);
  }

  /** The same law, and what a transfer would pin. */
  public PathLaw leadingTo(PathLaw successor) {
    return new PathLaw(regime, referentiel, version, successor, vae);
  }

  /** The same law for a path opened on a recevabilité of that regime. */
  public PathLaw admittedUnder(@Nullable VaeRegime admitting) {
    return new PathLaw(regime, referentiel, version, next, admitting);
  }

  /** What a transfer that is asked for would pin. */
  public Optional<PathLaw> successor() {
    return Optional.ofNullable(next);
  }
}
