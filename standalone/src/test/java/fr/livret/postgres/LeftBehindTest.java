package fr.livret.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeftBehindTest {

  private static final int ENOUGH = 200;

  @RegisterExtension final TestFolder folder = new TestFolder();
  @RegisterExtension final TestFolder other = new TestFolder();

  @Test
  void after_a_kill_in_the_middle_of_writes_every_acknowledged_one_is_there_once()
      throws Exception {
    var child = ChildLivret.on(folder.path());
    var orphan = Long.parseLong(child.next("server "));
    for (int n = 1; n <= ENOUGH; n++) {
      assertThat(child.next("stored ")).isEqualTo(String.valueOf(n));
    }
    child.kill();
    assertThat(new Postmaster(orphan, folder.path()).isAlive()).isTrue();

    try (var postgres = OwnPostgres.start(folder.path())) {
      assertThat(new Postmaster(orphan, folder.path()).isAlive()).isFalse();
      var stored = Database.ask(postgres, "select count(*) from number where n <= " + ENOUGH);
      assertThat(stored).isEqualTo(String.valueOf(ENOUGH));
    }
  }

  @Test
  void a_stranger_with_the_number_of_the_dead_server_is_left_alone() throws Exception {
    OwnPostgres.start(folder.path()).close();
    var stranger = new ProcessBuilder("sleep", "600").start();
    try {
      writePidFile(Long.toString(stranger.pid()));
      OwnPostgres.start(folder.path()).close();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void the_server_of_another_folder_is_left_alone() throws Exception {
    OwnPostgres.start(folder.path()).close();
    try (var others = OwnPostgres.start(other.path())) {
      writePidFile(Long.toString(others.pid()));
      OwnPostgres.start(folder.path()).close();
      assertThat(Database.ask(others, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void a_torn_pid_file_blocks_nobody() throws Exception {
    OwnPostgres.start(folder.path()).close();
    Files.writeString(Postmaster.pidFile(folder.resolve("postgres")), "");
    OwnPostgres.start(folder.path()).close();
  }

  private void writePidFile(String pid) throws Exception {
    var now = Instant.now().getEpochSecond();
    Files.writeString(
        Postmaster.pidFile(folder.resolve("postgres")),
        "%s\n%s\n%d\n5432\n\n127.0.0.1\n\nready\n".formatted(pid, folder.path(), now));
  }
}
