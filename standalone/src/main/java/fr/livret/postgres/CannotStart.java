package fr.livret.postgres;

import org.jspecify.annotations.Nullable;

/** Why the product's own PostgreSQL cannot serve, and what the person at the keyboard can do. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  CannotStart(String reason, String remedy) {
    this(reason, remedy, null);
  }

  CannotStart(String reason, String remedy, @Nullable Throwable cause) {
    super(reason, cause);
    this.remedy = remedy;
  }

  /** What is wrong. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
