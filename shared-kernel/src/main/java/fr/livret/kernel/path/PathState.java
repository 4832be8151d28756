package fr.livret.kernel.path;

import fr.livret.kernel.path.PathEvent.CandidateAbsent;
import fr.livret.kernel.path.PathEvent.CcpAnnulled;
import fr.livret.kernel.path.PathEvent.CcpLapsed;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathEvent.CcsAwarded;
import fr.livret.kernel.path.PathEvent.LapseReversed;
import fr.livret.kernel.path.PathEvent.PathOpened;
import fr.livret.kernel.path.PathEvent.TitleAwarded;
import fr.livret.kernel.path.PathEvent.TitleCalledIntoQuestion;
import fr.livret.kernel.path.PathEvent.TitleClosureNoted;
import fr.livret.kernel.path.PathEvent.TitleProrogationNoted;
import fr.livret.kernel.path.PathEvent.TitleRefused;
import fr.livret.kernel.path.PathEvent.WindowClosed;
import fr.livret.kernel.path.PathEvent.WindowFulfilled;
import fr.livret.kernel.path.PathEvent.WindowMoved;
import fr.livret.kernel.path.PathEvent.WindowOpened;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The legal situation of a path. */
public sealed interface PathState {

  /** Nothing has happened under this id. */
  record NotOpened() implements PathState {}

  /** On the way to the title. */
  record Capitalising(PathFile file) implements PathState {}

  /**
   * The title is awarded.
   *
   * @param ccs the specialisations awarded since
   * @param inQuestion whether a fact learned since takes away what the title rested on
   */
  record Titled(PathFile file, Set<String> ccs, boolean inQuestion) implements PathState {
    public Titled {
      ccs = Set.copyOf(ccs);
    }
  }

  /** What the path is made of, once opened. */
  default Optional<PathFile> opened() {
    return switch (this) {
      case NotOpened() -> Optional.empty();
      case Capitalising(var file) -> Optional.of(file);
      case Titled(var file, _, _) -> Optional.of(file);
    };
  }

  /** The state after one more event. */
  static PathState evolve(PathState state, PathEvent event) {
    return switch (state) {
      case NotOpened() -> first(event);
      case Capitalising(var file) ->
          event instanceof TitleAwarded
              ? new Titled(file.evolve(event), Set.of(), false)
              : new Capitalising(file.evolve(event));
      case Titled titled -> titled(titled, event);
    };
  }

  private static PathState first(PathEvent event) {
    if (event instanceof PathOpened opened) {
      return new Capitalising(PathFile.opened(opened));
    }
    throw new IllegalStateException("path " + event.path() + " was never opened");
  }

  private static Titled titled(Titled titled, PathEvent event) {
    PathFile file = titled.file().evolve(event);
    return switch (event) {
      case CcsAwarded awarded -> {
        Set<String> all = new HashSet<>(titled.ccs());
        all.add(awarded.ccs());
        yield new Titled(file, all, titled.inQuestion());
      }
      case TitleCalledIntoQuestion _ -> new Titled(file, titled.ccs(), true);
      case PathOpened _,
          CcpObtained _,
          CcpAnnulled _,
          CcpLapsed _,
          LapseReversed _,
          WindowOpened _,
          WindowMoved _,
          WindowFulfilled _,
          WindowClosed _,
          TitleAwarded _,
          TitleRefused _,
          CandidateAbsent _,
          TitleClosureNoted _,
          TitleProrogationNoted _ ->
          new Titled(file, titled.ccs(), titled.inQuestion());
    };
  }
}
