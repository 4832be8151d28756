package fr.livret.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The process named in {@code postmaster.pid}, if it still is the server of that data directory and
 * not a stranger that was given the same number.
 *
 * @param cluster the data directory
 */
record Postmaster(long pid, Path cluster) {

  private static final int START_LINE = 2;
  private static final int PORT_LINE = 3;
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(5);

  static Path pidFile(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** Empty when there is no pid file, when it is torn, or when it names nobody or a stranger. */
  static Optional<Postmaster> runningIn(Path cluster) throws IOException {
    var file = pidFile(cluster);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(file);
    if (lines.size() <= START_LINE || !lines.getFirst().strip().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    var found = new Postmaster(Long.parseLong(lines.getFirst().strip()), cluster);
    return found.isAlive() && found.isOurs(lines) ? Optional.of(found) : Optional.empty();
  }

  /** Where the server of that data directory answers; empty while none does. */
  static OptionalInt portOf(Path cluster) throws IOException {
    if (runningIn(cluster).isEmpty()) {
      return OptionalInt.empty();
    }
    var lines = Files.readAllLines(pidFile(cluster));
    return lines.size() > PORT_LINE && lines.get(PORT_LINE).strip().matches("\\d{1,5}")
        ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
        : OptionalInt.empty();
  }

  /** A zombie is dead: in a container nobody may ever collect it. */
  boolean isAlive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && !isZombie();
  }

  private boolean isZombie() {
    try {
      var stat = Files.readString(proc("stat"));
      return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
    } catch (IOException e) {
      // No /proc on this system, or the process went while we looked: isAlive has the answer.
      return false;
    }
  }

  private boolean isOurs(List<String> lines) {
    return Programs.onLinux() ? hasOurFolder() : isPostgresStartedAt(lines.get(START_LINE));
  }

  private boolean hasOurFolder() {
    try {
      var command = List.of(Files.readString(proc("cmdline"), UTF_8).split("\0", -1));
      return command.getFirst().endsWith("postgres") && serves(command);
    } catch (IOException e) {
      // Gone while we looked.
      return false;
    }
  }

  private boolean serves(List<String> command) throws IOException {
    try {
      // The server works in its data directory, wherever that was moved to since.
      return Files.isSameFile(proc("cwd"), cluster);
    } catch (IOException e) {
      // Closed to us in some containers; the command line is open to all.
      return command.contains(cluster.toString());
    }
  }

  private boolean isPostgresStartedAt(String epochSeconds) {
    var info = ProcessHandle.of(pid).map(ProcessHandle::info);
    var named = info.flatMap(ProcessHandle.Info::command).filter(c -> c.contains("postgres"));
    var started = info.flatMap(ProcessHandle.Info::startInstant);
    if (named.isEmpty() || started.isEmpty() || !epochSeconds.strip().matches("\\d{1,12}")) {
      return false;
    }
    var stated = Instant.ofEpochSecond(Long.parseLong(epochSeconds.strip()));
    return Duration.between(started.get(), stated).abs().compareTo(CLOCK_SLACK) <= 0;
  }

  private Path proc(String entry) {
    return Path.of("/proc", Long.toString(pid), entry);
  }
}
