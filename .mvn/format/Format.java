import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hands every Java source of the project to google-java-format, which takes files and not folders.
 *
 * <p>Run by the build as {@code Format.java check ROOT} or {@code Format.java write ROOT}.
 */
final class Format {

  public static void main(String[] args) throws Exception {
    boolean check = args[0].equals("check");
    List<String> forFormatter =
        new ArrayList<>(
            check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
    forFormatter.addAll(sourcesOf(Path.of(args[1])));
    PrintWriter out = new PrintWriter(System.out, true);
    int exitCode = new Main(out, out, System.in).format(forFormatter.toArray(String[]::new));
    if (check && exitCode != 0) {
      out.println("The files above are not formatted. To format them: ./mvnw -N -Pformat validate");
    }
    out.flush();
    System.exit(exitCode);
  }

  private static List<String> sourcesOf(Path root) throws IOException {
    try (Stream<Path> folders = Files.list(root)) {
      return Stream.concat(
              folders.map(folder -> folder.resolve("src")), Stream.of(root.resolve(".mvn")))
          .filter(Files::isDirectory)
          .flatMap(Format::javaFilesUnder)
          .sorted()
          .toList();
    }
  }

  private static Stream<String> javaFilesUnder(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
