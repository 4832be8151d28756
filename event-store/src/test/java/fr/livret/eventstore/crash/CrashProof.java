package fr.livret.eventstore.crash;

import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.crash.CrashReader.Reached;
import fr.livret.eventstore.crash.Kill.Target;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Kills the store's processes, connections and server at random while two processes append and
 * three read, and compares after each kill what was acknowledged, as a file outside tells, with
 * what is there:
 *
 * <ul>
 *   <li>nothing acknowledged is missing: same stream, sequence and id;
 *   <li>nothing is there twice, or in part, or was refused and is there; nothing was sent by
 *       nobody;
 *   <li>positions are dense, and so are the sequences of every stream;
 *   <li>every reader, going on from where it had got, has read the log in its order, and comes to
 *       its end; every writer goes on.
 * </ul>
 *
 * <p>{@code tools/crash-proof.sh} runs it. What is killed and when follows from the seed; how far
 * everybody has come by then does not.
 */
final class CrashProof implements AutoCloseable {
  static final int WRITERS = 2;
  private static final int THREADS = 4;
  private static final int APPENDS_BEFORE_THE_NEXT = 5;
  private static final int READ_AGAIN_EVERY = 25;
  private static final long PATIENCE_MILLIS = 120_000;

  private final Path folder;
  private final CrashCluster cluster;
  private final DataSource database;
  private final Ledger ledger;
  private final Breakage breakage;
  private final Consumer<String> out;
  private final List<NodeProcess> nodes = new ArrayList<>();
  private final Map<Target, Integer> kills = new EnumMap<>(Target.class);
  private int lives;
  private long slowest;

  CrashProof(Path folder, Breakage breakage, Consumer<String> out)
      throws IOException, SQLException {
    this.folder = folder;
    this.breakage = breakage;
    this.out = out;
    this.cluster = CrashCluster.in(folder);
    this.database = cluster.database();
    EventStoreSchema.bringUpToDate(database);
    execute(CrashReader.TABLE);
    this.ledger = new Ledger(folder.resolve("acknowledged.csv"), new EventLog(database));
    for (int node = 0; node <= WRITERS; node++) {
      nodes.add(node(node));
    }
    awaitProgress();
  }

  /** How many kills, the seed, and what is broken on purpose. */
  public static void main(String[] given) throws IOException, SQLException {
    Path folder = Path.of("target", "crash-proof").toAbsolutePath();
    int kills = Integer.parseInt(given[0]);
    long seed = Long.parseLong(given[1]);
    Breakage breakage = Breakage.valueOf(given[2]);
    List<String> violations;
    try (CrashProof proof = new CrashProof(folder, breakage, System.out::println)) {
      System.out.printf("%d kills, seed %d, broken on purpose: %s%n", kills, seed, breakage);
      violations = new ArrayList<>(proof.run(kills, new Random(seed)));
    }
    try {
      System.out.println(FailedFlush.prove(folder.resolveSibling("crash-proof-flush")));
    } catch (CannotRun why) {
      System.out.println("NOT TRIED: a failed flush: " + why.getMessage());
    } catch (AssertionError e) {
      violations.add(String.valueOf(e.getMessage()));
    }
    violations.forEach(violation -> System.out.println("VIOLATION: " + violation));
    System.out.println(violations.isEmpty() ? "no violation" : "FAILED, seed " + seed);
    System.exit(violations.isEmpty() ? 0 : 1);
  }

  /** Kills so many times; gives what was violated, and then ends early. */
  List<String> run(int times, RandomGenerator random) throws IOException, SQLException {
    long begun = System.nanoTime();
    Kill next = Kill.chosen(random);
    for (int done = 1; done <= times && ledger.violations().isEmpty(); done++) {
      CrashCluster.pause(next.afterMillis());
      long killed = System.nanoTime();
      Kill kill = next;
      kill(kill, random);
      next = Kill.chosen(random);
      if (!next.hurried() || done == times) {
        verify(done);
        long millis = (System.nanoTime() - killed) / 1_000_000;
        slowest = Math.max(slowest, millis);
        out.accept(
            "%4d %-10s %d  verified after %5d ms  %d events"
                .formatted(done, kill.target(), kill.node(), millis, ledger.checked()));
      } else {
        out.accept("%4d %-10s %d  and at once".formatted(done, kill.target(), kill.node()));
      }
    }
    nodes.forEach(NodeProcess::kill);
    ledger.follow();
    ledger.readAgain();
    requireAcknowledged();
    out.accept(
        """
        %s in %d s; slowest recovery %d ms
        %d appends acknowledged, %d refused, %d without an answer are stored, %d are not
        %d events, read by %d readers\
        """
            .formatted(
                kills,
                (System.nanoTime() - begun) / 1_000_000_000,
                slowest,
                ledger.storedAppends(),
                ledger.refusedAppends(),
                ledger.unknown(true),
                ledger.unknown(false),
                ledger.checked(),
                nodes.size()));
    return ledger.violations();
  }

