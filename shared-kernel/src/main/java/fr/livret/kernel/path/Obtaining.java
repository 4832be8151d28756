package fr.livret.kernel.path;

import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One time a CCP was obtained. The same CCP can be obtained again once it has lapsed.
 *
 * @param annulledOn the day of the decision that annulled it, from which it never counted
 */
public record Obtaining(CcpCode ccp, LocalDate obtainedOn, @Nullable LocalDate annulledOn) {
  /** Whether it stands as of that day: obtained by then, and not annulled by then. */
  public boolean standsOn(LocalDate day) {
    return !obtainedOn.isAfter(day) && (annulledOn == null || annulledOn.isAfter(day));
  }
}
