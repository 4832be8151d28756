package fr.livret.eventstore.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL, one per test process, started when first asked for and gone with the process.
 * Nothing of it is flushed to disk and it trusts everybody: for tests only.
 */
public final class TestPostgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestPostgres() {}

  /** A new, empty database; every connection taken from it is a new one. */
  public static DataSource freshDatabase() {
    var database = new PGSimpleDataSource();
    database.setUrl(freshDatabaseUrl());
    return database;
  }

  /** The JDBC URL of a new, empty database; it carries the user, and needs no password. */
  public static String freshDatabaseUrl() {
    var name = "test_" + DATABASES.incrementAndGet();
    try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot make the test database " + name, e);
    }
    return Server.RUNNING.getJdbcUrl("postgres", name);
  }

  /** Started by the first use of this class. */
  private static final class Server {

    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        // Kept beside the classes: unpacked once per build, and gone with `clean`.
        return EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(Path.of("target", "test-postgres").toFile())
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("timezone", "UTC")
            .setServerConfig("max_connections", "300")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot start the PostgreSQL of the tests", e);
      }
    }
  }
}
