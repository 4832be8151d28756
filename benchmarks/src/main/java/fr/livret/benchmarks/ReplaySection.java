package fr.livret.benchmarks;

import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.StoredEvent;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** How fast the whole log is read, and every decision in it taken again. */
final class ReplaySection implements Section {
  static final String READ = "log read, nothing done [/s]";
  static final String DECIDED = "replay [/s]";
  static final String HASHED = "replay, hashed [/s]";

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String about() {
    return """
    The log read with `EventLog`, each event decoded, its command decided again by the kernel \
    on the path as it was, the outcome compared with what is stored, in one thread; hashed: \
    SHA-256 of every event's content and metadata besides, what a leaf of a Merkle tree costs. \
    Events a second.\
    """;
  }

  @Override
  public Samples measure(Bench bench) throws Exception {
    Samples samples = new Samples();
    DataSource database = Postgres.unpooled(bench.postgres().freshDatabase("replay"));
    EventStoreSchema.bringUpToDate(database);
    int stories = bench.pace().choose(150_000, 10_000);
    long events = StoryLog.fill(database, stories);
    samples.note("%,d events of %,d paths.".formatted(events, stories));
    EventLog log = new EventLog(database);
    for (int round = 0; round <= bench.pace().rounds(); round++) {
      double read = read(log, events);
      double decided = replayed(log, events, stories, Replay::take);
      double hashed = replayed(log, events, stories, Replay::takeHashed);
      // The first round warms up.
      if (round > 0) {
        samples.add(READ, read);
        samples.add(DECIDED, decided);
        samples.add(HASHED, hashed);
        System.out.printf("    round %d  replay %,.0f/s, hashed %,.0f/s%n", round, decided, hashed);
      }
    }
    return samples;
  }

  private static double read(EventLog log, long events) {
    long begun = System.nanoTime();
    log.read(0, events, _ -> {});
    return events * 1e9 / (System.nanoTime() - begun);
  }

  private static double replayed(
      EventLog log, long events, int stories, BiConsumer<Replay, StoredEvent> take)
      throws Exception {
    List<Replay> replays =
        Stream.generate(Replay::new).limit(Runtime.getRuntime().availableProcessors()).toList();
    long begun = System.nanoTime();
    ByStream lanes =
        new ByStream(
            replays.stream()
                .<Consumer<StoredEvent>>map(replay -> event -> take.accept(replay, event))
                .toList());
    log.read(0, events, lanes);
    lanes.finish();
    double rate = events * 1e9 / (System.nanoTime() - begun);
    int found = replays.stream().mapToInt(Replay::paths).sum();
    if (found != stories) {
      throw new IllegalStateException(found + " paths instead of " + stories);
    }
    return rate;
  }
}
