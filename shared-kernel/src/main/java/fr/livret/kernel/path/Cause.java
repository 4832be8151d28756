package fr.livret.kernel.path;

import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The fact from which a lapse, its reversal or a move of the window follows.
 *
 * @param kind what sort of fact
 * @param on its own day
 * @param ccp the CCP it is about, where it is about one
 * @param minutes the PV it is about, where it is about one
 */
public record Cause(Kind kind, LocalDate on, @Nullable CcpCode ccp, @Nullable MinutesRef minutes) {

  /** A fact that is about no PV. */
  static Cause of(Kind kind, LocalDate on, @Nullable CcpCode ccp) {
    return new Cause(kind, on, ccp, null);
  }

  /** Sorts of causes. */
  public enum Kind {
    DAY_PASSED,
    CCP_OBTAINED,
    CCP_ANNULLED,
    JURY_DECISION,
    TITLE_AWARDED,
    TITLE_CLOSED,
    TITLE_PROROGUED,
    TITLE_WITHDRAWN,
    MINUTES_ANNULLED,
    PATH_TRANSFERRED
  }
}
