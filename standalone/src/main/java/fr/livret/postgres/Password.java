package fr.livret.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of the product on its own PostgreSQL, which trusts nobody without it. */
final class Password {

  private static final int BYTES = 24;

  private Password() {}

  /**
   * Makes one for a database that is about to be made, and keeps it for this account only; one that
   * is there already is never overwritten.
   */
  static void makeFor(DataFolder folder) throws IOException {
    if (Files.exists(folder.passwordFile())) {
      return;
    }
    var random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    var made = folder.scratch("postgres.password");
    Files.createFile(made);
    restrict(made);
    Files.writeString(made, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    Trees.putInPlace(made, folder.passwordFile());
  }

  static String of(DataFolder folder) {
    var file = folder.passwordFile();
    try {
      var password = Files.exists(file) ? Files.readString(file).strip() : "";
      if (password.isEmpty()) {
        throw new CannotStart(
            "The database in %s is there, and its password in %s is not."
                .formatted(folder.cluster(), file),
            "Put the file back from your backup: both belong together.");
      }
      restrict(file);
      return password;
    } catch (IOException e) {
      throw DataFolder.unwritable(file, e);
    }
  }

  private static void restrict(Path file) throws IOException {
    if (Trees.isPosix(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
