package fr.livret.kernel.path;

import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.TitleAwarded;
import fr.livret.kernel.path.PathEvent.TitleCalledIntoQuestion;
import fr.livret.kernel.path.ReviewEvent.TitleAnnulled;
import fr.livret.kernel.path.ReviewEvent.TitleConfirmed;
import fr.livret.kernel.path.ReviewEvent.TitleWithdrawn;
import java.util.Optional;

/** The legal situation of a path. */
public sealed interface PathState {

  /** Nothing has happened under this id. */
  record NotOpened() implements PathState {}

  /** On the way to the title. */
  record Capitalising(PathFile file) implements PathState {}

  /**
   * The title is awarded.
   *
   * @param inQuestion whether a fact learned since takes away what the title rested on, and no
   *     officer has answered yet
   */
  record Titled(PathFile file, boolean inQuestion) implements PathState {}

  /** The title was taken back by a reasoned decision: nothing more is obtained here. */
  record Withdrawn(PathFile file) implements PathState {}

  /** What the path is made of, once opened. */
  default Optional<PathFile> opened() {
    return switch (this) {
      case NotOpened() -> Optional.empty();
      case Capitalising(var file) -> Optional.of(file);
      case Titled(var file, _) -> Optional.of(file);
      case Withdrawn(var file) -> Optional.of(file);
    };
  }

  /** The state after one more event. */
  static PathState evolve(PathState state, PathEvent event) {
    return switch (state) {
      case NotOpened() -> first(event);
      case Capitalising(var file) ->
          event instanceof TitleAwarded
              ? new Titled(file.evolve(event), false)
              : new Capitalising(file.evolve(event));
      case Titled(var file, var inQuestion) -> titled(file.evolve(event), inQuestion, event);
      case Withdrawn(var file) ->
          event instanceof TitleAnnulled
              ? new Capitalising(file.evolve(event))
              : new Withdrawn(file.evolve(event));
    };
  }

  private static PathState first(PathEvent event) {
    if (event instanceof PathOpened opened) {
      return new Capitalising(PathFile.opened(opened));
    }
    throw new IllegalStateException("path " + event.path() + " was never opened");
  }

  private static PathState titled(PathFile file, boolean inQuestion, PathEvent event) {
    return switch (event) {
      case TitleCalledIntoQuestion _ -> new Titled(file, true);
      case TitleConfirmed _ -> new Titled(file, false);
      case TitleAnnulled _ -> new Capitalising(file);
      case TitleWithdrawn _ -> new Withdrawn(file);
      case PathEvent.PathOpened _,
          PathEvent.CcpObtained _,
          PathEvent.CcpAnnulled _,
          PathEvent.CcpLapsed _,
          PathEvent.LapseReversed _,
          PathEvent.WindowOpened _,
          PathEvent.WindowMoved _,
          PathEvent.WindowFulfilled _,
          PathEvent.WindowClosed _,
          PathEvent.TitleAwarded _,
          PathEvent.TitleRefused _,
          PathEvent.CandidateAbsent _,
          PathEvent.CcsAwarded _,
          PathEvent.TitleClosureNoted _,
          PathEvent.TitleProrogationNoted _,
          PathEvent.PathTransferred _,
          PathEvent.InsertionSurveyed _,
          ReviewEvent.TitleRefusalAnnulled _,
          ReviewEvent.AbsenceAnnulled _,
          ReviewEvent.CcsAnnulled _,
          ReviewEvent.CcsWithdrawn _,
          ReviewEvent.CcsCalledIntoQuestion _,
          ReviewEvent.AppealLodged _,
          ReviewEvent.AppealDecided _ ->
          new Titled(file, inQuestion);
    };
  }
}
