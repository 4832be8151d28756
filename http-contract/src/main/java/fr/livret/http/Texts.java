package fr.livret.http;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Which texts are kept, and then exactly as given: neither trimmed nor normalised. Whatever a
 * person may be called passes: any script, combining marks, emoji. What passes no further is what
 * no database, document or reader could keep or show faithfully.
 */
final class Texts {
  private Texts() {}

  /**
   * In a name the marks that override the direction of writing are refused too: in a list or on a
   * parchemin they would turn round the words of others, and no script needs them to be written.
   */
  static Optional<String> flawOfName(String text, int atMost) {
    return flaw(text, atMost, it -> control(it) || directionOverride(it));
  }

  static Optional<String> flawOfLine(String text, int atMost) {
    return flaw(text, atMost, Texts::control);
  }

  static Optional<String> flawOfProse(String text, int atMost) {
    return flaw(text, atMost, it -> control(it) && it != '\n' && it != '\r' && it != '\t');
  }

  private static Optional<String> flaw(String text, int atMost, IntPredicate refused) {
    if (blank(text)) {
      return Optional.of("must not be blank");
    }
    if (text.codePointCount(0, text.length()) > atMost) {
      return Optional.of("must have at most " + atMost + " characters");
    }
    return text.codePoints()
        .filter(refused.or(Texts::noCharacter))
        .mapToObj(it -> "must not contain the character U+%04X".formatted(it))
        .findFirst();
  }

  /** Of spaces of any width and marks without a width, nothing can be read. */
  private static boolean blank(String text) {
    return text.codePoints()
        .allMatch(it ->
            Character.isWhitespace(it)
                || Character.isSpaceChar(it)
                || Character.getType(it) == Character.FORMAT);
  }

  private static boolean control(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  /** Half a surrogate pair, or one of the 66 code points that are no characters for ever. */
  private static boolean noCharacter(int point) {
    return Character.getType(point) == Character.SURROGATE
        || (point >= 0xFDD0 && point <= 0xFDEF)
        || (point & 0xFFFE) == 0xFFFE;
  }

  private static boolean directionOverride(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }
}
