package fr.livret.kernel.law;

import java.time.Period;

/**
 * How long CCPs count while the target is not met. The last day is the anchor's day of the month so
 * much later, included; where that day does not exist, the last day of that month.
 *
 * @param length from the anchor, the day the oldest counting CCP was obtained; five years
 * @param endsWithValidity whether the window also ends with the title's validity
 * @param grace what is added to the title's validity, and when
 * @param graceWhen on which condition
 * @param expiry what lapses when the window expires without its target met
 */
public record WindowRule(
    Period length, boolean endsWithValidity, Period grace, GraceWhen graceWhen, Expiry expiry) {

  /** When the grace after the end of the title's validity is given. */
  public enum GraceWhen {
    NEVER,
    /** Only where the title was closed. */
    ON_CLOSURE,
    /** Whatever ended the validity. */
    ALWAYS
  }

  /** What lapses at expiry. */
  public enum Expiry {
    /** The oldest CCP; the window slides to the next one still held. */
    OLDEST_LAPSES,
    /** Every CCP of the window. */
    ALL_LAPSE
  }
}
