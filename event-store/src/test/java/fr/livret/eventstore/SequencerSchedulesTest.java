package fr.livret.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.eventstore.SequencerSchedule.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Every order in which three callers can come, batches can end, one of them can fail and the
 * sequencer can be closed: all of them are run, one after the other.
 *
 * <p>What can be told apart here are the steps that its callers and its journal see; inside of a
 * step its threads run as they like.
 */
class SequencerSchedulesTest {

  @Test
  void whatever_the_order_each_caller_is_told_the_truth_and_nobody_waits_for_ever() {
    int schedules = explore(Memory::new);
    System.out.println(
        schedules + " schedules of the sequencer, each with the outcomes it has to have");
    assertThat(schedules).isGreaterThan(100);
  }

  @Test
  void a_journal_that_mixes_outcomes_up_is_found_out() {
    class Mixed extends Memory {
      @Override
      public List<Outcome> write(List<Append> batch) {
        return super.write(batch).reversed();
      }
    }
    assertThatThrownBy(() -> explore(Mixed::new)).isInstanceOf(AssertionError.class);
  }

  /** Depth first: the last choice that has another option is taken differently next time. */
  private static int explore(Supplier<Memory> journals) {
    List<Integer> choices = new ArrayList<>();
    int schedules = 0;
    do {
      List<Integer> options = new SequencerSchedule(journals.get(), choices).run();
      schedules++;
      while (choices.size() < options.size()) {
        choices.add(0);
      }
      while (!choices.isEmpty() && choices.getLast() + 1 >= options.get(choices.size() - 1)) {
        choices.removeLast();
      }
      if (!choices.isEmpty()) {
        choices.add(choices.removeLast() + 1);
      }
    } while (!choices.isEmpty());
    return schedules;
  }
}
