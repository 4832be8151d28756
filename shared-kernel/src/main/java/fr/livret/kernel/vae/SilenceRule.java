package fr.livret.kernel.vae;

import java.time.Period;

/**
 * What silence means, and after how long.
 *
 * @param after the delay; its last day is the same day of the month so much later, included, or the
 *     last day of a month that lacks it
 * @param from what it counts from
 * @param effect what silence means
 */
public record SilenceRule(Period after, CountsFrom from, VaeOutcome effect) {

  /** What a delay counts from. */
  public enum CountsFrom {
    /** The day the application was filed, complete or not. */
    FILING,
    /** The day the file was complete; a supplement request takes that back. */
    COMPLETENESS
  }
}
