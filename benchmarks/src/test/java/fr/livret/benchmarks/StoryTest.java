package fr.livret.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.path.PathDecider;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathState;
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
}
