package fr.livret.form.law;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A value as it stands in a text, YAML or JSON alike, with the line it begins on. */
sealed interface Written {
  int line();

  /** What it is, for a message. */
  default String kind() {
    return switch (this) {
      case Text _ -> "a text";
      case Number number -> number.whole() ? "a whole number" : "a number";
      case Flag _ -> "true or false";
      case Nothing _ -> "null";
      case Items _ -> "a list";
      case Fields _ -> "a group of fields";
    };
  }

  record Text(String value, int line) implements Written {}

  record Number(BigDecimal value, int line) implements Written {
    boolean whole() {
      return value.scale() <= 0;
    }
  }

  record Flag(boolean value, int line) implements Written {}

  record Nothing(int line) implements Written {}

  record Items(List<Written> values, int line) implements Written {}

  /** Fields by name, in the order of the text. */
  record Fields(Map<String, Field> values, int line) implements Written {}

  /** A field: its line is that of its name. */
  record Field(Written value, int line) {}
}
