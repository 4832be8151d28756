package fr.livret.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.demo.Lived.Path;
import fr.livret.kernel.path.PathState.Capitalising;
import fr.livret.kernel.path.PathState.Titled;
import fr.livret.kernel.path.Window.State;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The stories end as they are meant to under the law as it is shipped. */
class StoriesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final List<Path> PATHS =
      Population.all().stream().flatMap(it -> Lived.through(it, TODAY).paths().stream()).toList();

  @Test
  void every_step_is_accepted_or_refused_as_it_is_meant_to_be() {
    for (Scenario scenario : Population.all()) {
      assertThat(Lived.through(scenario, TODAY).surprises()).as(scenario.plot()).isEmpty();
    }
  }

  @Test
  void windows_of_every_state_are_there() {
    assertThat(running(State.OPEN)).isGreaterThan(50);
    assertThat(running(State.FULFILLED)).isGreaterThan(5);
    assertThat(running(State.NONE)).isGreaterThan(20);
    assertThat(running(State.UNLIMITED)).isGreaterThan(10);
  }

  @Test
  void titles_are_awarded_and_some_called_into_question() {
    assertThat(count(path -> path.state() instanceof Titled)).isGreaterThan(120);
    assertThat(count(path -> path.state() instanceof Titled titled && titled.inQuestion()))
        .isGreaterThan(5);
  }

  @Test
  void some_windows_slid_and_some_close_before_long() {
    assertThat(
            count(path ->
                path.window(TODAY).state() == State.OPEN && !path.window(TODAY).lapses().isEmpty()))
        .isGreaterThanOrEqualTo(5);
    assertThat(
            count(path ->
                path.window(TODAY)
                    .running()
                    .filter(span -> span.lastDay().isBefore(TODAY.plusYears(1)))
                    .isPresent()))
        .isGreaterThanOrEqualTo(12);
  }

  private static long running(State state) {
    return count(
        path -> path.state() instanceof Capitalising && path.window(TODAY).state() == state);
  }

  private static long count(Predicate<Path> wanted) {
    return PATHS.stream().filter(wanted).count();
  }
}
