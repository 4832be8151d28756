package fr.livret.kernel.path;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An appeal against a decision on the path. It changes nothing by itself: what its outcome commands
 * is done by a decision of its own.
 *
 * @param number on this path, from 1
 * @param against the day of the decision appealed against
 * @param outcome absent while it is pending
 */
public record Appeal(
    int number, LocalDate against, Before before, LocalDate lodgedOn, @Nullable Outcome outcome) {

  /** Who hears it. */
  public enum Before {
    /** Recours hiérarchique, before the minister. */
    MINISTER,
    /** Recours contentieux, before the administrative court. */
    COURT
  }

  /** How it ended. */
  public enum Outcome {
    UPHELD,
    DISMISSED,
    INADMISSIBLE,
    ABANDONED
  }

  Appeal ended(Outcome how) {
    return new Appeal(number, against, before, lodgedOn, how);
  }
}
