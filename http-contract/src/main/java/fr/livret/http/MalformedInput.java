package fr.livret.http;

import java.util.List;

/** A request that says nothing a rule could be applied to. It is answered 400. */
public final class MalformedInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  /** With everything that is wrong, one at least. */
  public MalformedInput(List<FieldError> errors) {
    super("malformed: " + errors.stream().map(FieldError::field).toList());
    this.errors = List.copyOf(errors);
  }

  /** With the one field that is wrong. */
  public MalformedInput(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  /** Everything that is wrong. */
  public List<FieldError> errors() {
    return errors;
  }
}
