package fr.livret.eventstore.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of its own, durable as in production, whose processes can be killed. */
final class CrashCluster implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  private final CrashPrograms programs;
  private final Path folder;
  private final int port;
  private final List<String> settings;
  private Process postmaster;

  private CrashCluster(CrashPrograms programs, Path folder, int port, List<String> settings)
      throws IOException {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
    this.settings = settings;
    this.postmaster = launch();
  }

  /**
   * Makes one and starts it.
   *
   * @param settings as {@code name=value}
   * @throws CannotRun where this machine cannot
   */
  static CrashCluster in(Path folder, String... settings) throws IOException {
    delete(folder.resolve("cluster"));
    Files.createDirectories(folder);
    CrashPrograms programs = CrashPrograms.unpacked();
    Process made =
        new ProcessBuilder(
                programs.command(
                    "initdb",
                    "--pgdata=" + folder.resolve("cluster"),
                    "--username=postgres",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("initdb.log").toFile())
            .start();
    if (wait(made) != 0) {
      throw new CannotRun("initdb failed: " + Files.readString(folder.resolve("initdb.log")));
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = free.getLocalPort();
      free.close();
      CrashCluster cluster = new CrashCluster(programs, folder, port, List.of(settings));
      cluster.awaitAnswer();
      cluster.requireDurable();
      return cluster;
    }
  }

  private Process launch() throws IOException {
    List<String> command =
        programs.command(
            "postgres",
            "-D",
            folder.resolve("cluster").toString(),
            "-p",
            String.valueOf(port),
            "-clisten_addresses=127.0.0.1",
            "-cunix_socket_directories=",
            "-cshared_buffers=32MB",
            "-ccheckpoint_timeout=30s",
            "-cfsync=on",
            "-csynchronous_commit=on");
    settings.forEach(setting -> command.add("-c" + setting));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(port);
  }

  /** Connections of that name; each is a new one. */
  static DataSource database(String url, String application) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url);
    database.setApplicationName(application);
    return database;
  }

  DataSource database() {
    return database(url(), "proof");
  }

  /** kill -9 of the server's first process; the others follow it by themselves. */
  void kill() {
    postmaster.destroyForcibly();
    int unused = wait(postmaster);
  }

  boolean isAlive() {
    return postmaster.isAlive();
  }

  /** Starts it again after it was killed; its last processes may still be there for a moment. */
  void start() throws IOException {
    long deadline = System.nanoTime() + START.toNanos();
    do {
      if (!postmaster.isAlive()) {
        postmaster = launch();
      }
      if (answers()) {
        return;
      }
      pause(20);
    } while (System.nanoTime() < deadline);
    throw new IllegalStateException("the server does not come back; see " + log());
  }

  /** Waits while the server recovers by itself. */
  void awaitAnswer() {
    long deadline = System.nanoTime() + START.toNanos();
    while (!answers()) {
      if (!postmaster.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("the server does not answer; see " + log());
      }
      pause(20);
    }
  }

  private boolean answers() {
    try (Connection connection = database().getConnection()) {
      return connection.isValid(5);
    } catch (SQLException _) {
      return false;
    }
  }

  private void requireDurable() {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      String value = ask("show " + setting);
      if (!value.equals("on")) {
        throw new IllegalStateException(setting + " is " + value);
      }
    }
  }

  /** One value. */
  String ask(String query) {
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return String.valueOf(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A server process of a client's connections: most often one that writes events. */
  OptionalLong backendOf(String application, RandomGenerator random) {
    String order =
        random.nextInt(4) == 0 ? "md5(pid::text)" : "query like '%insert into event%' desc, pid";
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select pid from pg_stat_activity where application_name = '%s' order by %s limit 1"
                    .formatted(application, order))) {
      return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    } catch (SQLException _) {
      return OptionalLong.empty();
    }
  }

  /**
   * Kills a process of the server, and waits until the server has noticed: only then does it end
   * all others and recover, and whoever asks meanwhile is refused.
   */
  void killBackend(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    long deadline = System.nanoTime() + START.toNanos();
    while (counts(pid) && System.nanoTime() < deadline) {
      pause(5);
    }
  }

  private boolean counts(long pid) {
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select 1 from pg_stat_activity where pid = " + pid)) {
      return row.next();
    } catch (SQLException _) {
      return false;
    }
  }

  @Override
  public void close() {
    kill();
  }

  static int wait(Process process) {
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException("it does not end: " + process.info().command());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> all = Files.walk(tree)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
