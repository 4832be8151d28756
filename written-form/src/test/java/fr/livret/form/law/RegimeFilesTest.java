package fr.livret.form.law;

import static fr.livret.form.law.RegimeFixture.COMMON;
import static fr.livret.form.law.RegimeFixture.FILE;
import static fr.livret.form.law.RegimeFixture.SOUND;
import static fr.livret.form.law.RegimeFixture.file;
import static fr.livret.form.law.RegimeFixture.files;
import static fr.livret.form.law.RegimeFixture.lineOf;
import static fr.livret.form.law.RegimeFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What several files are refused for, together. */
class RegimeFilesTest {
  @Test
  void two_files_of_one_edition() {
    List<LawFolder.LawFile> files = new ArrayList<>(files(SOUND));
    files.add(file("again.yaml", SOUND));
    assertThat(problems(files))
        .containsExactly(
            new Problem(
                "again.yaml",
                lineOf(SOUND, "edition: 1"),
                "edition",
                "TP-2006/1 is stated already by broken.yaml"));
  }

  @Test
  void no_file_of_the_common_rules() {
    assertThat(problems(List.of(file(FILE, SOUND))))
        .singleElement()
        .hasToString("regimes: no file states the rules of every regime");
  }

  @Test
  void a_common_rule_that_is_missing_and_one_that_is_not_common() {
    String common =
        COMMON
            .replace("  record.must-exist:", "  window.length:")
            .replace("code: COMMON", "code: COMMON # changed");
    assertThat(problems(List.of(file("COMMON.yaml", common), file(FILE, SOUND))))
        .containsExactly(
            new Problem(
                "COMMON.yaml", lineOf(common, "rules:"), "rules.record.must-exist", "is missing"),
            new Problem(
                "COMMON.yaml",
                lineOf(common, "window.length:"),
                "rules.window.length",
                "is stated by each regime, not in COMMON"));
  }

  @Test
  void every_fault_of_every_file_is_named_at_once() {
    String two = SOUND.replace("edition: 1", "edition: 0").replaceFirst("mark: S", "mark: A");
    List<LawFolder.LawFile> files = new ArrayList<>(files(two));
    files.add(file("other.yaml", "code: 7\n"));
    assertThat(problems(files))
        .extracting(problem -> problem.file() + " " + problem.field())
        .containsExactly(
            "broken.yaml edition",
            "broken.yaml rules.window.start.mark",
            "other.yaml code",
            "other.yaml edition",
            "other.yaml title",
            "other.yaml inForce",
            "other.yaml rules");
  }

  @Test
  void a_file_that_is_not_utf_8() {
    List<LawFolder.LawFile> files = new ArrayList<>(files(SOUND));
    files.add(new LawFolder.LawFile("latin.yaml", "é".getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(problems(files)).singleElement().hasToString("latin.yaml: is not UTF-8");
  }
}
