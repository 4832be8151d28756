package fr.livret.evidence;

import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.StoredEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

/**
 * How fast leaves are hashed and events proved, by hand: {@code ./mvnw -Pmeasure -pl
 * tamper-evidence -am process-test-classes -Dmeasure.events=1000000}. The PostgreSQL is that of the
 * tests: nothing of it is flushed to disk.
 */
final class Measures {
  private static final int SAMPLE = 100_000;

  private Measures() {}

  public static void main(String[] arguments) throws Exception {
    long events = Long.parseLong(arguments[0]);
    DataSource database = Logs.of(0);
    for (long left = events; left > 0; left -= 250_000) {
      Logs.append(database, Math.min(left, 250_000));
    }
    Logs.run(database, "analyze");
    try (Connection connection = database.getConnection()) {
      measure(kept(connection), database, events);
    }
    System.exit(0);
  }

  private static void measure(DataSource kept, DataSource database, long events) throws Exception {
    List<StoredEvent> sample = new ArrayList<>();
    new EventLog(database).read(0, Math.min(SAMPLE, events), sample::add);
    for (int round = 0; round < 5; round++) {
      Frontier frontier = new Frontier();
      Leaf leaf = new Leaf();
      long started = System.nanoTime();
      sample.forEach(event -> frontier.append(leaf.of(event), (_, _, _) -> {}));
      tell("leaves and nodes hashed in memory, per second", sample.size(), started);
    }
    long started = System.nanoTime();
    new EventLog(database).read(0, events, _ -> {});
    tell("events read by COPY alone, per second", events, started);
    started = System.nanoTime();
    LogTree tree = new LogTree(database);
    long size = tree.grow();
    tell("leaves read, hashed and stored as tiles, per second", size, started);

    LogTree warm = new LogTree(kept);
    Random random = new Random(7);
    Hash root = warm.root(size);
    for (int round = 0; round < 3; round++) {
      long[] nanos = new long[5_000];
      for (int proof = 0; proof < nanos.length; proof++) {
        long position = 1 + random.nextLong(size);
        started = System.nanoTime();
        InclusionProof proved = warm.inclusion(position, size);
        nanos[proof] = System.nanoTime() - started;
        if (!proved.proves(root)) {
          throw new AssertionError(position);
        }
      }
      percentiles("proof of inclusion", nanos);
      for (int proof = 0; proof < nanos.length; proof++) {
        long from = 1 + random.nextLong(size);
        started = System.nanoTime();
        ConsistencyProof unused = warm.consistency(from, size);
        nanos[proof] = System.nanoTime() - started;
      }
      percentiles("proof of consistency", nanos);
    }
    for (int more : new int[] {1, 1_000}) {
      long[] nanos = new long[100];
      for (int turn = 0; turn < nanos.length; turn++) {
        Logs.append(database, more);
        started = System.nanoTime();
        long unused = tree.grow();
        nanos[turn] = System.nanoTime() - started;
      }
      percentiles("growth by %,d events".formatted(more), nanos);
    }
    verify(database, tree.size());
  }

  private static void verify(DataSource database, long events) throws Exception {
    Path home = Files.createTempDirectory("measures");
    Path keyFile = home.resolve("evidence.keys");
    KeyFile keys = new KeyFile(keyFile);
    boolean unused = keys.create("livret.test/register");
    try (Checkpointer checkpointer =
        new Checkpointer(database, keyFile, home.resolve("checkpoints"), null)) {
      long started = System.nanoTime();
      SignedCheckpoint issued = checkpointer.issue().orElseThrow();
      tell("checkpoint of " + issued.checkpoint().size() + ", per second", 1, started);
      Logs.append(database, 1);
      started = System.nanoTime();
      issued = checkpointer.issue().orElseThrow();
      tell("checkpoint of one event more, per second", 1, started);
    }
    long started = System.nanoTime();
    Verification.Report report =
        new Verification(database, home.resolve("checkpoints"), keys.known()).run(_ -> {});
    tell("events verified, per second (clean: " + report.isClean() + ")", events, started);
  }

  private static void tell(String what, long number, long started) {
    double seconds = (System.nanoTime() - started) / 1e9;
    System.out.printf("%s: %,.0f (%.3f s)%n", what, number / seconds, seconds);
  }

  private static void percentiles(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%s: p50 %.3f ms, p99 %.3f ms, max %.3f ms%n",
        what,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }

  /** One connection, given out again and again, as a pool does. */
  private static DataSource kept(Connection connection) {
    Connection open =
        (Connection)
            Proxy.newProxyInstance(
                Measures.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, given) -> {
                  if (method.getName().equals("close")) {
                    return null;
                  }
                  try {
                    return method.invoke(connection, given);
                  } catch (InvocationTargetException e) {
                    throw e.getCause() instanceof SQLException failed ? failed : e;
                  }
                });
    return (DataSource)
        Proxy.newProxyInstance(
            Measures.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, _, _) -> open);
  }
}
