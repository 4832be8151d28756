package fr.livret.benchmarks;

import fr.livret.kernel.path.PathId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** How long after a command is acknowledged a read sees what it did, under half the load. */
final class VisibleSection implements Section {
  static final String P50 = "visible after the ack p50 [ms]";
  static final String P99 = "visible after the ack p99 [ms]";

  private static final int CALLERS = 64;
  private static final long LOOK_EVERY_NANOS = 100_000;

  @Override
  public String name() {
    return "visible";
  }

  @Override
  public String about() {
    return """
    %d callers in process give half the commands a second they reach when they go as fast as \
    they can. Beside them paths are opened one after the other, and from each ack the row of \
    the path is looked for until it is there, every 0.1 ms: the time in between, a look included.\
    """
        .formatted(CALLERS);
  }

  @Override
  public Samples measure(Bench bench) throws Exception {
    Samples samples = new Samples();
    Pace pace = bench.pace();
    String url = bench.postgres().freshDatabase("visible");
    try (Product product = Product.start(bench, url, Product.Engine.SEQUENCED);
        Connection connection = Postgres.unpooled(url).getConnection();
        PreparedStatement look =
            connection.prepareStatement("select 1 from query.path where id = ?");
        Stories.Way<PathId> way = product.inProcess();
        Contender full =
            new Contender("full load", CALLERS, () -> new Stories<>(product.inProcess(), 16))
                .around(() -> {}, product::settle)) {
      Slice warming = full.run(pace.warmUp().multipliedBy(2));
      double most = full.run(pace.slice()).perSecond();
      samples.add(Contender.rate("full load", CALLERS), most);
      samples.note("Warming up reached %,.0f/s.".formatted(warming.perSecond()));
      long period = (long) (1e9 * CALLERS / (most / 2));
      try (Contender half =
          new Contender(
                  "half load", CALLERS, () -> paced(new Stories<>(product.inProcess(), 16), period))
              .around(() -> {}, product::settle)) {
        // Its callers are made here, not while others are measured.
        Slice unused = half.run(Duration.ofSeconds(1));
        for (int round = 1; round <= pace.rounds(); round++) {
          Slice seen = seenUnder(half, pace.slice(), way, look, samples);
          samples.add(P50, seen.millisFor(0.50));
          samples.add(P99, seen.millisFor(0.99));
          System.out.printf(
              "    round %d  visible p50 %.1f ms, p99 %.1f ms%n",
              round, seen.millisFor(0.50), seen.millisFor(0.99));
        }
      }
    }
    return samples;
  }

  private static Slice seenUnder(
      Contender half,
      Duration time,
      Stories.Way<PathId> way,
      PreparedStatement look,
      Samples samples)
      throws Exception {
    try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Slice> load = beside.submit(() -> half.run(time));
      Slice seen = seen(System.nanoTime() + time.toNanos(), way, look);
      samples.add(Contender.rate("half load", CALLERS), load.get().perSecond());
      return seen;
    }
  }

  private static Slice seen(long end, Stories.Way<PathId> way, PreparedStatement look)
      throws Exception {
    long[] nanos = new long[100_000];
    int seen = 0;
    while (System.nanoTime() < end && seen < nanos.length) {
      PathId path = way.open();
      long acknowledged = System.nanoTime();
      while (!isThere(path, look)) {
        LockSupport.parkNanos(LOOK_EVERY_NANOS);
      }
      nanos[seen++] = System.nanoTime() - acknowledged;
    }
    return new Slice(seen, Arrays.copyOf(nanos, seen), 0);
  }

  private static boolean isThere(PathId path, PreparedStatement look) throws SQLException {
    look.setObject(1, path.value());
    try (ResultSet row = look.executeQuery()) {
      return row.next();
    }
  }

  /** The same caller, no more than once in a period. */
  private static Caller paced(Caller caller, long period) {
    return new Caller() {
      private long due = System.nanoTime();

      @Override
      public void call() throws Exception {
        LockSupport.parkNanos(due - System.nanoTime());
        due = Math.max(due + period, System.nanoTime() - period);
        caller.call();
      }

      @Override
      public void close() throws Exception {
        caller.close();
      }
    };
  }
}
