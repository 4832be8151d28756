package fr.livret.kernel.vae;

import java.time.LocalDate;

/**
 * What was done on a recevabilité.
 *
 * @param path id of the path opened on it
 * @param on the day of it
 */
public record VaeUse(Kind kind, String path, LocalDate on) {

  /** Sorts of use. */
  public enum Kind {
    PATH_OPENED,
    /** A jury or a binôme decided on the candidate, who was there. */
    SESSION_HELD
  }
}
