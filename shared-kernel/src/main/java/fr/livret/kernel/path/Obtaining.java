package fr.livret.kernel.path;

import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One time a CCP was obtained. The same CCP can be obtained again once it has lapsed.
 *
 * @param annulledOn the day of the decision that annulled it: once it is known, the CCP never
 *     counted, on the days before that decision neither
 */
public record Obtaining(CcpCode ccp, LocalDate obtainedOn, @Nullable LocalDate annulledOn) {
  /** Whether it stands as of that day: obtained by then, and never annulled. */
  public boolean standsOn(LocalDate day) {
    return annulledOn == null && !obtainedOn.isAfter(day);
  }
}
