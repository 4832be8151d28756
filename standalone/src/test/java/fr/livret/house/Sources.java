package fr.livret.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the project as they stand on disk. */
final class Sources {

  private static final Set<String> NOT_OURS = Set.of("target", "livret-data", "node_modules");

  private Sources() {}

  /** The folder of the project, whichever module the tests run in. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no mvnw above " + Path.of("").toAbsolutePath());
      }
    }
    return folder;
  }

  /** The files under {@code folder} whose name ends with one of {@code endings}, in order. */
  static List<Path> under(Path folder, String... endings) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes unused) {
              String name = inside.getFileName().toString();
              boolean hidden = name.startsWith(".") && !name.equals(".ci") && !name.equals(".mvn");
              return hidden || NOT_OURS.contains(name)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes unused) {
              for (String ending : endings) {
                if (file.toString().endsWith(ending)) {
                  found.add(file);
                  break;
                }
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found.stream().sorted().toList();
  }

  static List<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }
}
