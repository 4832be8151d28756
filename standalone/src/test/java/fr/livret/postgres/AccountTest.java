package fr.livret.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** As an ordinary user every other test is such a case; as root these hand a folder to one. */
@EnabledOnOs(OS.LINUX)
class AccountTest {

  private static final int SOMEBODY = 12345;
  private static final String[] AS_SOMEBODY = {
    "setpriv",
    "--reuid=" + SOMEBODY,
    "--regid=" + SOMEBODY,
    "--clear-groups",
    // To read the classes below a home folder, and nothing more.
    "--inh-caps=+dac_read_search",
    "--ambient-caps=+dac_read_search",
    "--securebits=+no_setuid_fixup"
  };

  @TempDir Path temporary;

  @BeforeEach
  void others_may_go_through_the_temporary_folder() throws Exception {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @BeforeEach
  void only_root_can_be_somebody_else() {
    assumeTrue(Account.isRoot(), "SKIPPED: not run as root, so that no other account can be tried");
  }

  @Test
  void an_ordinary_user_even_without_a_name_serves_a_folder_of_his_own() throws Exception {
    var folder = somebodysFolder();
    try (var child = ChildLivret.on(folder, AS_SOMEBODY)) {
      assertThat(child.next("stored ")).isEqualTo("1");
    }
    assertThat(owner(folder.resolve("postgres"))).isEqualTo(SOMEBODY);
  }

  @Test
  void a_folder_he_may_not_write_is_refused_with_its_name() throws Exception {
    var folder = Files.createDirectory(temporary.resolve("closed"));
    try (var child = ChildLivret.on(folder, AS_SOMEBODY)) {
      assertThat(child.next("refused "))
          .contains("Cannot write in the data folder: " + folder)
          .contains("permission denied");
    }
  }

  @Test
  void root_serves_the_folder_of_a_user_who_can_go_on_with_it() throws Exception {
    var folder = somebodysFolder();
    OwnPostgres.start(folder).close();
    assertThat(owner(folder.resolve("postgres"))).isEqualTo(SOMEBODY);
    try (var child = ChildLivret.on(folder, AS_SOMEBODY)) {
      assertThat(child.next("stored ")).isEqualTo("1");
    }
    OwnPostgres.start(folder).close();
  }

  @Test
  void the_database_that_root_made_for_itself_is_refused_to_a_user() throws Exception {
    var folder = Files.createDirectory(temporary.resolve("roots"));
    OwnPostgres.start(folder).close();
    Files.setAttribute(folder, "unix:uid", SOMEBODY);
    Files.setAttribute(folder.resolve("livret.lock"), "unix:uid", SOMEBODY);
    try (var child = ChildLivret.on(folder, AS_SOMEBODY)) {
      assertThat(child.next("refused ")).contains("belongs to the account");
    }
  }

  @Test
  void a_folder_below_one_that_is_closed_to_others_serves_root() throws Exception {
    var closed = Files.createDirectory(temporary.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    try (var postgres = OwnPostgres.start(closed.resolve("data"))) {
      assertThat(Database.ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  private Path somebodysFolder() throws Exception {
    var folder = Files.createDirectory(temporary.resolve("somebodys"));
    Files.setAttribute(folder, "unix:uid", SOMEBODY);
    Files.setAttribute(folder, "unix:gid", SOMEBODY);
    return folder;
  }

  private static int owner(Path path) throws Exception {
    return (int) Objects.requireNonNull(Files.getAttribute(path, "unix:uid"));
  }
}
