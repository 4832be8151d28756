package fr.livret.http;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Says which field of a JSON body is wrong and what is expected there. Jackson's own messages quote
 * what was sent, which may be a name: they are not used.
 */
final class JsonFaults {
  private static final int LONGEST_ECHO = 40;

  private JsonFaults() {}

  static List<FieldError> of(JacksonException fault) {
    String message = message(fault);
    return List.of(new FieldError(path(fault.getPath()), message));
  }

  private static String message(JacksonException fault) {
    return switch (fault) {
      case UnrecognizedPropertyException _ -> "is not a field of this request";
      case InvalidFormatException format -> expected(format);
      case MismatchedInputException trailing when trailing(trailing) -> "is more than one value";
      case MismatchedInputException mismatch -> "must be " + named(mismatch.getTargetType());
      case StreamConstraintsException _ ->
          "is beyond what is read here: texts of "
              + HttpJson.LONGEST_TEXT
              + " characters, numbers of 40 digits, 40 levels"
              + at(fault.getLocation());
      case UnexpectedEndOfInputException _ -> "ends too early" + at(fault.getLocation());
      case InputCoercionException _ -> "must be a whole number in range";
      case StreamReadException read when duplicate(read) ->
          "has the same field twice" + at(fault.getLocation());
      case StreamReadException _ -> "is not JSON" + at(fault.getLocation());
      default -> "is not accepted here";
    };
  }

  private static boolean duplicate(StreamReadException read) {
    return read.getOriginalMessage().startsWith("Duplicate Object property");
  }

  private static boolean trailing(MismatchedInputException mismatch) {
    return mismatch.getOriginalMessage().startsWith("Trailing token");
  }

  /** What was sent is quoted for days, numbers and words of a fixed list only. */
  private static String expected(InvalidFormatException format) {
    Class<?> type = format.getTargetType();
    if (type == LocalDate.class) {
      return format.getOriginalMessage();
    }
    if (type != null && type.isEnum()) {
      return quoted(format.getValue()) + "must be one of " + words(type);
    }
    return "must be " + named(type);
  }

  private static String words(Class<?> type) {
    return String.join(
        ", ", Arrays.stream(type.getEnumConstants()).map(it -> ((Enum<?>) it).name()).toList());
  }

  private static String quoted(@Nullable Object value) {
    return value == null ? "" : "'" + echo(value.toString()) + "' is not known: ";
  }

  /** At most 40 characters, those that could disturb a log or a screen replaced. */
  static String echo(String text) {
    int end =
        text.offsetByCodePoints(0, Math.min(LONGEST_ECHO, text.codePointCount(0, text.length())));
    String shown = text.substring(0, end).replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]", "?");
    return end < text.length() ? shown + "..." : shown;
  }

  static String named(@Nullable Class<?> type) {
    if (type == null || type == Object.class) {
      return "of another type";
    } else if (type == String.class) {
      return "a text";
    } else if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    } else if (type == LocalDate.class) {
      return "a day as yyyy-MM-dd";
    } else if (type == UUID.class) {
      return "an id";
    } else if (type == BigDecimal.class || type == double.class || type == Double.class) {
      return "a number";
    } else if (whole(type)) {
      return "a whole number in range";
    } else if (type.isEnum()) {
      return "one of " + words(type);
    } else if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    return "an object";
  }

  private static boolean whole(Class<?> type) {
    return type == int.class
        || type == Integer.class
        || type == long.class
        || type == Long.class
        || type == BigInteger.class;
  }

  private static String at(@Nullable TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String path(List<JacksonException.Reference> path) {
    var text = new StringBuilder();
    for (JacksonException.Reference step : path) {
      String name = step.getPropertyName();
      if (name == null) {
        text.append('[').append(step.getIndex()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(echo(name));
      }
    }
    return text.isEmpty() ? "body" : text.toString();
  }
}
