package fr.livret.query.reading;

import fr.livret.http.FieldError;
import fr.livret.http.MalformedInput;
import fr.livret.kernel.law.Days;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a read. Everything that is wrong with them is collected and refused at once; a
 * parameter the read does not know is refused too, since an answer that ignored it would pass for
 * one that obeyed it.
 */
public final class Asked {
  private static final int LONGEST = 200;
  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 500;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final Map<String, List<String>> given;
  private final List<FieldError> errors = new ArrayList<>();

  private Asked(Map<String, List<String>> given) {
    this.given = given;
  }

  /**
   * What a request asks.
   *
   * @param given every parameter of the request
   * @param known the names this read knows
   */
  public static Asked of(Map<String, List<String>> given, Set<String> known) {
    Asked asked = new Asked(given);
    for (Map.Entry<String, List<String>> one : given.entrySet()) {
      if (!known.contains(one.getKey())) {
        asked.refuse(
            shortened(one.getKey()),
            "is not known here; known are " + known.stream().sorted().toList());
      } else if (one.getValue().size() > 1) {
        asked.refuse(one.getKey(), "is given more than once");
      }
    }
    return asked;
  }

  private static String shortened(String name) {
    String printable = name.replaceAll("[^\\x20-\\x7E]", "?");
    return printable.length() <= 60 ? printable : printable.substring(0, 60);
  }

  /** A text of 1 to 200 characters without control characters; empty without the parameter. */
  public Optional<String> text(String name) {
    return value(
        name,
        text ->
            text.codePointCount(0, text.length()) <= LONGEST
                    && text.codePoints().noneMatch(Character::isISOControl)
                ? text
                : null,
        "must have at most " + LONGEST + " characters, none of them a control character");
  }

  /** A day from 1900 to 2200. */
  public Optional<LocalDate> day(String name) {
    return value(
        name,
        Asked::possibleDay,
        "must be a day as yyyy-MM-dd, from " + Days.FIRST + " to " + Days.LAST);
  }

  private static @Nullable LocalDate possibleDay(String text) {
    if (!DAY.matcher(text).matches()) {
      return null;
    }
    LocalDate day = LocalDate.parse(text);
    return day.isBefore(Days.FIRST) || day.isAfter(Days.LAST) ? null : day;
  }

  /** One of the constants, by its name. */
  public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> constants) {
    return value(
        name,
        text ->
            Arrays.stream(constants.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElse(null),
        "must be one of "
            + Arrays.stream(constants.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.joining(", ")));
  }

  /** An id. */
  public Optional<UUID> id(String name) {
    return value(
        name,
        text -> UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null,
        "must be an id, as in 0f8fad5b-d9cb-469f-a165-70867728950e");
  }

  /** A number from 1 on. */
  public Optional<Integer> number(String name) {
    return value(
        name,
        text -> NUMBER.matcher(text).matches() && !text.equals("0") ? Integer.valueOf(text) : null,
        "must be a number from 1 on");
  }

  /** How many items a page may have: 50 without the parameter, 500 at most. */
  public int limit() {
    return value(
            "limit",
            text -> {
              int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
              return limit >= 1 && limit <= HIGHEST_LIMIT ? limit : null;
            },
            "must be a number from 1 to " + HIGHEST_LIMIT)
        .orElse(DEFAULT_LIMIT);
  }

  /** After which item the page begins, from the key it was made of. */
  public <K> Optional<K> after(Function<Cursor, K> key) {
    return value(
        "after", text -> key.apply(Cursor.read(text)), "must be the cursor of a page before");
  }

  /** A moment of knowledge: an instant, or a day, which means its end. */
  public Optional<Instant> instant(String name) {
    return value(
        name,
        Asked::knownAt,
        "must be an instant as yyyy-MM-ddThh:mm:ssZ, or a day, which means its end");
  }

  /** For which day, and by what was known when, a read is asked. */
  public Moment moment(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Days.PARIS);
    LocalDate effectiveOn = day("effectiveOn").orElse(today);
    Optional<Instant> knownAt = instant("knownAt");
    return new Moment(effectiveOn, knownAt.orElse(now), knownAt.isPresent());
  }

  /** The same for a list; empty where neither is given: it is shown as announced then. */
  public Optional<Moment> momentIfGiven(Instant now) {
    Moment moment = moment(now);
    return given("effectiveOn").or(() -> given("knownAt")).map(_ -> moment);
  }

  private static @Nullable Instant knownAt(String text) {
    if (text.length() > 10) {
      Instant instant = Instant.parse(text);
      // Beyond these nothing was ever stored, and PostgreSQL has no name for the day.
      boolean possible =
          !instant.isBefore(Days.FIRST.atStartOfDay(Days.PARIS).toInstant())
              && instant.isBefore(Days.LAST.plusDays(1).atStartOfDay(Days.PARIS).toInstant());
      return possible ? instant : null;
    }
    @Nullable LocalDate day = possibleDay(text);
    return day == null ? null : day.plusDays(1).atStartOfDay(Days.PARIS).toInstant().minusNanos(1);
  }

  /** Says what else is wrong. */
  public void refuse(String name, String message) {
    errors.add(new FieldError(name, message));
  }

  /**
   * Passes where nothing was wrong.
   *
   * @throws MalformedInput with everything that was
   */
  public void orThrow() {
    if (!errors.isEmpty()) {
      throw new MalformedInput(errors);
    }
  }

  /** The id in a path like {@code /api/paths/<id>}; empty if it is none: nothing is there then. */
  public static Optional<UUID> idInPath(String id) {
    return UUID_FORM.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
  }

  /** The version a header {@code X-After-Version} asks to see; empty without the header. */
  public static OptionalLong afterVersion(@Nullable String header) {
    if (header == null) {
      return OptionalLong.empty();
    }
    String digits = header.strip();
    if (!NUMBER.matcher(digits).matches()) {
      throw new MalformedInput("X-After-Version", "must be one version, as in 3");
    }
    return OptionalLong.of(Long.parseLong(digits));
  }

  /** An empty parameter is what a form sends for a field left empty. */
  private Optional<String> given(String name) {
    return given.getOrDefault(name, List.of()).stream()
        .limit(1)
        .filter(it -> !it.isEmpty())
        .findFirst();
  }

  private <T> Optional<T> value(
      String name, Function<String, @Nullable T> reader, String expected) {
    Optional<String> text = given(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    @Nullable T value;
    try {
      value = reader.apply(text.get());
    } catch (IllegalArgumentException | DateTimeException _) {
      value = null;
    }
    if (value == null) {
      refuse(name, expected);
    }
    return Optional.ofNullable(value);
  }
}
