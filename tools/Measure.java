import fr.livret.LivretApplication;
import fr.livret.command.dispatch.Commands;
import fr.livret.command.dispatch.Origin;
import fr.livret.form.person.PersonalData;
import fr.livret.kernel.candidate.CandidateCommand.RecordCertificate;
import fr.livret.kernel.candidate.CandidateCommand.RegisterCandidate;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.candidate.Identity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Commands in process with the live projections beside them, and raw single-row INSERTs into a table
 * of the same row bytes on the same server, slice by slice in one run: only their ratio means
 * anything from one machine to another.
 */
final class Measure {
  private static final int ROUNDS = 5;
  private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

  public static void main(String[] args) throws Exception {
    long slice = Long.parseLong(args[1]) * 1_000;
    try (ConfigurableApplicationContext product =
        SpringApplication.run(
            LivretApplication.class,
            "--livret.data=" + args[0],
            "--server.port=0",
            "--spring.datasource.hikari.maximum-pool-size=40",
            "--logging.level.root=warn")) {
      Commands commands = product.getBean(Commands.class);
      PersonalData data = product.getBean(PersonalData.class);
      DataSource pool = product.getBean(DataSource.class);
      table(pool);
      Map<String, Work> works = new LinkedHashMap<>();
      works.put("raw INSERT, 4 clients", new Work(4, () -> inserter(pool)));
      works.put("raw INSERT, 16 clients", new Work(16, () -> inserter(pool)));
      works.put("command, 1 caller", new Work(1, () -> commander(commands, data)));
      works.put("command, 16 callers", new Work(16, () -> commander(commands, data)));
      works.put("command, 64 callers", new Work(64, () -> commander(commands, data)));
      System.out.println("warming up for 30 s");
      for (Work work : works.values()) {
        rate(work, 30_000 / works.size());
      }
      Map<String, List<Double>> rates = new LinkedHashMap<>();
      for (int round = 0; round < ROUNDS; round++) {
        for (var work : works.entrySet()) {
          rates
              .computeIfAbsent(work.getKey(), _ -> new ArrayList<>())
              .add(rate(work.getValue(), slice));
        }
      }
      rates.forEach(Measure::print);
    }
  }

  private record Work(int callers, Starter starter) {}

  private interface Starter {
    Once start() throws Exception;
  }

  private interface Once extends AutoCloseable {
    void run() throws Exception;

    @Override
    default void close() throws Exception {}
  }

  /** One certificate on a candidate of its own: an aggregate is loaded and one fact is stored. */
  private static Once commander(Commands commands, PersonalData data) {
    Origin origin = new Origin("measure", "measure", null, null);
    return new Once() {
      private CandidateId candidate = registered();
      private int facts;

      @Override
      public void run() {
        if (++facts % 10 == 0) {
          candidate = registered();
        } else {
          Certificate certificate = new Certificate("SST", DAY.plusDays(facts % 100), DAY.plusYears(2));
          commands.send(
              new RecordCertificate(candidate, certificate, null, LocalDate.now()), origin);
        }
      }

      private CandidateId registered() {
        CandidateId id = new CandidateId(UUID.randomUUID());
        Identity identity =
            new Identity(
                data.seal(id.person(), "familyName", "Mesure"),
                List.of(),
                data.seal(id.person(), "birthDate", "1990-01-01"),
                null,
                null);
        commands.send(new RegisterCandidate(id, identity, LocalDate.now()), origin);
        return id;
      }
    };
  }

  private static Once inserter(DataSource pool) throws SQLException {
    Connection connection = pool.getConnection();
    PreparedStatement insert =
        connection.prepareStatement(
            "insert into measured (stream, seq, payload, meta) values (?, ?, ?, ?)");
    byte[] payload = new byte[300];
    byte[] meta = new byte[90];
    return new Once() {
      @Override
      public void run() throws SQLException {
        insert.setObject(1, UUID.randomUUID());
        insert.setInt(2, 0);
        insert.setBytes(3, payload);
        insert.setBytes(4, meta);
        insert.executeUpdate();
      }

      @Override
      public void close() throws SQLException {
        insert.close();
        connection.close();
      }
    };
  }

  private static void table(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          create table measured (
            position bigint generated always as identity primary key,
            stream uuid not null, seq int not null, at timestamptz not null default now(),
            payload bytea not null, meta bytea not null, unique (stream, seq))
          """);
    }
  }

  private static double rate(Work work, long millis) throws InterruptedException {
    LongAdder done = new LongAdder();
    CountDownLatch ended = new CountDownLatch(work.callers());
    long end = System.nanoTime() + millis * 1_000_000;
    long begun = System.nanoTime();
    for (int caller = 0; caller < work.callers(); caller++) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Once once = work.starter().start()) {
                  while (System.nanoTime() < end) {
                    once.run();
                    done.increment();
                  }
                } catch (Exception e) {
                  e.printStackTrace();
                } finally {
                  ended.countDown();
                }
              });
    }
    ended.await();
    return done.sum() * 1e9 / (System.nanoTime() - begun);
  }

  private static void print(String name, List<Double> rates) {
    List<Double> sorted = new ArrayList<>(rates);
    Collections.sort(sorted);
    System.out.printf(
        "%-24s median %,7.0f/s   min %,7.0f   max %,7.0f%n",
        name, sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
  }
}
