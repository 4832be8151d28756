package fr.livret.cli;

import fr.livret.evidence.Export;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipOutputStream;

/** A zip to be written: there as a whole or not at all, and never in place of another file. */
final class NewZip {
  private NewZip() {}

  /** What is to be in it. */
  @FunctionalInterface
  interface Content {
    void writeTo(Export.Target target) throws IOException;
  }

  /**
   * Writes it beside its place and moves it there once it is whole.
   *
   * @throws IOException where it cannot be written, or something is there already
   */
  static void write(Path file, Content content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (ZipOutputStream zip =
          new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
        content.writeTo(Export.Target.zip(zip));
      }
      Files.move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
