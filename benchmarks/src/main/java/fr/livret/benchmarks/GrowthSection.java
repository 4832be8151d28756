package fr.livret.benchmarks;

import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.PostgresEventStorageEngine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Whether the store slows down as it grows, and what it takes on disk. */
final class GrowthSection implements Section {
  private static final int CALLERS = 64;
  private static final long SMALLEST = 10_000;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String about() {
    return """
    Appends of one event each by %d callers, in turn to stores that hold more and more events \
    already, six to a stream. Bytes are what PostgreSQL says of the table `event` and its two \
    indexes, divided by the events.\
    """
        .formatted(CALLERS);
  }

  /** The figure of the appends to a store of so many events. */
  static String rate(long events) {
    return Contender.rate(name(events), CALLERS);
  }

  /** The smallest store, to which the others are compared. */
  static String base() {
    return rate(SMALLEST);
  }

  private static String name(long events) {
    return "append at " + (events < 1_000_000 ? events / 1_000 + "k" : events / 1_000_000 + "M");
  }

  @Override
  public Samples measure(Bench bench) throws Exception {
    Samples samples = new Samples();
    List<Long> sizes =
        bench
            .pace()
            .choose(List.of(SMALLEST, 1_000_000L, 10_000_000L), List.of(SMALLEST, 200_000L));
    List<PostgresEventStorageEngine> engines = new ArrayList<>();
    List<Contender> contenders = new ArrayList<>();
    try {
      for (long events : sizes) {
        DataSource database = Postgres.unpooled(bench.postgres().freshDatabase("events" + events));
        EventStoreSchema.bringUpToDate(database);
        fill(database, events, samples);
        PostgresEventStorageEngine engine = AppendSection.sequenced(database);
        engines.add(engine);
        contenders.add(
            new Contender(name(events), CALLERS, () -> () -> AppendSection.append(engine)));
        System.out.printf("    %,d events are there%n", events);
      }
      bench.pace().measure(contenders, samples);
    } finally {
      engines.forEach(PostgresEventStorageEngine::close);
    }
    return samples;
  }

  /** The index on streams is made once the rows are there: it is the same, sooner. */
  private static void fill(DataSource database, long events, Samples samples) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      String unique = unique(statement);
      statement.execute("alter table event_store.event drop constraint " + unique);
      statement.execute(
          "insert into event_store.event_type (aggregate, payload, revision)"
              + " values ('path', 'path.CcpObtained', '2')");
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              insert into event_store.event
              select i, now(), i % 6, (select min(code) from event_store.event_type),
                gen_random_uuid(), md5((i / 6)::text)::uuid::text, ?, ?
              from generate_series(1, ?) i
              """)) {
        insert.setBytes(1, Typical.payload());
        insert.setBytes(2, Typical.metadata());
        insert.setLong(3, events);
        insert.executeUpdate();
      }
      statement.execute(
          "alter table event_store.event add constraint " + unique + " unique (stream, sequence)");
      statement.execute("vacuum analyze event_store.event");
      statement.execute("checkpoint");
      try (ResultSet row =
          statement.executeQuery(
              "select pg_table_size('event_store.event'), pg_indexes_size('event_store.event')")) {
        row.next();
        samples.add(name(events) + " table, per event [B]", row.getDouble(1) / events);
        samples.add(name(events) + " indexes, per event [B]", row.getDouble(2) / events);
      }
    }
  }

  private static String unique(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            select conname from pg_constraint
            where conrelid = 'event_store.event'::regclass and contype = 'u'
            """)) {
      row.next();
      return row.getString(1);
    }
  }
}
