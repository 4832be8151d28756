package fr.livret.kernel.path;

import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One time a CCP was obtained. The same CCP can be obtained again once it has lapsed.
 *
 * @param annulledOn the day of the decision that annulled it: once it is known, the CCP never
 *     counted, on the days before that decision neither
 * @param minutes the PV it was granted in, where Livret keeps it
 */
public record Obtaining(
    CcpCode ccp,
    LocalDate obtainedOn,
    @Nullable LocalDate annulledOn,
    @Nullable MinutesRef minutes) {

  /** One that nobody annulled. */
  static Obtaining standing(CcpCode ccp, LocalDate obtainedOn) {
    return new Obtaining(ccp, obtainedOn, null, null);
  }

  /** Whether it stands as of that day: obtained by then, and never annulled. */
  public boolean standsOn(LocalDate day) {
    return annulledOn == null && !obtainedOn.isAfter(day);
  }

  /** Where a reckoning begins with it. */
  Anchor anchor() {
    return new Anchor(Anchor.Kind.CCP_OBTAINED, obtainedOn, ccp.value());
  }

  Obtaining annulled(LocalDate decidedOn) {
    return new Obtaining(ccp, obtainedOn, decidedOn, minutes);
  }

  /** The same success, counted for the CCP of a revised title: its day stays what it was. */
  Obtaining carriedTo(CcpCode equivalent) {
    return new Obtaining(equivalent, obtainedOn, annulledOn, minutes);
  }
}
