package fr.livret.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything this installation must not lose, owned by this process alone
 * until closed.
 */
final class DataFolder implements AutoCloseable {

  private static final int PAGE = 8192;

  private final Path root;
  private final FolderLock lock;

  private DataFolder(Path root, FolderLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Makes the folder if it is not there and takes it.
   *
   * @throws CannotStart if it cannot be written, or another live process has it
   */
  static DataFolder take(Path folder) {
    var root = writable(folder.toAbsolutePath().normalize());
    return new DataFolder(root, FolderLock.take(root));
  }

  Path root() {
    return root;
  }

  /** The files of the database itself. */
  Path cluster() {
    return cluster(root);
  }

  static Path cluster(Path root) {
    return root.resolve("postgres");
  }

  /** What PostgreSQL has to say; statements and their values are not written there. */
  Path log() {
    return root.resolve("postgres.log");
  }

  Path passwordFile() {
    return passwordFile(root);
  }

  static Path passwordFile(Path root) {
    return root.resolve("postgres.password");
  }

  Path programs() {
    return root.resolve("postgres-programs");
  }

  /** A new path inside the folder that nothing else uses. */
  Path scratch(String purpose) {
    return root.resolve(
        "%s.%d-%d.partial".formatted(purpose, ProcessHandle.current().pid(), System.nanoTime()));
  }

  /** Removes what starts that were killed half-way left under {@link #scratch}. */
  void sweepScratch() {
    try (var entries = Files.list(root)) {
      for (var entry : entries.filter(e -> e.toString().endsWith(".partial")).toList()) {
        Trees.delete(entry);
      }
    } catch (IOException e) {
      throw unwritable(root, e);
    }
  }

  /**
   * What root made in the folder of somebody else, that one must be able to use the next day. The
   * database has its owner already.
   */
  void giveToItsOwner() throws IOException {
    if (!Account.isRoot() || Account.owner(root) == Account.ROOT) {
      return;
    }
    var owner = Files.getOwner(root);
    try (var all = Files.walk(root)) {
      for (var path : all.filter(p -> !p.startsWith(cluster())).toList()) {
        if (!Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
          Files.getFileAttributeView(path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
              .setOwner(owner);
        }
      }
    }
  }

  @Override
  public void close() {
    lock.close();
  }

  private static Path writable(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CannotStart(
          "The data folder " + folder + " is a file.",
          "Name a folder with --livret.data=FOLDER, or move that file away.");
    }
    try {
      // The launcher of PostgreSQL hands these paths to a shell.
      var root = Files.createDirectories(folder).toRealPath();
      if (root.toString().chars().anyMatch(c -> c < ' ' || "\"$`%".indexOf(c) >= 0)) {
        throw new CannotStart(
            "The path of the data folder "
                + root
                + " has a character that PostgreSQL's launcher cannot carry (one of \" $ ` % or a"
                + " control character).",
            "Name another folder with --livret.data=FOLDER.");
      }
      tryToWriteIn(root);
      return root;
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** A page, not an empty file: a full disk still has room for a name. */
  private static void tryToWriteIn(Path root) throws IOException {
    var trial = Files.createTempFile(root, "write", ".partial");
    try {
      Files.write(trial, new byte[PAGE]);
    } finally {
      Files.delete(trial);
    }
  }

  static CannotStart unwritable(Path path, IOException cause) {
    if (String.valueOf(cause.getMessage()).contains("No space left")) {
      return diskFull(path, cause);
    }
    var why = cause instanceof AccessDeniedException ? "permission denied" : String.valueOf(cause);
    return new CannotStart(
        "Cannot write in the data folder: %s (%s), running as %s."
            .formatted(path, why, System.getProperty("user.name")),
        "Give this account the right to write there, or name another folder with"
            + " --livret.data=FOLDER.",
        cause);
  }

  static CannotStart diskFull(Path path, @Nullable Throwable cause) {
    return new CannotStart(
        "The disk that holds " + path + " is full.",
        "Free some space there (nothing acknowledged is lost), or name another folder with"
            + " --livret.data=FOLDER.",
        cause);
  }
}
