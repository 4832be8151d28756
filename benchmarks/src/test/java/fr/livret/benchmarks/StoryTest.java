package fr.livret.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.eventstore.EventType;
import fr.livret.eventstore.StoredEvent;
import fr.livret.form.event.EventJson;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.path.PathDecider;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoryTest {
  private static final PathId PATH = new PathId(new UUID(1, 1));

  @Test
  void each_of_its_commands_is_accepted_and_together_they_make_six_events() {
    assertThat(told())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "PathOpened",
            "CcpObtained",
            "WindowOpened",
            "CcpObtained",
            "CcpObtained",
            "WindowFulfilled");
  }

  @Test
  void it_is_decided_again_as_it_was() {
    Replay replay = new Replay();
    stored(told()).forEach(replay::takeHashed);
    assertThat(replay.paths()).isEqualTo(1);
  }

  @Test
  void a_fact_that_does_not_follow_is_found() {
    List<PathEvent> told = told();
    told.remove(2);
    assertThatThrownBy(() -> stored(told).forEach(new Replay()::take))
        .hasMessage("position 3 is decided otherwise");
  }

  @Test
  void a_fact_that_is_missing_at_the_end_is_found() {
    Replay replay = new Replay();
    stored(told().subList(0, 5)).forEach(replay::take);
    assertThatThrownBy(replay::paths).hasMessage("facts are missing");
  }

  private static List<PathEvent> told() {
    PathState state = new PathState.NotOpened();
    List<PathEvent> told = new ArrayList<>();
    for (int step = 0; step < Story.COMMANDS; step++) {
      var command =
          Story.command(step, PATH, new CandidateId(new UUID(1, 2)), StoryLog.today(step));
      for (PathEvent event : PathDecider.decide(command, state, Story.LAW)) {
        state = PathState.evolve(state, event);
        told.add(event);
      }
    }
    return told;
  }

  private static List<StoredEvent> stored(List<PathEvent> told) {
    List<StoredEvent> stored = new ArrayList<>();
    for (PathEvent event : told) {
      var type = EventJson.kernel().types().of(event.getClass()).orElseThrow();
      int sequence = stored.size();
      stored.add(
          new StoredEvent(
              sequence + 1L,
              PATH.toString(),
              sequence,
              new UUID(2, sequence),
              new EventType("path", type.name(), type.revision()),
              Instant.EPOCH,
              EventJson.kernel().write(event),
              Typical.metadata()));
    }
    return stored;
  }
}