  private NodeProcess node(int node) throws IOException {
    boolean writes = node < WRITERS;
    return new NodeProcess(
        (writes ? "writer-" : "reader-") + node,
        lives++,
        writes ? THREADS : 0,
        breakage,
        cluster.url(),
        folder.resolve("nodes.log"),
        ledger);
  }

  private void kill(Kill kill, RandomGenerator random) throws IOException {
    kills.merge(kill.target(), 1, Integer::sum);
    String writer = nodes.get(kill.node()).name;
    switch (kill.target()) {
      case WRITER -> restart(kill.node());
      case READER -> restart(WRITERS);
      case SESSION ->
          cluster
              .backendOf(writer, random)
              .ifPresent(pid -> cluster.ask("select pg_terminate_backend(%d)".formatted(pid)));
      case BACKEND -> cluster.backendOf(writer, random).ifPresent(cluster::killBackend);
      case POSTMASTER -> {
        cluster.kill();
        cluster.start();
      }
      case EVERYTHING -> {
        nodes.forEach(NodeProcess::kill);
        cluster.kill();
        cluster.start();
        for (int node = 0; node < nodes.size(); node++) {
          nodes.set(node, node(node));
        }
      }
    }
  }

  private void restart(int node) throws IOException {
    nodes.get(node).kill();
    nodes.set(node, node(node));
  }

  private void verify(int done) throws SQLException {
    cluster.awaitAnswer();
    awaitProgress();
    ledger.follow();
    for (NodeProcess node : nodes) {
      awaitReader(node.name, ledger.checked());
    }
    if (done % READ_AGAIN_EVERY == 0) {
      ledger.readAgain();
    }
  }

  /** Every writer is told of more appends stored. */
  private void awaitProgress() {
    List<Long> before = nodes.stream().map(NodeProcess::stored).toList();
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    for (int node = 0; node < WRITERS; node++) {
      while (nodes.get(node).stored() < before.get(node) + APPENDS_BEFORE_THE_NEXT) {
        if (System.nanoTime() > deadline) {
          ledger.violation(nodes.get(node).name + " does not go on");
          return;
        }
        CrashCluster.pause(5);
      }
    }
  }

  private void awaitReader(String name, long position) throws SQLException {
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    Reached reached = CrashReader.reached(database, name);
    while (reached.position() < position) {
      if (System.nanoTime() > deadline) {
        ledger.violation(
            name + " has come to " + reached.position() + " only, and not to " + position);
        return;
      }
      CrashCluster.pause(5);
      reached = CrashReader.reached(database, name);
    }
    ledger.follow();
    if (reached.position() > ledger.checked()) {
      ledger.violation(name + " has read up to " + reached.position() + ", where nothing is");
    } else if (ledger.chainAt((int) reached.position()) != reached.chain()) {
      ledger.violation(name + " has read something else up to " + reached.position());
    }
  }

  /** The file outside, compared with the table by the database itself. */
  private void requireAcknowledged() throws SQLException, IOException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        Reader lines = Files.newBufferedReader(folder.resolve("acknowledged.csv"))) {
      statement.execute("create temporary table told (stream text, sequence int, id uuid)");
      long told =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy told from stdin (format csv)", lines);
      try (ResultSet row =
          statement.executeQuery(
              """
              select (select count(*) from told left join event_store.event e using (id)
                  where (e.stream, e.sequence) is distinct from (told.stream, told.sequence)),
                (select count(*) - count(distinct id) from event_store.event),
                (select max(position) - count(*) from event_store.event)
              """)) {
        row.next();
        if (row.getLong(1) + row.getLong(2) + row.getLong(3) != 0) {
          ledger.violation(
              "of %d events acknowledged %d are missing; %d are there twice, %d positions are empty"
                  .formatted(told, row.getLong(1), row.getLong(2), row.getLong(3)));
        }
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    nodes.forEach(NodeProcess::kill);
    ledger.close();
    cluster.close();
  }
}
