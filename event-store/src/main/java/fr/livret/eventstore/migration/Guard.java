package fr.livret.eventstore.migration;

import fr.livret.eventstore.EventStoreSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Keeps everybody else from writing on either side while it is held; lost with its connection. */
final class Guard implements AutoCloseable {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Connection connection;

  private Guard(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param tables of the old side
   * @throws MigrationRefused where another session writes to one of them, or to the store
   */
  static Guard take(DataSource database, List<String> tables) throws SQLException {
    Connection connection = database.getConnection();
    try {
      connection.setAutoCommit(false);
      takeStore(connection);
      for (String table : tables) {
        takeTable(connection, table);
      }
      return new Guard(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static void takeStore(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local idle_in_transaction_session_timeout = 0");
      try (ResultSet row =
          statement.executeQuery(
              "select pg_try_advisory_xact_lock(" + EventStoreSchema.WRITER_LOCK + ")")) {
        row.next();
        if (!row.getBoolean(1)) {
          throw new MigrationRefused(
              "Another session writes to event_store.event: stop the product, or the other"
                  + " migration, first.");
        }
      }
    }
  }

  private static void takeTable(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table " + table + " in share mode nowait");
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw new MigrationRefused(
            "Another session writes to " + table + ": stop the product first.");
      }
      throw e;
    }
  }

  /** Whether it was held up to now: fails otherwise. */
  void verify() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select 1");
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }
}
