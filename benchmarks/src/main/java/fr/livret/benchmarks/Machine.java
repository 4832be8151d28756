package fr.livret.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the figures come from. */
final class Machine {
  private static final int FLUSHES = 500;

  private Machine() {}

  /** The machine in one line. */
  static String line(Path work) throws IOException {
    return "%s, %d cores, %s %s, JDK %s (%s), fdatasync of 8 kB: %s"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.runtime.version"),
            String.join(" ", flags()),
            flush(work));
  }

  private static List<String> flags() {
    return java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("-X"))
        .toList();
  }

  private static String processor() throws IOException {
    Path known = Path.of("/proc/cpuinfo");
    if (!Files.exists(known)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(known)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse(System.getProperty("os.arch"));
    }
  }

  /** What a commit waits for at least, on the disk that holds the data. */
  private static String flush(Path work) throws IOException {
    Files.createDirectories(work);
    Path file = Files.createTempFile(work, "flush", null);
    List<Double> millis = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer page = ByteBuffer.allocate(8_192);
      for (int i = 0; i < FLUSHES; i++) {
        channel.write(page.rewind(), (i % 64) * 8_192L);
        long begun = System.nanoTime();
        channel.force(false);
        millis.add((System.nanoTime() - begun) / 1e6);
      }
    } finally {
      Files.delete(file);
    }
    Spread spread = Spread.of(millis);
    return "median %.2f ms (%.2f..%.2f)".formatted(spread.median(), spread.min(), spread.max());
  }
}
