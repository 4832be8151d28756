package fr.livret.kernel.vae;

import java.time.LocalDate;

/**
 * The fact from which it follows that what was announced did not happen.
 *
 * @param kind what sort of fact
 * @param on its own day
 */
public record VaeCause(Kind kind, LocalDate on) {

  /** Sorts of causes. */
  public enum Kind {
    SUPPLEMENT_REQUESTED,
    DECISION_NOTIFIED,
    RECEVABILITE_USED
  }
}
