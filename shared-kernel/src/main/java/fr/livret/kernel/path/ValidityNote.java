package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.path.PathCommand.NoteValidityChange;
import fr.livret.kernel.path.PathEvent.TitleClosureNoted;
import fr.livret.kernel.path.PathEvent.TitleProrogationNoted;
import fr.livret.kernel.referentiel.ValidityChange;
import java.time.LocalDate;
import java.util.List;

/** A decision on the validity of the référentiel reaches a path. */
final class ValidityNote {
  private ValidityNote() {}

  /** Nothing follows from a change the path already knows: it may be told again. */
  static List<PathEvent> decide(NoteValidityChange command, PathFile file, PathLaw law) {
    if (file.facts().validityChanges().contains(command.change())) {
      return List.of();
    }
    PathEvent noted = noted(command.path(), command.change(), command.today());
    return Consequences.following(
        List.of(noted), file, command.today(), cause(command.change()), law);
  }

  static PathEvent noted(PathId path, ValidityChange change, LocalDate today) {
    Days.requirePast("decidedOn", change.decidedOn(), today);
    return switch (change) {
      case ValidityChange.Closure(var decidedOn, var source) ->
          new TitleClosureNoted(path, decidedOn, source);
      case ValidityChange.Prorogation(var decidedOn, var until, var source) -> {
        Days.requirePossible("until", until);
        yield new TitleProrogationNoted(path, decidedOn, until, source);
      }
    };
  }

  private static Cause cause(ValidityChange change) {
    return switch (change) {
      case ValidityChange.Closure closure ->
          Cause.of(Cause.Kind.TITLE_CLOSED, closure.decidedOn(), null);
      case ValidityChange.Prorogation prorogation ->
          Cause.of(Cause.Kind.TITLE_PROROGUED, prorogation.decidedOn(), null);
    };
  }
}
