package fr.livret.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are there as a whole or not at all, and are still there after a power cut. */
final class DurableFile {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private DurableFile() {}

  /** Writes a file, over an older one where there is one; others may read it. */
  static void write(Path file, String text) throws IOException {
    write(file, text, new FileAttribute<?>[0]);
  }

  /** Writes a file that its owner alone may read, where the file system knows owners. */
  static void writeSecret(Path file, String text) throws IOException {
    write(
        file,
        text,
        POSIX
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0]);
  }

  private static void write(Path file, String text, FileAttribute<?>[] attributes)
      throws IOException {
    Path whole = file.toAbsolutePath();
    Path folder = whole.resolveSibling(".");
    Path part = whole.resolveSibling(whole.getFileName() + ".tmp");
    Files.deleteIfExists(part);
    Files.createFile(part, attributes);
    giveToOwnerOf(folder, part);
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        int unused = channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    flush(folder);
  }

  /** What root makes in the folder of somebody else, that one must be able to use the next day. */
  static void giveToOwnerOf(Path folder, Path made) throws IOException {
    if (POSIX && "root".equals(System.getProperty("user.name"))) {
      Files.setOwner(made, Files.getOwner(folder));
    }
  }

  /** Makes durable which files a folder has; Windows does so by itself. */
  static void flush(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
