package fr.livret.command.imports;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How fast a file is read, and how long it is going to take at that rate.
 *
 * @param linesPerSecond to one decimal
 * @param part of the file done, from 0 to 1; absent where its size is not known
 * @param secondsLeft absent where nothing can be said
 */
public record Pace(double linesPerSecond, @Nullable Double part, @Nullable Long secondsLeft) {

  /**
   * After so much.
   *
   * @param size of the whole file in bytes, where it is known
   */
  public static Pace of(long lines, long bytes, @Nullable Long size, Duration spent) {
    double seconds = Math.max(0.001, spent.toMillis() / 1000.0);
    double rate = Math.round(lines / seconds * 10) / 10.0;
    if (size == null || size <= 0 || bytes <= 0) {
      return new Pace(rate, null, null);
    }
    double part = Math.min(1.0, (double) bytes / size);
    return new Pace(
        rate, Math.round(part * 1000) / 1000.0, Math.round(seconds * (1 - part) / part));
  }
}
