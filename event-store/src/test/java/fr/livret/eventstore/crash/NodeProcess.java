package fr.livret.eventstore.crash;

import fr.livret.eventstore.crash.Attempt.Sent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A node in a process of its own, and what it says of its appends. */
final class NodeProcess {
  /** Without it at its end, a line was cut off by a kill. */
  static final String END = " .";

  final String name;
  private final Process process;
  private final Ledger ledger;
  private final Thread listening;
  private final AtomicLong stored = new AtomicLong();

  /**
   * Starts one.
   *
   * @param name under which its reader goes on, however often it is started
   * @param life how often it was started before
   */
  NodeProcess(
      String name, int life, int writers, Breakage breakage, String url, Path log, Ledger ledger)
      throws IOException {
    this.name = name;
    this.ledger = ledger;
    this.process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx160m",
                "-cp",
                System.getProperty("java.class.path"),
                CrashNode.class.getName(),
                url,
                name,
                name + "." + life,
                String.valueOf(writers),
                breakage.name())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    this.listening = Thread.ofPlatform().name("hears-" + name).daemon().start(this::listen);
  }

  /** kill -9, and everything it has said before is heard. */
  void kill() {
    // Not by the process itself: it would close the pipe, and with it what was said last.
    process.toHandle().destroyForcibly();
    int unused = CrashCluster.wait(process);
    try {
      listening.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many appends it was told are stored. */
  long stored() {
    return stored.get();
  }

  private void listen() {
    try (BufferedReader said = process.inputReader()) {
      for (String line; (line = said.readLine()) != null; ) {
        List<String> names = new ArrayList<>();
        hear(line, names);
        while (said.ready() && (line = said.readLine()) != null) {
          hear(line, names);
        }
        if (!names.isEmpty()) {
          ledger.stored(names);
          stored.addAndGet(names.size());
        }
      }
    } catch (IOException | RuntimeException e) {
      ledger.violation(name + " is no longer heard: " + e);
    }
  }

  /** Every line is {@code KIND NAME REST}. */
  private void hear(String line, List<String> acknowledged) {
    if (!line.endsWith(END)) {
      return;
    }
    String[] words = line.substring(0, line.length() - END.length()).split(" ");
    switch (words[0]) {
      case "sent" ->
          ledger.sent(
              new Attempt(words[1], Arrays.stream(words).skip(2).map(Sent::parse).toList()));
      case "stored" -> acknowledged.add(words[1]);
      case "refused" -> ledger.refused(words[1]);
      case "unknown" -> {}
      default -> ledger.violation(name + " says " + line);
    }
  }
}
