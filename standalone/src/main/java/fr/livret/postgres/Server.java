package fr.livret.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops PostgreSQL on the data folder; never two at once. */
record Server(Toolbox tools, DataFolder folder) {

  /** A server that answers on 127.0.0.1. */
  record Running(Postmaster postmaster, int port) {}

  private static final Logger log = LoggerFactory.getLogger(Server.class);
  private static final Duration START = Duration.ofMinutes(10);
  private static final Duration STOP = Duration.ofMinutes(1);
  private static final int ATTEMPTS = 6;
  private static final long LOG_KEPT_BYTES = 16L << 20;

  /**
   * Starts it, first stopping the one that a killed Livret left behind.
   *
   * @param ports asked again for every attempt
   */
  Running start(IntSupplier ports) {
    for (int attempt = 1; ; attempt++) {
      try {
        stopTheOneLeftBehind();
        var port = ports.getAsInt();
        var before = startLog();
        var outcome = startOn(port);
        if (outcome.succeeded()) {
          return new Running(
              Postmaster.runningIn(folder.cluster())
                  .orElseThrow(() -> cannotStart("It ended at once.")),
              port);
        }
        var said = outcome.output() + "\n" + logSince(before);
        if (attempt == ATTEMPTS || !passes(said)) {
          throw cannotStart(said);
        }
        log.info("PostgreSQL could not start yet, trying again");
        Thread.sleep(Duration.ofMillis(300L * attempt));
      } catch (IOException e) {
        throw DataFolder.unwritable(folder.cluster(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while starting PostgreSQL", e);
      }
    }
  }

  /** Disconnects everybody, writes everything down, and waits until it is gone. */
  void stop(Postmaster postmaster) {
    if (!postmaster.isAlive()) {
      return;
    }
    if (!stopped("fast") && !stopped("immediate") && postmaster.isAlive()) {
      throw new CannotStart(
          "PostgreSQL, process %d on %s, does not stop."
              .formatted(postmaster.pid(), folder.cluster()),
          "Stop that process yourself, then start again.");
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new CannotStart(
          "No free port on 127.0.0.1 for PostgreSQL: " + e.getMessage(),
          "Let this process open local ports.",
          e);
    }
  }

  private void stopTheOneLeftBehind() throws IOException {
    var left = Postmaster.runningIn(folder.cluster());
    if (left.isPresent()) {
      log.warn(
          "The last Livret on {} was killed and left PostgreSQL, process {}, behind: stopping it",
          folder.root(),
          left.get().pid());
      stop(left.get());
    }
    // Nobody of ours is behind it any more; PostgreSQL itself would take a stranger of the same
    // number for its server.
    Files.deleteIfExists(Postmaster.pidFile(folder.cluster()));
  }

  private Toolbox.Outcome startOn(int port) {
    return tools.run(
        START.plusSeconds(10),
        "pg_ctl",
        List.of(
            "start",
            "--wait",
            "--timeout=" + START.toSeconds(),
            "--pgdata=" + folder.cluster(),
            "--log=" + folder.log(),
            "--options=-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                .formatted(port)));
  }

  private boolean stopped(String mode) {
    return tools
        .run(
            STOP.plusSeconds(10),
            "pg_ctl",
            List.of(
                "stop",
                "--wait",
                "--timeout=" + STOP.toSeconds(),
                "--pgdata=" + folder.cluster(),
                "--mode=" + mode))
        .succeeded();
  }

  /** What goes away by itself: a port taken meanwhile, the last children of a killed server. */
  private static boolean passes(String said) {
    return Stream.of(
            "could not bind",
            "could not create any TCP/IP sockets",
            "pre-existing shared memory block",
            "lock file \"postmaster.pid\" already exists")
        .anyMatch(said::contains);
  }

  private CannotStart cannotStart(String said) {
    if (said.contains("No space left")) {
      return DataFolder.diskFull(folder.root(), null);
    }
    return new CannotStart(
        "PostgreSQL could not start on %s:\n%s".formatted(folder.cluster(), said.strip()),
        "Cure what it names; all of its messages are in %s.".formatted(folder.log()));
  }

  private long startLog() throws IOException {
    var file = folder.log();
    if (Files.exists(file) && Files.size(file) > LOG_KEPT_BYTES) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.exists(file) ? Files.size(file) : 0;
  }

  private String logSince(long before) throws IOException {
    if (!Files.exists(folder.log())) {
      return "";
    }
    try (var in = Files.newInputStream(folder.log())) {
      in.skipNBytes(before);
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
