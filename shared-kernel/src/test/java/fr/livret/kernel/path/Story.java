package fr.livret.kernel.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Given what happened on a path, when a command comes, then what follows. Immutable: each step
 * gives the story as it goes on.
 */
record Story(PathLaw law, PathState state, List<PathEvent> events, @Nullable Refusal refusal) {

  /** A path nobody opened yet. */
  static Story unopened(PathLaw law) {
    return new Story(law, new PathState.NotOpened(), List.of(), null);
  }

  /** A path opened on the first day its référentiel knows. */
  static Story path(PathLaw law, Route route) {
    LocalDate from = law.referentiel().validity().from();
    return path(law, route, from == null ? LocalDate.of(2022, 1, 3) : from);
  }

  static Story path(PathLaw law, Route route, LocalDate openedOn) {
    return unopened(law).given(Given.open(law, route, Access.impliedBy(route), openedOn, openedOn));
  }

  /** What was recorded before, each command accepted in its turn. */
  Story given(PathCommand... commands) {
    PathState next = state;
    for (PathCommand command : commands) {
      for (PathEvent event : PathDecider.decide(command, next, lawOf(next))) {
        next = PathState.evolve(next, event);
      }
    }
    return new Story(law, next, List.of(), null);
  }

  /** The command the test is about; its events are folded, a refusal is kept. */
  Story when(PathCommand command) {
    try {
      List<PathEvent> decided = PathDecider.decide(command, state, lawOf(state));
      PathState next = state;
      for (PathEvent event : decided) {
        next = PathState.evolve(next, event);
      }
      return new Story(law, next, decided, null);
    } catch (Refusal refused) {
      return new Story(law, state, List.of(), refused);
    }
  }

  Story then(PathEvent... expected) {
    assertThat(refusal).as("refusal").isNull();
    assertThat(events.stream().map(Telling::of))
        .containsExactlyElementsOf(Stream.of(expected).map(Telling::of).toList());
    return this;
  }

  Story thenNothing() {
    return then();
  }

  Story accepted() {
    assertThat(refusal).as("refusal").isNull();
    return this;
  }

  Refusal refused(Refused code) {
    assertThat(Optional.ofNullable(refusal).map(Refusal::code))
        .as("refusal, where these events were decided: %s", events.stream().map(Telling::of))
        .contains(code);
    if (refusal == null) {
      throw new AssertionError("not refused");
    }
    return refusal;
  }

  Refusal refused(Refused code, Map<String, ?> facts) {
    Refusal found = refused(code);
    assertThat(found.facts()).containsAllEntriesOf(facts);
    return found;
  }

  /** The first event of that kind that the command gave. */
  <E extends PathEvent> E event(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  /** The law the path is under now: another one once it was transferred. */
  PathLaw current() {
    return lawOf(state);
  }

  private PathLaw lawOf(PathState of) {
    boolean transferred = of.opened().map(PathFile::former).isPresent();
    return transferred ? law.successor().orElseThrow() : law;
  }

  PathFile file() {
    return state.opened().orElseThrow();
  }

  Window window(LocalDate day) {
    return CapitalisationWindow.asOf(day, file().facts(), current());
  }

  Window window(String day) {
    return window(Given.on(day));
  }

  /** What is held on that day, as in {@code CCP1 2014-03-10}. */
  List<String> held(String day) {
    List<String> held = new ArrayList<>();
    window(day).held().forEach(one -> held.add(one.ccp() + " " + one.obtainedOn()));
    return held;
  }
}
