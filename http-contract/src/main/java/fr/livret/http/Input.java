package fr.livret.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of a body and collects everything that is wrong, so that one answer names it
 * all:
 *
 * <pre>{@code
 * var in = Input.check();
 * var familyName = in.name("familyName", body.familyName());
 * var birthDate = in.required("birthDate", body.birthDate());
 * in.each("evaluators", body.evaluators(), (at, it) -> at.required("role", it.role()));
 * in.orThrow();
 * }</pre>
 *
 * What a check returns may be used once {@link #orThrow} has passed, not before: where the field is
 * wrong it is not what its type says.
 */
public final class Input {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,59}");

  private final String prefix;
  private final List<FieldError> errors;

  private Input(String prefix, List<FieldError> errors) {
    this.prefix = prefix;
    this.errors = errors;
  }

  /** A check of one body. */
  public static Input check() {
    return new Input("", new ArrayList<>());
  }

  /** A value that must be there. */
  @SuppressWarnings(
      "NullAway") // By the contract of this class: an absent value never gets past orThrow.
  public <T> T required(String field, @Nullable T value) {
    if (value == null) {
      refuse(field, "is required");
    }
    return value;
  }

  /** A person's name: one line of 1 to 200 characters, kept exactly as given. */
  public String name(String field, @Nullable String value) {
    return line(field, value, 200, true);
  }

  /** One line of text that must be there and not be blank, kept exactly as given. */
  public String text(String field, @Nullable String value, int atMost) {
    return line(field, value, atMost, false);
  }

  /** One line of text that may be absent but not blank. */
  public Optional<String> optionalText(String field, @Nullable String value, int atMost) {
    return value == null ? Optional.empty() : Optional.of(text(field, value, atMost));
  }

  /** Text of several lines that must be there and not be blank. */
  public String prose(String field, @Nullable String value, int atMost) {
    String given = required(field, value);
    if (value != null) {
      Texts.flawOfProse(value, atMost).ifPresent(flaw -> refuse(field, flaw));
    }
    return given;
  }

  /** A code, as in {@code AMIS-2013} or {@code EFA}: 1 to 60 ASCII letters, digits, _ . - */
  public String code(String field, @Nullable String value) {
    return matching(field, value, CODE, "must be a code: ASCII letters, digits, _ . or -");
  }

  /** A text of this form. */
  public String matching(String field, @Nullable String value, Pattern form, String message) {
    String given = required(field, value);
    if (value != null && !form.matcher(value).matches()) {
      refuse(field, message);
    }
    return given;
  }

  /** A day, which must be between 1900 and 2200. */
  public LocalDate date(String field, @Nullable LocalDate value) {
    LocalDate given = required(field, value);
    if (value != null) {
      Days.flaw(value).ifPresent(flaw -> refuse(field, flaw));
    }
    return given;
  }

  /** A day that may be absent. */
  public Optional<LocalDate> optionalDate(String field, @Nullable LocalDate value) {
    return value == null ? Optional.empty() : Optional.of(date(field, value));
  }

  /** A whole number from {@code least} to {@code most}. */
  public int whole(String field, @Nullable Integer value, int least, int most) {
    int given = value == null ? least : value;
    if (required(field, value) != null && (given < least || given > most)) {
      refuse(field, "must be from " + least + " to " + most);
    }
    return given;
  }

  /** A whole number that may be absent. */
  public OptionalInt optionalWhole(String field, @Nullable Integer value, int least, int most) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(whole(field, value, least, most));
  }

  /** A number from {@code least} to {@code most} with at most six decimals. */
  public BigDecimal number(String field, @Nullable BigDecimal value, long least, long most) {
    BigDecimal given = required(field, value);
    if (value != null
        && (value.compareTo(BigDecimal.valueOf(least)) < 0
            || value.compareTo(BigDecimal.valueOf(most)) > 0
            || value.scale() > 6)) {
      refuse(field, "must be from " + least + " to " + most + ", with six decimals at most");
    }
    return given;
  }

  /** A list that must be there, of {@code least} to {@code most} values, none of them null. */
  public <T> List<T> list(
      String field, @Nullable List<? extends @Nullable T> values, int least, int most) {
    required(field, values);
    if (values == null) {
      return List.of();
    }
    if (values.size() < least || values.size() > most) {
      refuse(field, "must have " + least + " to " + most + " values, not " + values.size());
    }
    List<T> given = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      T value = values.get(i);
      if (value == null) {
        refuse(field + "[" + i + "]", "is required");
      } else {
        given.add(value);
      }
    }
    return List.copyOf(given);
  }

  /** A list of codes as in {@link #code}, which may be absent: it is empty then. */
  public List<String> codes(String field, @Nullable List<? extends @Nullable String> values) {
    if (values == null) {
      return List.of();
    }
    List<String> given = list(field, values, 0, 200);
    numbered(field, values, this::code);
    return given;
  }

  /** A list of names as in {@link #name}, of {@code least} to {@code most}. */
  public List<String> names(
      String field, @Nullable List<? extends @Nullable String> values, int least, int most) {
    List<String> given = list(field, values, least, most);
    numbered(field, values, this::name);
    return given;
  }

  /** Checks each text under its own number; one that is missing has been named by {@link #list}. */
  private void numbered(
      String field,
      @Nullable List<? extends @Nullable String> values,
      BiConsumer<String, String> check) {
    for (int i = 0; values != null && i < values.size(); i++) {
      String value = values.get(i);
      if (value != null) {
        check.accept(field + "[" + i + "]", value);
      }
    }
  }

  /** Checks the fields of one object inside the body. */
  public Input in(String field) {
    return new Input(prefix + field + ".", errors);
  }

  /** Checks each object of a list; where one is missing, {@link #list} says so. */
  public <T> void each(
      String field,
      @Nullable Collection<? extends @Nullable T> values,
      BiConsumer<Input, ? super T> check) {
    if (values == null) {
      return;
    }
    int i = 0;
    for (T value : values) {
      if (value != null) {
        check.accept(in(field + "[" + i + "]"), value);
      }
      i++;
    }
  }

  /** Says what else is wrong with a field. The message never quotes a name or other free text. */
  public void refuse(String field, String message) {
    errors.add(new FieldError(prefix + field, message));
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

  private String line(String field, @Nullable String value, int atMost, boolean ofName) {
    String given = required(field, value);
    if (value != null) {
      var flaw = ofName ? Texts.flawOfName(value, atMost) : Texts.flawOfLine(value, atMost);
      flaw.ifPresent(it -> refuse(field, it));
    }
    return given;
  }
}
