package fr.livret.form.person;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The file of a master key: whole or absent, readable by its owner only, never replaced. */
final class MasterKeyFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private MasterKeyFile() {}

  static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new MasterKeyRefused("The master key file " + file + " cannot be read: " + e, e);
    }
  }

  /**
   * Makes a new key. It is written beside the file, forced to the disk, then linked to its name,
   * which fails where another process was first: its key is then the one that counts.
   */
  static void create(Path file) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new MasterKeyRefused("The master key cannot be a folder: " + target);
    }
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "master", ".new", ownerOnly(folder));
      try {
        giveToOwnerOf(folder, fresh);
        write(fresh, newKey());
        Files.createLink(target, fresh);
      } catch (FileAlreadyExistsException e) {
        // Another process was first; the caller reads its key.
        return;
      } finally {
        Files.deleteIfExists(fresh);
      }
      forceFolder(folder);
    } catch (IOException | UnsupportedOperationException e) {
      throw new MasterKeyRefused("The master key file " + target + " cannot be made: " + e, e);
    }
  }

  /** What root makes in the folder of somebody else, that one must be able to read the next day. */
  private static void giveToOwnerOf(Path folder, Path fresh) throws IOException {
    if (posix(folder) && "root".equals(System.getProperty("user.name"))) {
      Files.setOwner(fresh, Files.getOwner(folder));
    }
  }

  private static void write(Path fresh, String key) throws IOException {
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.US_ASCII.encode(key + "\n");
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Without it the name could vanish in a power cut although the content is on the disk. */
  private static void forceFolder(Path folder) throws IOException {
    if (!posix(folder)) {
      return; // Windows opens no folder as a file.
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static String newKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  /** Where the file system has no such rights, the rights of the folder are what protects it. */
  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    return posix(folder)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static boolean posix(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }
}
