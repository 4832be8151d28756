package fr.livret.query.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column: its name, its PostgreSQL type, and its value in the text form PostgreSQL reads.
 *
 * @param <T> what the value is taken from
 */
public record Column<T>(String name, String type, Function<T, @Nullable String> value) {

  /** Text. PostgreSQL keeps no NUL character: the replacement character stands for it. */
  public static <T> Column<T> text(String name, Function<T, @Nullable String> value) {
    return new Column<>(name, "text", row -> withoutNul(value.apply(row)));
  }

  /** A whole number. */
  public static <T> Column<T> number(String name, Function<T, @Nullable Number> value) {
    return new Column<>(name, "bigint", row -> written(value.apply(row)));
  }

  /** True or false. */
  public static <T> Column<T> flag(String name, Function<T, Boolean> value) {
    return new Column<>(name, "boolean", row -> written(value.apply(row)));
  }

  /** A calendar day. */
  public static <T> Column<T> day(String name, Function<T, @Nullable LocalDate> value) {
    return new Column<>(name, "date", row -> written(value.apply(row)));
  }

  /** An instant, to the microsecond. */
  public static <T> Column<T> instant(String name, Function<T, Instant> value) {
    return new Column<>(name, "timestamptz", row -> written(value.apply(row)));
  }

  /** An id. */
  public static <T> Column<T> uuid(String name, Function<T, UUID> value) {
    return new Column<>(name, "uuid", row -> written(value.apply(row)));
  }

  /** JSON, kept as it is written: what type {@code jsonb} would refuse or reorder stays. */
  public static <T> Column<T> json(String name, Function<T, @Nullable String> value) {
    return new Column<>(name, "json", value);
  }

  /** JSON that SQL looks into; no text in it may hold a NUL character. */
  public static <T> Column<T> searchableJson(String name, Function<T, @Nullable String> value) {
    return new Column<>(name, "jsonb", value);
  }

  private static @Nullable String written(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String withoutNul(@Nullable String text) {
    return text == null ? null : text.replace('\0', '\uFFFD');
  }
}
