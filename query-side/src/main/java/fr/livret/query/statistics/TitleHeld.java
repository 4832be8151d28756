package fr.livret.query.statistics;

import fr.livret.kernel.path.PathEvent.InsertionSurveyed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The title a path led to, unless its award was annulled.
 *
 * @param certification the one awarded
 * @param session id, where one is known
 * @param withdrawnOn the day it was taken back, if it was
 * @param atSixMonths what was answered six months after the award
 * @param atTwoYears what was answered two years after it
 */
record TitleHeld(
    String certification,
    LocalDate awardedOn,
    @Nullable String session,
    @Nullable LocalDate withdrawnOn,
    @Nullable Insertion atSixMonths,
    @Nullable Insertion atTwoYears) {

  /** What a title holder answered. */
  record Insertion(LocalDate answeredOn, boolean employed, boolean inOccupation) {}

  /** An answer given again replaces the one before. */
  TitleHeld answered(InsertionSurveyed event) {
    Insertion given = new Insertion(event.answeredOn(), event.employed(), event.inOccupation());
    return switch (event.after()) {
      case SIX_MONTHS ->
          new TitleHeld(certification, awardedOn, session, withdrawnOn, given, atTwoYears);
      case TWO_YEARS ->
          new TitleHeld(certification, awardedOn, session, withdrawnOn, atSixMonths, given);
    };
  }

  TitleHeld withdrawn(LocalDate on) {
    return new TitleHeld(certification, awardedOn, session, on, atSixMonths, atTwoYears);
  }
}
