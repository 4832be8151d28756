package fr.livret.command.imports;

import fr.livret.http.FieldError;
import java.util.List;

/** What stands on a line of a file, before anything is made of it. */
public sealed interface Entry {

  /** Its line in the file, from 1. */
  long line();

  /** A line of NDJSON, not read yet. */
  record Json(long line, byte[] json) implements Entry {}

  /** A line translated from another form. */
  record Ready(long line, ImportLine content) implements Entry {}

  /** What cannot be a line at all, and why. */
  record Flawed(long line, List<FieldError> errors) implements Entry {
    public Flawed {
      errors = List.copyOf(errors);
    }

    static Flawed of(long line, String field, String message) {
      return new Flawed(line, List.of(new FieldError(field, message)));
    }
  }
}
