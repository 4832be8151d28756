package fr.livret.query.path;

import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathState;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
import java.util.List;
import java.util.Optional;

/**
 * A path by what was known of it.
 *
 * @param events in their order, the opening first
 * @param file what they fold to
 * @param version of the stream after the last of them
 */
record KnownPath(List<PathEvent> events, PathFile file, long version) {

  KnownPath {
    events = List.copyOf(events);
  }

  /** What is known by then; empty before the path was recorded or open. */
  static Optional<KnownPath> by(Moment moment, List<Recorded<PathEvent>> all) {
    return of(moment.known(all))
        .filter(known -> !known.file().pins().openedOn().isAfter(moment.effectiveOn()));
  }

  static Optional<KnownPath> of(List<Recorded<PathEvent>> recorded) {
    PathState state = new PathState.NotOpened();
    for (Recorded<PathEvent> one : recorded) {
      state = PathState.evolve(state, one.event());
    }
    return state
        .opened()
        .map(file ->
            new KnownPath(
                recorded.stream().map(Recorded::event).toList(),
                file,
                recorded.getLast().version()));
  }
}
