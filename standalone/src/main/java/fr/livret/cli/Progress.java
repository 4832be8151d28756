package fr.livret.cli;

import fr.livret.command.imports.LineSource;
import fr.livret.command.imports.Pace;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says on the standard error how far an import is, how fast, and how long it will take. */
final class Progress {
  private static final Duration ON_TERMINAL = Duration.ofMillis(500);
  private static final Duration IN_LOG = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final LineSource source;
  private final @Nullable Long size;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private final long begun = System.nanoTime();
  private long told = begun;
  private long lines;
  private long refused;
  private long repeated;

  Progress(PrintWriter err, LineSource source, @Nullable Long size) {
    this.err = err;
    this.source = source;
    this.size = size;
  }

  long lines() {
    return lines;
  }

  long refused() {
    return refused;
  }

  void add(long moreLines, long moreRefused, long moreRepeated) {
    lines += moreLines;
    refused += moreRefused;
    repeated += moreRepeated;
    tell();
  }

  /** Says it where it was not said a moment ago. */
  void tell() {
    long now = System.nanoTime();
    if (now - told < (terminal ? ON_TERMINAL : IN_LOG).toNanos()) {
      return;
    }
    told = now;
    Pace pace = Pace.of(lines, source.bytes(), size, Duration.ofNanos(now - begun));
    String line =
        "%d lines, %d refused, %s/s%s"
            .formatted(lines, refused, rate(pace.linesPerSecond()), rest(pace));
    err.print(terminal ? "\r" + line + "   " : line + "\n");
    err.flush();
  }

  void end() {
    Duration spent = Duration.ofNanos(System.nanoTime() - begun);
    err.println(
        "%s%d lines: %d accepted, %d refused, %d of them known from before; %.1f s, %s/s"
            .formatted(
                terminal ? "\r" : "",
                lines,
                lines - refused,
                refused,
                repeated,
                spent.toMillis() / 1000.0,
                rate(Pace.of(lines, 0, null, spent).linesPerSecond())));
  }

  private static String rate(double linesPerSecond) {
    return String.format(Locale.ROOT, "%.0f", linesPerSecond);
  }

  private static String rest(Pace pace) {
    Double part = pace.part();
    Long left = pace.secondsLeft();
    return part == null || left == null
        ? ""
        : ", %.0f %%, %d:%02d left".formatted(part * 100, left / 60, left % 60);
  }
}
