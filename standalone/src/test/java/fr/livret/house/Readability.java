package fr.livret.house;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What no file of the project may hold, and how long a file may be. */
final class Readability {

  static final int LONGEST_FILE = 400;

  /** Put together here, so that this very file does not hold them. */
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b|@Dis" + "abled\\b");

  private Readability() {}

  static List<String> unfinished(Path file) {
    List<String> lines = Sources.linesOf(file);
    return IntStream.range(0, lines.size())
        .filter(index -> UNFINISHED.matcher(lines.get(index)).find())
        .mapToObj(index -> file + ":" + (index + 1) + " " + lines.get(index).strip())
        .toList();
  }

  static Stream<String> tooLong(Path file) {
    int length = Sources.linesOf(file).size();
    return length > LONGEST_FILE ? Stream.of(file + " has " + length + " lines") : Stream.empty();
  }
}
