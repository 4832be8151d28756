package fr.livret.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.StoredEvent;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.query.replay.Question;
import fr.livret.query.replay.Replayer;
import fr.livret.query.replay.Replays;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** How fast every decision in the log is taken again, and in how much memory. */
final class ReplaySection implements Section {
  static final String READ = "log read, nothing done [/s]";
  static final String EVENTS = "replay, events [/s]";
  static final String DECISIONS = "replay, decisions [/min]";
  static final String HASHED = "replay, then every event hashed, events [/s]";
  static final String SMALL = "live heap after replaying a tenth [MiB]";
  static final String WHOLE = "live heap after replaying all [MiB]";

  private static final int TENTH = 10;

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String about() {
    return """
    `livret replay` over the whole log: aggregate by aggregate, each fact and each decision \
    decoded, each command decided again by the kernel on the aggregate as it was, the outcome \
    compared with what is stored; progress saved on the way. Hashed: after it every event is read \
    again and hashed by SHA-256, as a leaf of the Merkle tree is. Live heap: the most that was still in use \
    after a garbage collection.\
    """;
  }

  @Override
  public Samples measure(Bench bench) throws Exception {
    Samples samples = new Samples();
    int stories = stories(bench);
    try (HikariDataSource tenth = filled(bench, "replay_tenth", stories / TENTH);
        HikariDataSource whole = filled(bench, "replay", stories)) {
      measure(bench, tenth, whole, samples);
    }
    return samples;
  }

  private static void measure(Bench bench, DataSource tenth, DataSource whole, Samples samples)
      throws InterruptedException {
    int stories = stories(bench);
    long events = new EventLog(whole).head();
    samples.note("%,d events of %,d paths.".formatted(events, stories));
    for (int round = 0; round <= bench.pace().rounds(); round++) {
      double small = liveHeap(() -> replayed(tenth, stories / TENTH));
      double read = perSecond(events, () -> new EventLog(whole).read(0, events, _ -> {}));
      double[] decisions = new double[1];
      double large = liveHeap(() -> decisions[0] = perSecond(1, () -> replayed(whole, stories)));
      double seconds = 1 / decisions[0];
      double hashed = perSecond(events, () -> new EventLog(whole).read(0, events, hashing()));
      // The first round warms up.
      if (round > 0) {
        samples.add(READ, read);
        samples.add(EVENTS, events / seconds);
        samples.add(DECISIONS, 60.0 * stories * Story.COMMANDS / seconds);
        samples.add(HASHED, events / (seconds + events / hashed));
        samples.add(SMALL, small);
        samples.add(WHOLE, large);
        System.out.printf(
            "    round %d  replay %,.0f events/s, live heap %.0f MiB%n",
            round, events / seconds, large);
      }
    }
  }

  private static int stories(Bench bench) {
    return bench.pace().choose(167_000, 10_000);
  }

  /** What a leaf of a Merkle tree costs. */
  private static Consumer<StoredEvent> hashing() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return event -> {
        digest.update(event.payload());
        byte[] unused = digest.digest(event.metadata());
      };
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Reached as `livret replay` reaches it. */
  private static HikariDataSource filled(Bench bench, String name, int stories) throws Exception {
    HikariDataSource database = Postgres.pooled(bench.postgres().freshDatabase(name), 10);
    EventStoreSchema.bringUpToDate(database);
    Flyway.configure().dataSource(database).outOfOrder(true).load().migrate();
    StoryLog.fill(database, stories);
    return database;
  }

  /** Something whose time is measured. */
  private interface Work {
    void run();
  }

  private static double perSecond(long number, Work work) {
    long begun = System.nanoTime();
    work.run();
    return number * 1e9 / (System.nanoTime() - begun);
  }

  private static void replayed(DataSource database, int stories) {
    EventLog log = new EventLog(database);
    Replays replays =
        new Replays(
            JdbcClient.create(database),
            new JdbcTransactionManager(database),
            log,
            Clock.systemUTC());
    UUID id =
        replays.ask(
            new Question(Optional.empty(), Optional.empty(), Optional.empty(), Question.PINNED));
    new Replayer(log, replays, RegimeLibrary.load(Optional.empty())).run(id, () -> false, _ -> {});
    var done = replays.progress(id).orElseThrow();
    if (done.decisions() != (long) stories * Story.COMMANDS
        || done.different() + done.notReplayed() > 0) {
      throw new IllegalStateException("not all decisions come to the same: " + done);
    }
  }

  /** The most of the heap that was still in use after a garbage collection meanwhile. */
  private static double liveHeap(Work work) throws InterruptedException {
    System.gc();
    long[] most = {0};
    Thread watching =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              while (!Thread.currentThread().isInterrupted()) {
                most[0] = Math.max(most[0], inUseAfterCollection());
                try {
                  Thread.sleep(20);
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
    work.run();
    watching.interrupt();
    watching.join();
    return most[0] / (1024.0 * 1024.0);
  }

  private static long inUseAfterCollection() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
