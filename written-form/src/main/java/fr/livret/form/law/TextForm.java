package fr.livret.form.law;

import java.util.Optional;

/** Reads a text into its values, whichever of the two notations it is in. */
final class TextForm {
  /** A référentiel takes some 30 000 characters; this leaves room and bounds the work. */
  static final int MAX_LENGTH = 1_000_000;

  static final int MAX_DEPTH = 20;
  static final int MAX_NUMBER_LENGTH = 18;

  private static final int MAX_NAME_LENGTH = 200;

  private TextForm() {}

  /** The values; empty when the text has no such form, which is then among the problems. */
  static Optional<Written> read(String text, Problems problems) {
    if (text.length() > MAX_LENGTH) {
      problems.add(0, "", "is longer than " + MAX_LENGTH + " characters");
      return Optional.empty();
    }
    Optional<Written> root =
        text.stripLeading().startsWith("{")
            ? new JsonForm(problems).read(text)
            : new YamlForm(problems).read(text);
    return problems.none() ? root : Optional.empty();
  }

  /** The path of a field of the group at this path. */
  static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Notes a name no field can have. */
  static void checkName(String name, String path, int line, Problems problems) {
    if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
      problems.add(line, path, "a field's name has 1 to " + MAX_NAME_LENGTH + " characters");
    } else {
      checkCharacters(name, path, line, problems);
    }
  }

  /** Notes characters that no reader could see or no encoding could carry. */
  static void checkCharacters(String text, String path, int line, Problems problems) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      boolean lone = Character.getType(point) == Character.SURROGATE;
      boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
      if (lone || control) {
        String what = lone ? "half a character" : "the control character";
        problems.add(line, path, "has %s U+%04X".formatted(what, point));
        return;
      }
      i += Character.charCount(point);
    }
  }
}
