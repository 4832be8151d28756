package fr.livret.kernel.candidate;

import java.time.LocalDate;

/**
 * A certificate a title may require, such as the SST.
 *
 * @param kind as in {@code SST}
 * @param obtainedOn first day of validity
 * @param validThrough last day of validity, included
 */
public record Certificate(String kind, LocalDate obtainedOn, LocalDate validThrough) {
  /** Whether it is valid on that day. */
  public boolean validOn(LocalDate day) {
    return !day.isBefore(obtainedOn) && !day.isAfter(validThrough);
  }
}
