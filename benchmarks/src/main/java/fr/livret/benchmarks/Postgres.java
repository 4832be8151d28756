package fr.livret.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL of the benchmarks' own, on which a commit is a commit: it refuses to serve where
 * something is not flushed.
 */
final class Postgres implements AutoCloseable {
  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");
  private static final List<String> TOLD =
      List.of(
          "server_version",
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "data_checksums",
          "shared_buffers",
          "max_wal_size",
          "checkpoint_timeout");

  private final EmbeddedPostgres server;
  private final Path work;

  private Postgres(EmbeddedPostgres server, Path work) {
    this.server = server;
    this.work = work;
  }

  /** Starts one with empty data below that folder. */
  static Postgres start(Path work) throws IOException, SQLException {
    Path data = work.resolve("postgres");
    clear(data);
    Files.createDirectories(work);
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(work.resolve("postgres-programs").toFile())
            .setDataDirectory(data)
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("timezone", "UTC")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            // What PostgreSQL's manual says a server should have.
            .setServerConfig("shared_buffers", quarterOfTheMemory() + "MB")
            // No checkpoint but those asked for between two sections.
            .setServerConfig("max_wal_size", "64GB")
            .setServerConfig("checkpoint_timeout", "1h")
            .start();
    Postgres started = new Postgres(server, work);
    for (String setting : MUST_BE_ON) {
      if (!started.show(setting).equals("on")) {
        started.close();
        throw new IllegalStateException("PostgreSQL runs without " + setting);
      }
    }
    return started;
  }

  private static long quarterOfTheMemory() {
    long bytes =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return bytes / 4 / (1 << 20);
  }

  /** What the figures depend on, in one line. */
  String settings() throws SQLException {
    StringBuilder told = new StringBuilder("PostgreSQL");
    for (String setting : TOLD) {
      told.append(
          setting.equals("server_version")
              ? " " + show(setting)
              : ", " + setting + " " + show(setting));
    }
    return told.toString();
  }

  /**
   * The address of a new, empty database; one of that name is dropped, with what the product kept
   * beside it: checkpoints of another history are none of its own.
   */
  String freshDatabase(String name) throws SQLException, IOException {
    delete(data(name));
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name);
      // What follows does not pay for the writes of what was before.
      statement.execute("checkpoint");
    }
    return server.getJdbcUrl("postgres", name);
  }

  /** Where the product keeps what belongs to the database at that address. */
  Path dataOf(String url) {
    return data(url.replaceFirst("\\?.*", "").replaceFirst(".*/", ""));
  }

  private Path data(String database) {
    return work.resolve("data").resolve(database);
  }

  /** What gives a new connection each time. */
  static PGSimpleDataSource unpooled(String url) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url);
    return database;
  }

  static HikariDataSource pooled(String url, int size) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(size);
    return pool;
  }

  private String show(String setting) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  /** What a run that was killed left, its server included. */
  private static void clear(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (Files.exists(pidFile)) {
      long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      ProcessHandle.of(pid)
          .filter(left -> left.info().command().orElse("").endsWith("postgres"))
          .ifPresent(left -> {
            left.destroyForcibly();
            left.onExit().join();
          });
    }
    delete(data);
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(path -> {
            try {
              Files.delete(path);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
