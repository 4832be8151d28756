package fr.livret.kernel.vae;

import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recevabilité that was granted. A path opened on it pins it.
 *
 * @param application the application it was granted on
 * @param regime the VAE regime it stands under
 * @param blocs the CCPs asked for; empty where the whole title is
 * @param notifiedOn the day it counts from: of its notification, or of the effect of silence
 * @param validThrough the last day on which a first session may be held on it, where one is known
 * @param startBy the last day on which a path may be opened on it, where that alone is limited
 */
public record Recevabilite(
    VaeApplicationId application,
    RegimeId regime,
    Set<CcpCode> blocs,
    LocalDate notifiedOn,
    @Nullable LocalDate validThrough,
    @Nullable LocalDate startBy) {
  public Recevabilite {
    blocs = Set.copyOf(blocs);
  }

  /** The last day by which it must have been used, where one is known. */
  public Optional<LocalDate> lastDay() {
    return Optional.ofNullable(startBy == null ? validThrough : startBy);
  }

  /** Whether a use is the one it must have been put to by its last day. */
  boolean asksFor(VaeUse.Kind use) {
    return switch (use) {
      case PATH_OPENED -> startBy != null;
      case SESSION_HELD -> startBy == null;
    };
  }
}
