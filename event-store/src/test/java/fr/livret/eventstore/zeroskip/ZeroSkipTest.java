package fr.livret.eventstore.zeroskip;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.eventstore.zeroskip.Finding.Kind;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * No reader of this store ever skips an event, whatever its writers do; readers of Axon's own JDBC
 * engine do, under the very same schedules.
 *
 * <p>An interleaving is an {@link Episode}: its seed decides all. A hundred thousand of them run
 * with every build, a million by
 *
 * <pre>
 * ./mvnw -pl event-store -am test -Dtest=ZeroSkipTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dzeroskip.episodes=1000000
 * </pre>
 *
 * Every run prints the seed of its first episode, and every failed episode its own: {@code
 * -Dtest=ZeroSkipTest#no_reader_ever_skips_an_event -Dzeroskip.seed=... -Dzeroskip.episodes=1} runs
 * that one again, step by step.
 */
class ZeroSkipTest {
  private static final long EPISODES = Long.getLong("zeroskip.episodes", 100_000);
  private static final long SEED =
      Long.getLong("zeroskip.seed", ThreadLocalRandom.current().nextLong(1_000_000_000));

  private static final long FEWER = Math.min(EPISODES, 5_000);

  /** Axon's limits, short enough to be reached within an episode; its minute is virtual anyway. */
  private static final Store STOCK = new StockStore(6, 2);

  @Test
  void no_reader_ever_skips_an_event() throws Exception {
    Campaign campaign = new Campaign(new SequencedStore(false), SEED, EPISODES, 10).run();
    assertThat(campaign.failed()).withFailMessage(campaign::details).isEmpty();
    assertThat(campaign.tally().episodes.sum()).isEqualTo(EPISODES);
  }

  @Test
  void no_reader_at_the_end_of_the_log_skips_what_it_is_told_from_memory() throws Exception {
    Campaign campaign = new Campaign(new SequencedStore(true), SEED, FEWER, 10).run();
    assertThat(campaign.failed()).withFailMessage(campaign::details).isEmpty();
  }

  @Test
  void readers_of_axons_own_engine_skip_events_under_the_same_schedules() throws Exception {
    Campaign campaign = new Campaign(STOCK, SEED, 5_000, 50).run();
    assertThat(campaign.kinds())
        .contains(Kind.SKIPPED)
        .isSubsetOf(Kind.SKIPPED, Kind.SKIPPED_FROM_THE_HEAD);
  }
}
