package fr.livret.eventstore.zeroskip;

import fr.livret.eventstore.zeroskip.Finding.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GenericEventMessage;

/** Many episodes, their seeds one after the other, on two databases side by side. */
final class Campaign {
  private static final int LANES = 2;
  private static final int PROCESSES = 3;
  private static final int ENOUGH_TO_SEE = 3;

  private final Store store;
  private final long seed;
  private final long episodes;
  private final int enough;
  private final Tally tally = new Tally();
  private final Map<Long, Failed> failed = new ConcurrentSkipListMap<>();
  private Duration took = Duration.ZERO;

  /** An episode in which something was wrong. */
  record Failed(List<Finding> findings, List<String> steps) {}

  /**
   * Is yet to be run.
   *
   * @param seed of the first episode
   * @param enough after how many failed episodes it ends early
   */
  Campaign(Store store, long seed, long episodes, int enough) {
    this.store = store;
    this.seed = seed;
    this.episodes = episodes;
    this.enough = enough;
  }

  /** Runs it, and prints how it went. */
  Campaign run() throws Exception {
    long start = System.nanoTime();
    VirtualTime time = new VirtualTime();
    GenericEventMessage.clock = time;
    AtomicLong next = new AtomicLong();
    try (ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
      List<Future<Void>> lanes = new ArrayList<>();
      for (int lane = 0; lane < LANES; lane++) {
        Callable<Void> work = () -> lane(next, time);
        lanes.add(threads.submit(work));
      }
      for (Future<Void> lane : lanes) {
        lane.get();
      }
    } finally {
      GenericEventMessage.clock = Clock.systemUTC();
    }
    took = Duration.ofNanos(System.nanoTime() - start);
    System.out.println(this);
    return this;
  }

  private Void lane(AtomicLong next, VirtualTime time) throws Exception {
    try (Lane lane = new Lane(store, PROCESSES)) {
      for (long n; (n = next.getAndIncrement()) < episodes && failed.size() < enough; ) {
        Episode episode = new Episode(seed + n, lane, time, tally);
        List<Finding> findings = episode.run();
        if (!findings.isEmpty()) {
          failed.put(seed + n, new Failed(findings, episode.steps()));
        }
      }
    }
    return null;
  }

  /** By their seeds. */
  Map<Long, Failed> failed() {
    return failed;
  }

  /** Everything that was found to be wrong, in any of them. */
  Set<Kind> kinds() {
    return failed.values().stream()
        .flatMap(one -> one.findings().stream().map(Finding::kind))
        .collect(Collectors.toSet());
  }

  Tally tally() {
    return tally;
  }

  /** What happened in the first episodes that failed. */
  String details() {
    StringBuilder text = new StringBuilder();
    failed.entrySet().stream()
        .limit(ENOUGH_TO_SEE)
        .forEach(one ->
            text.append("-Dzeroskip.seed=%d -Dzeroskip.episodes=1".formatted(one.getKey()))
                .append("%n  %s%n  ".formatted(one.getValue().findings()))
                .append(String.join("%n  ".formatted(), one.getValue().steps()))
                .append("%n".formatted()));
    return text.toString();
  }

  @Override
  public String toString() {
    String faults =
        failed.isEmpty()
            ? "none with a fault"
            : "%d with a fault %s, the first of them %s"
                .formatted(
                    failed.size(), kinds(), failed.keySet().stream().limit(ENOUGH_TO_SEE).toList());
    return "%s from seed %d on, %d ms: %s; %s"
        .formatted(store, seed, took.toMillis(), tally, faults);
  }
}
