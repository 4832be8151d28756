package fr.livret.kernel.path;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.referentiel.Referentiel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The law that governs one path: what it pinned when it opened, or when it was transferred.
 *
 * @param regime how its CCPs add up to the title
 * @param referentiel the title it leads to
 * @param version which version of that référentiel
 * @param next what a transfer that is asked for would pin
 */
public record PathLaw(
    CapitalisationRegime regime, Referentiel referentiel, int version, @Nullable PathLaw next) {

  public PathLaw(CapitalisationRegime regime, Referentiel referentiel, int version) {
    this(regime, referentiel, version, null);
  }

  /** The same law, and what a transfer would pin. */
  public PathLaw leadingTo(PathLaw successor) {
    return new PathLaw(regime, referentiel, version, successor);
  }

  /** What a transfer that is asked for would pin. */
  public Optional<PathLaw> successor() {
    return Optional.ofNullable(next);
  }
}
