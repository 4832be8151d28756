package fr.livret.query.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text as it is searched: without case, accents and other marks, and without the signs that only
 * direct or join what is written. Whatever else there is stays, emoji and any script included.
 */
public final class SearchText {
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}\\p{Cc}]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** Letters that no decomposition takes apart, though people search them so. */
  private static final Map<String, String> LETTERS =
      Map.of("ß", "ss", "œ", "oe", "æ", "ae", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th");

  private SearchText() {}

  /** The text as it is searched. */
  public static String of(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    plain = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      plain = plain.replace(letter.getKey(), letter.getValue());
    }
    String searched = SPACES.matcher(plain).replaceAll(" ").strip();
    // Of marks alone something must stay, or they would be found everywhere.
    return searched.isEmpty() ? text.strip() : searched;
  }

  /** A LIKE pattern for each word of what is sought. */
  public static List<String> patterns(String sought) {
    List<String> patterns = new ArrayList<>();
    for (String word : of(sought).split(" ", -1)) {
      if (!word.isEmpty()) {
        patterns.add("%" + escaped(word) + "%");
      }
    }
    return patterns;
  }

  /** A LIKE pattern for what starts so. */
  public static String prefix(String start) {
    return escaped(of(start)) + "%";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
