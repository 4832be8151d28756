package fr.livret.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A transaction of its own for a piece of work. */
final class Transaction {
  /** What is done in one. */
  @FunctionalInterface
  interface Work<T> {
    T over(Connection connection) throws SQLException;
  }

  private Transaction() {}

  /**
   * Does the work, and commits; where the work fails, nothing of it stays.
   *
   * @param what it is, as it follows "could not"
   * @throws EvidenceUnavailableException where the database fails
   */
  static <T> T of(DataSource database, String what, Work<T> work) {
    try (Connection connection = database.getConnection()) {
      boolean before = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        T result = work.over(connection);
        connection.commit();
        return result;
      } catch (Throwable e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(before);
      }
    } catch (SQLException e) {
      throw new EvidenceUnavailableException("could not " + what, e);
    }
  }

  /** Waits until nobody else holds that lock; it is free again when the transaction ends. */
  static void lock(Connection connection, long lock) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      statement.setLong(1, lock);
      boolean unused = statement.execute();
    }
  }
}
