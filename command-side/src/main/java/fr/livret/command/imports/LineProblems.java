package fr.livret.command.imports;

import fr.livret.http.FieldError;
import fr.livret.http.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reasons for which a line is refused that no single request knows. */
final class LineProblems {
  private LineProblems() {}

  static Problem keyTaken(long by) {
    String message = "is the key of line " + by + " already";
    return problem(
        "KEY_TAKEN",
        400,
        "Two lines have one key",
        "This key " + message + ".",
        List.of(new FieldError("key", message)),
        Map.of("lineOfKey", by));
  }

  static Problem sameAs(long line) {
    return problem(
        "KEY_TAKEN",
        400,
        "Two lines have one key",
        "It is the same as line " + line + ": where both are meant, give each a key.",
        List.of(new FieldError("key", "is needed: line " + line + " is the same")),
        Map.of("lineOfKey", line));
  }

  static Problem changed(@Nullable String id) {
    return problem(
        "LINE_CHANGED",
        422,
        "This key was imported with another content",
        "What it was imported with stands: an import changes nothing. Give the new content a new"
            + " key, or the import a new name.",
        null,
        id == null ? Map.of() : Map.of("id", id));
  }

  static Problem dangling(List<FieldError> errors) {
    return problem(
        "MALFORMED",
        400,
        "The request is malformed",
        "It refers to a line that is not there.",
        errors,
        Map.of());
  }

  static Problem refersToRefused(String key, long line) {
    return problem(
        "REFERENCE_REFUSED",
        424,
        "The line this one refers to was not accepted",
        "Line " + line + " was not accepted, so that there is nothing to refer to.",
        null,
        Map.of("ref", key, "lineOfRef", line));
  }

  static Problem tooManyToRehearse(long most) {
    return problem(
        "DRY_RUN_TOO_LONG",
        413,
        "The dry run is too long",
        "A dry run has at most " + most + " lines: rehearse the file in parts.",
        null,
        Map.of());
  }

  private static Problem problem(
      String code,
      int status,
      String title,
      String detail,
      @Nullable List<FieldError> errors,
      Map<String, Object> facts) {
    return new Problem(
        "urn:livret:problem:" + code, title, status, detail, code, null, errors, facts);
  }
}
