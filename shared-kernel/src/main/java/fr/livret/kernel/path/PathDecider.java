package fr.livret.kernel.path;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathCommand.AnnulCcp;
import fr.livret.kernel.path.PathCommand.AwardCcs;
import fr.livret.kernel.path.PathCommand.NoteValidityChange;
import fr.livret.kernel.path.PathCommand.OpenPath;
import fr.livret.kernel.path.PathCommand.RecordCcp;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.path.PathCommand.WitnessDay;
import fr.livret.kernel.path.PathState.Capitalising;
import fr.livret.kernel.path.PathState.NotOpened;
import fr.livret.kernel.path.PathState.Titled;
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
          switch (command) {
            case OpenPath open -> Opening.decide(open, law);
            case RecordCcp _,
                AnnulCcp _,
                RecordJuryDecision _,
                AwardCcs _,
                NoteValidityChange _,
                WitnessDay _ ->
                throw Refusal.of(Refused.UNKNOWN, path(command));
          };
      case Capitalising(var file) ->
          switch (command) {
            case OpenPath _ -> throw Refusal.of(Refused.ALREADY_RECORDED, path(command));
            case RecordCcp ccp -> CcpGranting.decide(ccp, file, law);
            case AnnulCcp annul -> Annulment.decide(annul, file, law);
            case RecordJuryDecision jury -> JurySession.decide(jury, file, law);
            case AwardCcs _ -> throw law.regime().refuse(Refused.TITLE_REQUIRED, path(command));
            case NoteValidityChange note -> ValidityNote.decide(note, file, law);
            case WitnessDay day -> Consequences.ofTheDay(file, day.today(), law);
          };
      case Titled titled ->
          switch (command) {
            case OpenPath _ -> throw Refusal.of(Refused.ALREADY_RECORDED, path(command));
            case RecordCcp _, RecordJuryDecision _ ->
                throw law.regime().refuse(Refused.PATH_CLOSED, closed(titled));
            case AnnulCcp annul -> Annulment.decide(annul, titled.file(), law);
            case AwardCcs award -> Specialisation.decide(award, titled, law);
            case NoteValidityChange note -> ValidityNote.decide(note, titled.file(), law);
            case WitnessDay day -> Consequences.ofTheDay(titled.file(), day.today(), law);
          };
    };
  }

  private static Map<String, Object> path(PathCommand command) {
    return Map.of("pathId", command.path().toString());
  }

  private static Map<String, Object> closed(Titled titled) {
    return titled
        .file()
        .facts()
        .titleBy(LocalDate.MAX)
        .<Map<String, Object>>map(award -> Map.of("titleAwardedOn", award.heldOn()))
        .orElse(Map.of());
  }
}
