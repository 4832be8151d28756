package fr.livret.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Grounds;
import fr.livret.kernel.path.PathCommand;
import fr.livret.kernel.path.PathDecider;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.PathState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A session with the paths of its candidates: given what happened, when a command comes, then what
 * follows. Immutable: each step gives the stage as it goes on.
 */
record Stage(
    PathLaw law,
    Map<PathId, PathState> paths,
    SessionState state,
    List<SessionEvent> events,
    @Nullable Refusal refusal) {

  /** Nothing planned yet, and these paths opened by that route. */
  static Stage set(PathLaw law, Route route, PathId... paths) {
    Map<PathId, PathState> opened = new HashMap<>();
    for (PathId path : paths) {
      opened.put(path, decided(Words.open(path, law, route), new PathState.NotOpened(), law));
    }
    return new Stage(law, opened, new SessionState.NotPlanned(), List.of(), null);
  }

  /** What happened on a path of a candidate before. */
  Stage onPath(PathCommand... commands) {
    Map<PathId, PathState> next = new HashMap<>(paths);
    for (PathCommand command : commands) {
      next.compute(command.path(), (_, path) -> decided(command, path, law));
    }
    return new Stage(law, next, state, List.of(), null);
  }

  private static PathState decided(PathCommand command, @Nullable PathState path, PathLaw law) {
    PathState next = path == null ? new PathState.NotOpened() : path;
    for (PathEvent event : PathDecider.decide(command, next, law)) {
      next = PathState.evolve(next, event);
    }
    return next;
  }

  /** What was recorded before, each command accepted in its turn. */
  Stage given(SessionCommand... commands) {
    Stage stage = this;
    for (SessionCommand command : commands) {
      stage = stage.when(command).accepted();
    }
    return stage;
  }

  /** As {@link #given}, of a command that needs to know where the paths stand. */
  Stage given(Function<Stage, SessionCommand> command) {
    return given(command.apply(this));
  }

  /** The command the test is about; its events are folded, a refusal is kept. */
  Stage when(SessionCommand command) {
    try {
      List<SessionEvent> decided = SessionDecider.decide(command, state, law);
      SessionState next = state;
      for (SessionEvent event : decided) {
        next = SessionState.evolve(next, event);
      }
      return new Stage(law, paths, next, decided, null);
    } catch (Refusal refused) {
      return new Stage(law, paths, state, List.of(), refused);
    }
  }

  Stage when(Function<Stage, SessionCommand> command) {
    return when(command.apply(this));
  }

  Stage then(SessionEvent... expected) {
    accepted();
    assertThat(events).containsExactly(expected);
    return this;
  }

  Stage accepted() {
    assertThat(refusal).as("refusal").isNull();
    return this;
  }

  Refusal refused(Refused code) {
    assertThat(refusal).as("where these events were decided: %s", events).isNotNull();
    if (refusal == null) {
      throw new AssertionError("not refused");
    }
    assertThat(refusal.code()).as("%s", refusal).isEqualTo(code);
    return refusal;
  }

  Refusal refused(Refused code, Map<String, ?> facts) {
    Refusal found = refused(code);
    assertThat(found.facts()).containsAllEntriesOf(facts);
    return found;
  }

  /** The first event of that kind that the command gave. */
  <E extends SessionEvent> E event(Class<E> kind) {
    accepted();
    return events.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  /** Where a path stands, for a command that has to know. */
  Standing standing(PathId path) {
    return new Standing(path(path), 1, law, new Grounds(Words.CERTIFICATES));
  }

  Map<PathId, Standing> standings() {
    Map<PathId, Standing> all = new HashMap<>();
    paths.keySet().forEach(path -> all.put(path, standing(path)));
    return all;
  }

  PathState path(PathId path) {
    PathState known = paths.get(path);
    if (known == null) {
      throw new IllegalArgumentException("no path " + path);
    }
    return known;
  }

  /** Brings an effect of the session to its path, as the automation does. */
  Stage bring(Effect effect) {
    List<PathCommand> commands =
        Effects.of(
            Words.SESSION, effect, state, law, standing(effect.path()), Words.on(Words.TODAY));
    Map<PathId, PathState> next = new HashMap<>(paths);
    for (PathCommand command : commands) {
      next.compute(effect.path(), (_, path) -> decided(command, path, law));
    }
    return new Stage(law, next, state, events, null);
  }
}
