package fr.livret.kernel.referentiel;

import java.util.Optional;
import java.util.regex.Pattern;

/** The code of a référentiel, as in {@code AMIS-2013}: upper-case ASCII, digits and hyphens. */
public record ReferentielCode(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");

  /** Throws {@link IllegalArgumentException} when the text has not the form of a code. */
  public ReferentielCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a référentiel's code is 1 to 40 upper-case letters, digits and hyphens");
    }
  }

  /** The code a text is; empty where it has not the form of one. */
  public static Optional<ReferentielCode> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ReferentielCode(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
