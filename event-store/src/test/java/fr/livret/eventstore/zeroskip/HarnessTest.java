package fr.livret.eventstore.zeroskip;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.eventstore.zeroskip.BrokenStore.Fault;
import fr.livret.eventstore.zeroskip.Finding.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The harness itself: what it finds in stores that are broken, and that a seed is a schedule. */
class HarnessTest {
  private static final long SEED = 1;
  private static final long EPISODES = 1_000;
  private static final int ENOUGH = 30;

  @ParameterizedTest
  @EnumSource
  void a_store_with_a_fault_is_found_out(Fault fault) throws Exception {
    assertThat(kindsIn(new BrokenStore(fault))).contains(fault.shows);
  }

  @Test
  void without_its_fence_and_with_positions_from_a_sequence_our_store_skips_events()
      throws Exception {
    assertThat(kindsIn(new UnfencedStore(true)))
        .contains(Kind.SKIPPED, Kind.SKIPPED_FROM_THE_HEAD, Kind.GAP, Kind.DISORDERED);
  }

  @Test
  void without_its_fence_alone_our_store_fails_appends_rather_than_skip_events() throws Exception {
    assertThat(kindsIn(new UnfencedStore(false))).containsExactly(Kind.WRONG_ANSWER);
  }

  @Test
  void a_seed_is_a_schedule() throws Exception {
    assertThat(steps(StockStore.DEFAULTS)).isEqualTo(steps(StockStore.DEFAULTS));
  }

  private static Set<Kind> kindsIn(Store store) throws Exception {
    return new Campaign(store, SEED, EPISODES, ENOUGH).run().kinds();
  }

  /** What happens in the first hundred episodes. */
  private static List<String> steps(Store store) throws Exception {
    VirtualTime time = new VirtualTime();
    GenericEventMessage.clock = time;
    List<String> steps = new ArrayList<>();
    try (Lane lane = new Lane(store, 3)) {
      for (long seed = SEED; seed < SEED + 100; seed++) {
        Episode episode = new Episode(seed, lane, time, new Tally());
        steps.add(episode.run().toString());
        steps.addAll(episode.steps());
      }
    } finally {
      GenericEventMessage.clock = Clock.systemUTC();
    }
    return steps;
  }
}
