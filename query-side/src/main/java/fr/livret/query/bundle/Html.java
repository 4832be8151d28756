package fr.livret.query.bundle;

import fr.livret.kernel.law.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Texts and dates as the page writes them. */
final class Html {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'à' HH 'h' mm", Locale.FRENCH);
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter SHORT_TIME =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

  private Html() {}

  /** A text, whatever is in it. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** As in {@code 10 mars 2014}; the first of a month as {@code 1er}. */
  static String day(LocalDate day) {
    String written = DAY.format(day);
    return day.getDayOfMonth() == 1 ? "1er" + written.substring(1) : written;
  }

  /** As in {@code 10/03/2014}. */
  static String shortDay(LocalDate day) {
    return SHORT.format(day);
  }

  /** In Paris, to the minute. */
  static String time(Instant instant) {
    return TIME.format(instant.atZone(Days.PARIS));
  }

  /** In Paris, to the second. */
  static String shortTime(Instant instant) {
    return SHORT_TIME.format(instant.atZone(Days.PARIS));
  }
}
