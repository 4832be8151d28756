package fr.livret.kernel.law;

import java.time.Period;
import java.util.Set;

/**
 * How often a candidate may sit again: within a time counted from the first session, included, so
 * many sessions at most, the first one among them. Once that time is over a new series begins.
 *
 * @param within counted from the day of the first session
 * @param sessions at most, the first included
 * @param after the outcomes that count as a session sat in vain
 * @param newTrainingRestarts whether a training begun since opens a new series at once
 */
public record ResitRule(
    Period within, int sessions, Set<Outcome> after, boolean newTrainingRestarts) {
  /** How a session can be sat in vain. */
  public enum Outcome {
    /** The title refused, and no CCP granted. */
    TOTAL_FAILURE,
    /** The title refused, and CCPs granted. */
    PARTIAL_FAILURE,
    /** Absent without an excuse. */
    UNJUSTIFIED_ABSENCE
  }

  public ResitRule {
    after = Set.copyOf(after);
  }
}
