package fr.livret.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Under which account PostgreSQL's programs run. They refuse root, so that a root process hands
 * them to another one.
 *
 * @param prefix what stands before the command line; empty where no change is needed
 * @param uid who owns what the programs make
 * @param gid likewise
 */
record Account(List<String> prefix, int uid, int gid) {

  private static final Logger log = LoggerFactory.getLogger(Account.class);
  private static final int NOBODY = 65534;

  /** The same account, seen by the programs as nobody. */
  private static final List<String> UNSHARED = List.of("unshare", "--user");

  static final int ROOT = 0;

  /**
   * @throws CannotStart if the files belong to an account this process cannot work as
   */
  static Account of(DataFolder folder) {
    if (Programs.onWindows()) {
      return new Account(List.of(), ROOT, ROOT);
    }
    try {
      return isRoot() ? forRoot(folder) : forUser(folder);
    } catch (IOException e) {
      throw DataFolder.unwritable(folder.cluster(), e);
    }
  }

  static boolean isRoot() {
    return !Programs.onWindows() && new UnixSystem().getUid() == ROOT;
  }

  private static Account myself(List<String> prefix) {
    var me = new UnixSystem();
    return new Account(prefix, (int) me.getUid(), (int) me.getGid());
  }

  private static Account forUser(DataFolder folder) throws IOException {
    var me = myself(List.of());
    if (Files.exists(folder.cluster()) && owner(folder.cluster()) != me.uid) {
      throw new CannotStart(
          "The database in %s belongs to the account %s, and this process runs as %s."
              .formatted(
                  folder.cluster(),
                  Files.getOwner(folder.cluster()),
                  System.getProperty("user.name")),
          "Start Livret as before, or give this account the folder: chown -R %s %s"
              .formatted(System.getProperty("user.name"), folder.root()));
    }
    return me;
  }

  /**
   * The account that makes the files: initdb, unlike the server, wants one that has a name, which
   * the owner of a folder shared with a container seldom has there.
   */
  Account named() {
    if (Programs.onWindows()) {
      return this;
    }
    var candidates =
        isRoot()
            ? List.of(this, as(NOBODY, NOBODY), myself(UNSHARED))
            : List.of(this, myself(UNSHARED));
    return candidates.stream().filter(c -> c.can("id", "-un")).findFirst().orElse(this);
  }

  /**
   * The database belongs to the owner of the data folder, or to nobody where that is root; once
   * made, it keeps its owner.
   */
  private static Account forRoot(DataFolder folder) throws IOException {
    var made = Files.exists(folder.cluster());
    var model = made ? folder.cluster() : folder.root();
    var owner = owner(model);
    var candidates = new ArrayList<Account>();
    if (owner != ROOT || !made) {
      var group = (int) Files.getAttribute(model, "unix:gid");
      candidates.add(owner != ROOT ? as(owner, group) : as(NOBODY, NOBODY));
    }
    if (owner == ROOT) {
      candidates.add(myself(UNSHARED));
    }
    for (var candidate : candidates) {
      if (candidate.can("true")) {
        log.debug("PostgreSQL runs through {}", candidate.prefix);
        return candidate;
      }
    }
    throw new CannotStart(
        "PostgreSQL refuses to run as root, and none of these could hand it to another account: "
            + candidates.stream().map(c -> String.join(" ", c.prefix)).toList(),
        "Start Livret as an ordinary user who owns "
            + folder.root()
            + ", install setpriv (package util-linux), or use your own PostgreSQL:"
            + " spring.datasource.url.");
  }

  /**
   * Keeps one right of root: to reach a folder below one that is closed to others, as /root is. The
   * secure bit makes access(2), by which initdb finds its siblings, see that right too.
   */
  private static Account as(int uid, int gid) {
    return new Account(
        List.of(
            "setpriv",
            "--reuid=" + uid,
            "--regid=" + gid,
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override",
            "--securebits=+no_setuid_fixup"),
        uid,
        gid);
  }

  private boolean can(String... program) {
    var command = new ArrayList<>(prefix);
    command.addAll(List.of(program));
    try {
      var trial =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
    } catch (IOException e) {
      log.debug("Not here: {}", command, e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while starting PostgreSQL", e);
    }
  }

  static int owner(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid");
  }
}
