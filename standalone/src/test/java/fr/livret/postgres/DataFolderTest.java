package fr.livret.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DataFolderTest {

  @RegisterExtension final TestFolder folder = new TestFolder();

  @Test
  void a_second_process_on_the_same_folder_is_refused_and_told_who_has_it() throws Exception {
    try (var _ = DataFolder.take(folder.path());
        var second = ChildLivret.on(folder.path())) {
      assertThat(second.next("refused "))
          .contains(folder.path().toString())
          .contains("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void a_second_owner_in_the_same_process_is_refused_and_the_first_keeps_the_folder()
      throws Exception {
    try (var _ = DataFolder.take(folder.path())) {
      assertThatThrownBy(() -> DataFolder.take(folder.path()))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      try (var second = ChildLivret.on(folder.path())) {
        assertThat(second.next("refused ")).contains("in use");
      }
    }
    DataFolder.take(folder.path()).close();
  }

  @Test
  void a_lock_file_that_was_left_behind_blocks_nobody() throws Exception {
    Files.writeString(folder.resolve("livret.lock"), "1\n");
    DataFolder.take(folder.path()).close();
  }

  @Test
  void a_file_is_not_a_folder() throws Exception {
    var file = Files.createFile(folder.resolve("data"));
    assertThatThrownBy(() -> DataFolder.take(file))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(file + " is a file");
  }

  @Test
  void a_folder_below_a_file_cannot_be_made() throws Exception {
    var file = Files.createFile(folder.resolve("data"));
    assertThatThrownBy(() -> DataFolder.take(file.resolve("below")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("Cannot write in the data folder: " + file.resolve("below"));
  }

  @Test
  void a_path_that_a_shell_would_change_is_refused() {
    assertThatThrownBy(() -> DataFolder.take(folder.resolve("$HOME")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("$HOME");
  }

  @Test
  void a_path_with_spaces_and_accents_serves() throws Exception {
    var awkward = Files.createDirectory(folder.resolve("données d'été (2)"));
    TestFolder.shareProgramsWith(awkward);
    try (var postgres = OwnPostgres.start(awkward)) {
      assertThat(Database.ask(postgres, "select 1")).isEqualTo("1");
    }
  }
}
