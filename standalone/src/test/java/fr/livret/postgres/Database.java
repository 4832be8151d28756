package fr.livret.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the tests ask of a server. */
final class Database {

  private Database() {}

  static Connection connect(OwnPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), postgres.username(), postgres.password());
  }

  static void run(OwnPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The one value that a query gives. */
  static @Nullable String ask(OwnPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres);
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    }
  }

  static String ask(Path folder, String sql) throws SQLException {
    try (var postgres = OwnPostgres.start(folder)) {
      return String.valueOf(ask(postgres, sql));
    }
  }
}
