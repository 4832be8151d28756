package fr.livret.eventstore.zeroskip;

import static fr.livret.eventstore.zeroskip.Finding.Kind.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A writer that is held before its commit for longer than Axon looks back, by its default settings:
 * 60 seconds, or 10,000 positions.
 */
class LongPauseTest {
  private static final int MORE_THAN_AXON_LOOKS_BACK = 10_001;

  private final VirtualTime time = new VirtualTime();

  @BeforeEach
  void stopTheClock() {
    GenericEventMessage.clock = time;
  }

  @AfterEach
  void startTheClock() {
    GenericEventMessage.clock = Clock.systemUTC();
  }

  @Test
  void after_a_short_pause_nobody_skips_the_event() throws Exception {
    assertThat(afterAPause(StockStore.DEFAULTS, 1, Duration.ofSeconds(59))).isEmpty();
    assertThat(afterAPause(new SequencedStore(false), 1, Duration.ofSeconds(59))).isEmpty();
  }

  @Test
  void after_more_than_a_minute_axons_own_engine_skips_it_and_ours_does_not() throws Exception {
    assertThat(afterAPause(StockStore.DEFAULTS, 1, Duration.ofSeconds(61)))
        .containsExactly(SKIPPED);
    assertThat(afterAPause(new SequencedStore(false), 1, Duration.ofSeconds(61))).isEmpty();
  }

  @Test
  void after_more_than_10_000_positions_axons_own_engine_skips_it_and_ours_does_not()
      throws Exception {
    int positions = MORE_THAN_AXON_LOOKS_BACK;
    assertThat(afterAPause(StockStore.DEFAULTS, positions, Duration.ZERO)).containsExactly(SKIPPED);
    assertThat(afterAPause(new SequencedStore(false), positions, Duration.ZERO)).isEmpty();
  }

  /** One writer is held; another one writes meanwhile, and a reader reads what there is. */
  private List<Finding.Kind> afterAPause(Store store, int positions, Duration pause)
      throws Exception {
    try (Lane lane = new Lane(store, 2)) {
      // Whoever begins in an empty store looks for every place there has been.
      start(lane, 1, "first", List.of());
      assertThat(lane.judge()).isEmpty();
      Reader reader = lane.reader(lane.processes());
      Append held = start(lane, 0, "held", List.of(Gates.COMMIT));
      lane.burn(positions);
      start(lane, 1, "quick", List.of());
      time.pass(pause);
      reader.read(Integer.MAX_VALUE);
      lane.release(held);
      return lane.judge().stream().map(Finding::kind).toList();
    }
  }

  private Append start(Lane lane, int process, String stream, List<Integer> shut)
      throws SQLException {
    Append append = lane.append(process, Append.SOUND).with(stream, 0, time.instant());
    lane.start(process, append, shut);
    return append;
  }
}
