package fr.livret.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The product's own PostgreSQL: owns a data folder and serves it on 127.0.0.1 until closed. Started
 * again on the same port if it is killed.
 */
public final class OwnPostgres implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OwnPostgres.class);
  private static final String DATABASE = "livret";
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final DataFolder folder;
  private final Server server;
  private final String password;
  private final Restarts restarts = new Restarts();
  private Server.Running running;
  private boolean closed;

  private OwnPostgres(DataFolder folder, Server server) {
    this.folder = folder;
    this.server = server;
    this.password = Password.of(folder);
    this.running = serve(Server::freePort);
    Thread.ofVirtual().name("postgres-watch").start(this::watch);
  }

  /**
   * Starts the server of a data folder that has a database already.
   *
   * @throws CannotStart where there is none, or somebody uses it, or for any other reason
   */
  public static OwnPostgres startExisting(Path dataFolder) {
    if (!Files.isDirectory(DataFolder.cluster(dataFolder))) {
      throw new CannotStart(
          "There is no database of Livret in " + dataFolder + ".",
          "Name its folder with --livret.data=FOLDER.");
    }
    return start(dataFolder);
  }

  /**
   * Takes the folder, makes the database if it is not there, and starts the server.
   *
   * @throws CannotStart with the reason and the remedy; nothing is left running then
   */
  static OwnPostgres start(Path dataFolder) {
    var begun = Instant.now();
    var folder = DataFolder.take(dataFolder);
    try {
      folder.sweepScratch();
      var programs = Programs.unpackedIn(folder.programs());
      var tools = new Toolbox(programs, Account.of(folder), folder);
      new Cluster(tools, folder).makeOrVerify();
      var started = new OwnPostgres(folder, new Server(tools, folder));
      programs.removeOthers();
      folder.giveToItsOwner();
      log.info(
          "PostgreSQL serves {} on 127.0.0.1:{} after {} ms",
          folder.cluster(),
          started.port(),
          Duration.between(begun, Instant.now()).toMillis());
      return started;
    } catch (IOException e) {
      folder.close();
      throw DataFolder.unwritable(folder.programs(), e);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * How to reach the server that a Livret at work has started on that folder; empty without one.
   */
  public static Optional<Served> served(Path dataFolder) {
    var passwordFile = DataFolder.passwordFile(dataFolder);
    try {
      var port = Postmaster.portOf(DataFolder.cluster(dataFolder).toAbsolutePath());
      if (port.isEmpty()) {
        return Optional.empty();
      }
      var password = Files.readString(passwordFile).strip();
      return Optional.of(new Served(url(port.getAsInt(), DATABASE), password));
    } catch (IOException e) {
      throw new CannotStart(
          "The database in %s is at work, and %s cannot be read (%s), running as %s."
              .formatted(dataFolder, passwordFile, e, System.getProperty("user.name")),
          "Run this as the account Livret runs as.",
          e);
    }
  }

  /**
   * A database at work in another process.
   *
   * @param password of {@link #username}
   */
  public record Served(String jdbcUrl, String password) {
    /** As whom the product is known there. */
    public String username() {
      return Cluster.SUPERUSER;
    }
  }

  /** Where it answers. */
  public String jdbcUrl() {
    return url(port(), DATABASE);
  }

  /** As whom the product is known there. */
  public String username() {
    return Cluster.SUPERUSER;
  }

  /** Its password there. */
  public String password() {
    return password;
  }

  synchronized int port() {
    return running.port();
  }

  synchronized long pid() {
    return running.postmaster().pid();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      server.stop(running.postmaster());
      log.info("PostgreSQL on {} is stopped", folder.cluster());
    } finally {
      folder.close();
    }
  }

  private Server.Running serve(IntSupplier ports) {
    var begun = server.start(ports);
    try {
      makeDatabase(begun.port());
      try (var connection = connect(begun.port(), DATABASE)) {
        Durability.verify(connection, folder.cluster());
      }
      return begun;
    } catch (SQLException e) {
      server.stop(begun.postmaster());
      throw new CannotStart(
          "PostgreSQL on %s runs, and refuses the product: %s"
              .formatted(folder.cluster(), e.getMessage()),
          "Look into %s; the password belongs in %s."
              .formatted(folder.log(), folder.passwordFile()),
          e);
    } catch (RuntimeException e) {
      server.stop(begun.postmaster());
      throw e;
    }
  }

  private void makeDatabase(int port) throws SQLException {
    try (var connection = connect(port, "postgres");
        var statement = connection.createStatement()) {
      try (var found =
          statement.executeQuery(
              "select 1 from pg_database where datname = '%s'".formatted(DATABASE))) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("create database " + DATABASE);
    }
  }

  private Connection connect(int port, String database) throws SQLException {
    return DriverManager.getConnection(url(port, database), username(), password);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  private void watch() {
    try {
      do {
        Thread.sleep(LOOK_EVERY);
      } while (restartedIfDead());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there is still something to watch. */
  private synchronized boolean restartedIfDead() {
    if (closed) {
      return false;
    }
    if (running.postmaster().isAlive()) {
      return true;
    }
    if (!restarts.oneMore()) {
      log.error(
          "PostgreSQL on {} keeps dying: not started again. Look into {}, then restart Livret",
          folder.cluster(),
          folder.log());
      return false;
    }
    log.error(
        "PostgreSQL on {} was killed or died: starting it again (see {})",
        folder.cluster(),
        folder.log());
    try {
      running = serve(running::port);
      log.info("PostgreSQL serves again on 127.0.0.1:{}", running.port());
    } catch (RuntimeException e) {
      log.error("PostgreSQL did not start again", e);
    }
    return true;
  }
}
