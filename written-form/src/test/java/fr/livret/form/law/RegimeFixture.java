package fr.livret.form.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A sound regime file to put one fault into, and what it is refused with. */
final class RegimeFixture {
  static final String COMMON = shipped("COMMON");
  static final String SOUND = shipped("TP-2006");
  static final String FILE = "broken.yaml";

  private RegimeFixture() {}

  /** The first place where {@code find} stands, replaced, is refused at the line of {@code at}. */
  static void refused(String find, String replacement, String at, String field, String message) {
    String text = replaced(find, replacement);
    assertThat(problems(text)).containsExactly(new Problem(FILE, lineOf(text, at), field, message));
  }

  static String replaced(String find, String replacement) {
    int at = SOUND.indexOf(find);
    assertThat(at).as(find).isNotNegative();
    return SOUND.substring(0, at) + replacement + SOUND.substring(at + find.length());
  }

  static String without(String rule) {
    int from = SOUND.indexOf("  " + rule + ":");
    return SOUND.substring(0, from) + SOUND.substring(SOUND.indexOf("\n\n", from) + 1);
  }

  static int lineOf(String text, String fragment) {
    int at = text.indexOf(fragment);
    assertThat(at).as(fragment).isNotNegative();
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  static List<Problem> problems(String text) {
    return problems(files(text));
  }

  static List<Problem> problems(List<LawFolder.LawFile> files) {
    LawFileException refusal =
        catchThrowableOfType(LawFileException.class, () -> RegimeLibrary.of(files));
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal.problems();
  }

  static List<LawFolder.LawFile> files(String text) {
    return List.of(file("COMMON.yaml", COMMON), file(FILE, text));
  }

  static LawFolder.LawFile file(String name, String text) {
    return new LawFolder.LawFile(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static String shipped(String code) {
    return LawFolder.shipped(BrokenRegimesTest.class.getClassLoader(), "regimes").stream()
        .filter(file -> file.name().equals("regimes/" + code + ".yaml"))
        .map(file -> file.text(new Problems(file.name())))
        .findFirst()
        .orElseThrow();
  }
}
