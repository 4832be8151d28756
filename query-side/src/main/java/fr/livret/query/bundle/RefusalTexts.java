package fr.livret.query.bundle;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Why a command was refused, in a few French words for each reason. */
final class RefusalTexts {
  private final Properties texts = new Properties();

  RefusalTexts() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(RefusalTexts.class.getResourceAsStream("refusals.properties")),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words for a reason; the reason itself where it has been given up since. */
  String of(String code) {
    return texts.getProperty(code, code);
  }
}
