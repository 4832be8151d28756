package fr.livret.kernel.path;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathCommand.AnnulCcp;
import fr.livret.kernel.path.PathCommand.AnnulMinutes;
import fr.livret.kernel.path.PathCommand.Anytime;
import fr.livret.kernel.path.PathCommand.AwardCcs;
import fr.livret.kernel.path.PathCommand.ConfirmTitle;
import fr.livret.kernel.path.PathCommand.DecideAppeal;
import fr.livret.kernel.path.PathCommand.LodgeAppeal;
import fr.livret.kernel.path.PathCommand.NoteValidityChange;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.path.PathCommand.RecordSurvey;
import fr.livret.kernel.path.PathCommand.TransferPath;
import fr.livret.kernel.path.PathCommand.WithdrawCcs;
import fr.livret.kernel.path.PathCommand.WithdrawTitle;
import fr.livret.kernel.path.PathCommand.WitnessDay;
import fr.livret.kernel.path.PathState.Capitalising;
import fr.livret.kernel.path.PathState.NotOpened;
import fr.livret.kernel.path.PathState.Titled;
import fr.livret.kernel.path.PathState.Withdrawn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What follows from a command about a path: events, or one {@link Refusal}. */
public final class PathDecider {
  private PathDecider() {}

  /**
   * Pure: the same command on the same state under the same law gives the same events or the same
   * refusal, today and in ten years.
   *
   * @param law what the path pinned; for a path to open, what it is going to pin
   */
  public static List<PathEvent> decide(PathCommand command, PathState state, PathLaw law) {
    return switch (state) {
      case NotOpened _ ->
          command instanceof OpenPath open ? Opening.decide(open, law) : unknown(command);
      case Capitalising(var file) -> onTheWay(command, file, law);
      case Titled titled -> afterTheTitle(command, titled, law);
      case Withdrawn(var file) -> afterWithdrawal(command, file, law);
    };
  }

  private static List<PathEvent> onTheWay(PathCommand command, PathFile file, PathLaw law) {
    return switch (command) {
      case OpenPath _ -> throw Refusal.of(Refused.ALREADY_RECORDED, path(command));
      case RecordCcp ccp -> CcpGranting.decide(ccp, file, law);
      case RecordJuryDecision jury -> JurySession.decide(jury, file, law);
      case TransferPath transfer -> Transfer.decide(transfer, file, law);
      case AwardCcs _ -> throw law.regime().refuse(Refused.TITLE_REQUIRED, path(command));
      case WithdrawTitle _, ConfirmTitle _, RecordSurvey _ ->
          throw law.regime().refuse(Refused.TITLE_NOT_HELD, path(command));
      case Anytime any -> anywhere(any, file, law);
    };
  }

  private static List<PathEvent> afterTheTitle(PathCommand command, Titled titled, PathLaw law) {
    PathFile file = titled.file();
    return switch (command) {
      case OpenPath _ -> throw Refusal.of(Refused.ALREADY_RECORDED, path(command));
      case RecordCcp _, RecordJuryDecision _, TransferPath _ ->
          throw law.regime().refuse(Refused.PATH_CLOSED, closed(file));
      case AwardCcs award -> Specialisation.award(award, file, law);
      case WithdrawTitle withdraw -> TitleReview.withdraw(withdraw, file, law);
      case ConfirmTitle confirm -> TitleReview.confirm(confirm, titled, law);
      case RecordSurvey survey -> Surveying.decide(survey, file, law);
      case Anytime any -> anywhere(any, file, law);
    };
  }

  private static List<PathEvent> afterWithdrawal(PathCommand command, PathFile file, PathLaw law) {
    return switch (command) {
      case OpenPath _ -> throw Refusal.of(Refused.ALREADY_RECORDED, path(command));
      case RecordCcp _, RecordJuryDecision _, TransferPath _ ->
          throw law.regime().refuse(Refused.PATH_CLOSED, closed(file));
      case AwardCcs _ -> throw law.regime().refuse(Refused.TITLE_REQUIRED, path(command));
      case WithdrawTitle _, ConfirmTitle _, RecordSurvey _ ->
          throw law.regime().refuse(Refused.TITLE_NOT_HELD, closed(file));
      case Anytime any -> anywhere(any, file, law);
    };
  }

  private static List<PathEvent> anywhere(Anytime command, PathFile file, PathLaw law) {
    return switch (command) {
      case AnnulCcp annul -> Annulment.decide(annul, file, law);
      case AnnulMinutes annul -> MinutesAnnulment.decide(annul, file, law);
      case WithdrawCcs withdraw -> Specialisation.withdraw(withdraw, file, law);
      case LodgeAppeal lodge -> Appeals.lodge(lodge, file, law);
      case DecideAppeal decide -> Appeals.decide(decide, file, law);
      case NoteValidityChange note -> ValidityNote.decide(note, file, law);
      case WitnessDay day -> Consequences.ofTheDay(file, day.today(), law);
    };
  }

  private static List<PathEvent> unknown(PathCommand command) {
    throw Refusal.of(Refused.UNKNOWN, path(command));
  }

  private static Map<String, Object> path(PathCommand command) {
    return Map.of("pathId", command.path().toString());
  }

  private static Map<String, Object> closed(PathFile file) {
    return file.facts()
        .titleBy(LocalDate.MAX)
        .<Map<String, Object>>map(award -> Map.of("titleAwardedOn", award.heldOn()))
        .orElse(Map.of());
  }
}
