package fr.livret.http;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as requests write them: {@code yyyy-MM-dd}, from 1900 to 2200, and nothing looser. */
final class Days {
  static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  static final LocalDate LAST = LocalDate.of(2200, 12, 31);
  private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private Days() {}

  static Optional<String> flaw(LocalDate day) {
    return day.isBefore(FIRST) || day.isAfter(LAST)
        ? Optional.of("must be from " + FIRST + " to " + LAST)
        : Optional.empty();
  }

  /**
   * The day a text names.
   *
   * @throws IllegalArgumentException whose message says what is expected
   */
  static LocalDate parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("must be a day as yyyy-MM-dd");
    }
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new IllegalArgumentException(text + " is not a day of the calendar");
    }
    flaw(day)
        .ifPresent(flaw -> {
          throw new IllegalArgumentException(flaw);
        });
    return day;
  }
}
