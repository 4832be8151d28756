package fr.livret.kernel.programme;

import java.util.Optional;
import java.util.regex.Pattern;

/** The code of a programme, as in {@code AMIS-12-MOIS}: upper-case ASCII, digits and hyphens. */
public record ProgrammeCode(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");

  /** Throws {@link IllegalArgumentException} when the text has not the form of a code. */
  public ProgrammeCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a programme's code is 1 to 40 upper-case letters, digits and hyphens");
    }
  }

  /** The code a text is; empty where it has not the form of one. */
  public static Optional<ProgrammeCode> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ProgrammeCode(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
