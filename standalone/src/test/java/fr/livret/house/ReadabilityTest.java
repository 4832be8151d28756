package fr.livret.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadabilityTest {

  private static final String[] TEXTS = {
    ".java", ".sql", ".yaml", ".yml", ".xml", ".md", ".html", ".css", ".js", ".properties", ".sh"
  };

  private static final String[] CODE = {".java", ".sql", ".html", ".css", ".js"};

  @Test
  void nothing_is_left_unfinished() {
    List<Path> texts = Sources.under(Sources.root(), TEXTS);
    assertThat(texts).isNotEmpty();
    assertThat(texts.stream().flatMap(file -> Readability.unfinished(file).stream())).isEmpty();
  }

  @Test
  void no_file_is_too_long_to_be_read_in_one_go() {
    List<Path> code = Sources.under(Sources.root(), CODE);
    assertThat(code).isNotEmpty();
    assertThat(code.stream().flatMap(Readability::tooLong)).isEmpty();
  }

  @Test
  void a_thing_left_unfinished_is_caught(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Later.java");
    Files.writeString(file, "class Later {\n  // TO" + "DO the rest\n}\n");
    assertThat(Readability.unfinished(file))
        .singleElement()
        .asString()
        .contains("Later.java:2")
        .contains("the rest");
  }

  @Test
  void the_line_after_the_last_allowed_is_caught(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Long.java");
    Files.write(file, Collections.nCopies(Readability.LONGEST_FILE, ""));
    assertThat(Readability.tooLong(file)).isEmpty();
    Files.write(file, Collections.nCopies(Readability.LONGEST_FILE + 1, ""));
    assertThat(Readability.tooLong(file)).singleElement().asString().contains("401 lines");
  }
}
