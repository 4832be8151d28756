package fr.livret.benchmarks;

import fr.livret.eventstore.EventStoreSchema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What the database gives to those who write one row in one transaction: a prepared INSERT of the
 * bytes of an event into a table of the columns and indexes of the store's own.
 */
final class RawInsert implements Caller {
  /** Every other rate is told as a multiple of the best of these. */
  private static final List<Integer> CLIENTS = List.of(4, 16, 64);

  private static final String NAME = "raw INSERT";

  private final Connection connection;
  private final PreparedStatement insert;

  private RawInsert(DataSource database) throws SQLException {
    connection = database.getConnection();
    insert =
        connection.prepareStatement(
            "insert into raw.event values (nextval('raw.position'), now(), 0, 1, ?, ?, ?, ?)");
    insert.setBytes(3, Typical.payload());
    insert.setBytes(4, Typical.metadata());
  }

  /** The clients that are measured, on an empty table. */
  static List<Contender> contenders(Postgres postgres) throws SQLException, IOException {
    return contenders(postgres, CLIENTS);
  }

  static List<Contender> contenders(Postgres postgres, List<Integer> clients)
      throws SQLException, IOException {
    DataSource database = Postgres.unpooled(postgres.freshDatabase("raw"));
    EventStoreSchema.bringUpToDate(database);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema raw");
      statement.execute("create sequence raw.position");
      statement.execute("create table raw.event (like event_store.event including all)");
    }
    return clients.stream()
        .map(count -> new Contender(NAME, count, () -> new RawInsert(database)))
        .toList();
  }

  /** The figures of which the best is the base. */
  static List<String> rates() {
    return CLIENTS.stream().map(RawInsert::rate).toList();
  }

  static String rate(int clients) {
    return Contender.rate(NAME, clients);
  }

  @Override
  public void call() throws SQLException {
    UUID stream = Ids.next();
    insert.setObject(1, Ids.next());
    insert.setString(2, stream.toString());
    insert.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    connection.close();
  }
}
