package fr.livret.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A data folder for one test, in which PostgreSQL's programs are a link to the same ones. */
final class TestFolder implements BeforeEachCallback, AfterEachCallback {

  private Path path = Path.of("");

  Path path() {
    return path;
  }

  Path resolve(String below) {
    return path.resolve(below);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    path = Files.createTempDirectory("livret-test-").toRealPath();
    shareProgramsWith(path);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    Trees.delete(path);
  }

  static void shareProgramsWith(Path folder) throws IOException {
    var shared = Path.of("target", "postgres-programs").toAbsolutePath();
    Programs.unpackedIn(shared);
    Files.createSymbolicLink(folder.resolve("postgres-programs"), shared);
  }
}
