package fr.livret.query.reading;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * The key of the last item of a page, opaque to whoever holds it.
 *
 * @param parts of the key, in the order of the list
 */
public record Cursor(List<String> parts) {
  private static final String BETWEEN = "\n";

  public Cursor {
    parts = List.copyOf(parts);
  }

  /** The cursor of that key. */
  public static String of(Object... parts) {
    String key = String.join(BETWEEN, List.of(parts).stream().map(Object::toString).toList());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /** Throws {@link IllegalArgumentException} when the text is no cursor. */
  static Cursor read(String text) {
    String key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    if (key.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("no cursor holds a NUL");
    }
    return new Cursor(List.of(key.split(BETWEEN, -1)));
  }

  /** A part; throws {@link IllegalArgumentException} when the key has not that many. */
  public String part(int index, int of) {
    if (parts.size() != of) {
      throw new IllegalArgumentException("a key of " + parts.size() + " parts, not " + of);
    }
    return parts.get(index);
  }

  /** The day that part names; throws {@link IllegalArgumentException} when it names none. */
  public LocalDate day(int index, int of) {
    String text = part(index, of);
    // A longer year would be a day PostgreSQL does not know.
    if (text.length() != 10) {
      throw new IllegalArgumentException("no day");
    }
    return LocalDate.parse(text);
  }

  /** The whole number that part names; throws {@link IllegalArgumentException} if it names none. */
  public long number(int index, int of) {
    long number = Long.parseLong(part(index, of));
    if (number < 0) {
      throw new IllegalArgumentException("no number");
    }
    return number;
  }

  /** The id that part names; throws {@link IllegalArgumentException} when it names none. */
  public UUID id(int index, int of) {
    return UUID.fromString(part(index, of));
  }
}
