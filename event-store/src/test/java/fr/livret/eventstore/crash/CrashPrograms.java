package fr.livret.eventstore.crash;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked for a run.
 *
 * @param home the folder above {@code bin}
 * @param prefix what makes them run as somebody else than root, whom they refuse
 */
record CrashPrograms(Path home, List<String> prefix) {

  /** Kept beside the classes: unpacked once per build, and gone with {@code clean}. */
  private static final Path HOME = Path.of("target", "crash-programs").toAbsolutePath();

  /**
   * @throws CannotRun where this machine has none, or cannot run them
   */
  static synchronized CrashPrograms unpacked() throws IOException {
    if (!System.getProperty("os.name", "").startsWith("Linux")) {
      throw new CannotRun("kills are tried on Linux only");
    }
    if (!Files.exists(HOME)) {
      Path beside = Files.createDirectories(HOME.resolveSibling(""));
      Path partial = Files.createTempDirectory(beside, "crash-programs");
      Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
      unpack(partial);
      Files.move(partial, HOME);
    }
    boolean root = Files.getAttribute(HOME, "unix:uid").equals(0);
    List<String> prefix = root ? List.of("unshare", "--user") : List.of();
    CrashPrograms programs = new CrashPrograms(HOME, prefix);
    if (!programs.runs("postgres", "--version")) {
      throw new CannotRun("PostgreSQL's programs do not run here, prefixed by " + prefix);
    }
    return programs;
  }

  List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private boolean runs(String program, String... arguments) {
    try {
      Process process =
          new ProcessBuilder(command(program, arguments))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unpack(Path home) throws IOException {
    String arch = System.getProperty("os.arch", "");
    try (InputStream archive =
            DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                "Linux", arch.equals("amd64") ? "x86_64" : arch);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(
                new BufferedInputStream(new XZCompressorInputStream(archive)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        unpack(tar, entry, home.resolve(entry.getName()).normalize());
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
    } else {
      Files.copy(tar, path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
