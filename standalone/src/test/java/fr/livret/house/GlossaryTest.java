package fr.livret.house;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.form.event.EventTypes;
import fr.livret.kernel.alert.AlertState;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathState;
import fr.livret.kernel.programme.ProgrammeState;
import fr.livret.kernel.referentiel.ReferentielState;
import fr.livret.kernel.session.SessionState;
import fr.livret.kernel.training.TrainingState;
import fr.livret.kernel.vae.VaeRegisterState;
import fr.livret.kernel.vae.VaeState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The glossary and the code speak of the same events, states and refusals. */
class GlossaryTest {

  @Test
  void every_event_is_in_it_and_it_has_no_other() throws IOException {
    List<String> events =
        EventTypes.kernel().all().stream().map(type -> type.event().getSimpleName()).toList();
    assertThat(firstColumn("Events")).containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void every_state_is_in_it_and_it_has_no_other() throws IOException {
    List<String> states =
        Stream.of(
                PathState.class,
                CandidateState.class,
                ReferentielState.class,
                ProgrammeState.class,
                TrainingState.class,
                AlertState.class,
                SessionState.class,
                VaeRegisterState.class,
                VaeState.class)
            .flatMap(root -> Arrays.stream(root.getPermittedSubclasses()))
            .map(Class::getSimpleName)
            .toList();
    assertThat(firstColumn("States")).containsExactlyInAnyOrderElementsOf(states);
  }

  @Test
  void every_refusal_is_in_it_with_its_rule_and_it_has_no_other() throws IOException {
    List<String> refusals =
        Arrays.stream(Refused.values()).map(one -> one + " " + one.rule().key()).toList();
    List<String> written =
        rows("Refusals").map(cells -> cells.getFirst() + " " + cells.getLast()).toList();
    assertThat(written).containsExactlyInAnyOrderElementsOf(refusals);
  }

  private static List<String> firstColumn(String section) throws IOException {
    return rows(section).map(List::getFirst).toList();
  }

  private static Stream<List<String>> rows(String section) throws IOException {
    String text = Files.readString(Sources.root().resolve("docs/glossary.md"));
    return text.split("## " + section + "\n", 2)[1]
        .split("\n## ", 2)[0]
        .lines()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList());
  }
}
