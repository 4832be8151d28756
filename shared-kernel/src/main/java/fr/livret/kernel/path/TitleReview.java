package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.PathCommand.ConfirmTitle;
import fr.livret.kernel.path.PathCommand.WithdrawTitle;
import fr.livret.kernel.path.PathFacts.Award;
import fr.livret.kernel.path.PathState.Titled;
import fr.livret.kernel.path.ReviewEvent.TitleConfirmed;
import fr.livret.kernel.path.ReviewEvent.TitleWithdrawn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an officer decides, with a reason, on a title that is held: to take it back, or to let it
 * stand although what it rested on is gone.
 *
 * <p>Source: arrêté du 8 décembre 2008, annexe, 6.
 */
final class TitleReview {
  private TitleReview() {}

  static List<PathEvent> withdraw(WithdrawTitle command, PathFile file, PathLaw law) {
    LocalDate heldOn = held(file).heldOn();
    requireAfter(heldOn, command.decidedOn(), command.today());
    TitleWithdrawn withdrawn =
        new TitleWithdrawn(
            command.path(),
            heldOn,
            command.decidedOn(),
            command.reason(),
            law.regime().basis(RuleName.TITLE_WITHDRAWAL).rule());
    Cause cause = Cause.of(Cause.Kind.TITLE_WITHDRAWN, command.decidedOn(), null);
    return Consequences.following(List.of(withdrawn), file, command.today(), cause, law);
  }

  static List<PathEvent> confirm(ConfirmTitle command, Titled titled, PathLaw law) {
    LocalDate heldOn = held(titled.file()).heldOn();
    if (!titled.inQuestion()) {
      throw law.regime().refuse(Refused.TITLE_NOT_IN_QUESTION, Map.of("titleAwardedOn", heldOn));
    }
    requireAfter(heldOn, command.decidedOn(), command.today());
    return List.of(
        new TitleConfirmed(
            command.path(),
            command.decidedOn(),
            command.reason(),
            law.regime().basis(RuleName.TITLE_WITHDRAWAL).rule()));
  }

  private static Award held(PathFile file) {
    return file.facts()
        .titleBy(LocalDate.MAX)
        .orElseThrow(() -> new IllegalStateException("a titled path has its award"));
  }

  private static void requireAfter(LocalDate heldOn, LocalDate decidedOn, LocalDate today) {
    Days.requirePast("decidedOn", decidedOn, today);
    if (decidedOn.isBefore(heldOn)) {
      throw Refusal.of(
          Refused.DATES_OUT_OF_ORDER, Map.of("titleAwardedOn", heldOn, "decidedOn", decidedOn));
    }
  }
}
