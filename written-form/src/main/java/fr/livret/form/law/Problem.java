package fr.livret.form.law;

/**
 * One thing wrong in a file of the law.
 *
 * @param file the file, or where the text came from
 * @param line counted from 1; 0 where no line can be named
 * @param field the path of the field, as in {@code ccps[0].assessment[1].minutes}; empty for the
 *     whole document
 * @param message what is wrong, in English, as a clause
 */
public record Problem(String file, int line, String field, String message) {
  /** {@code regimes/TP-2006.yaml:31: rules.window.length.value: is missing}. */
  @Override
  public String toString() {
    return file
        + (line > 0 ? ":" + line : "")
        + ": "
        + (field.isEmpty() ? "" : field + ": ")
        + message;
  }
}
