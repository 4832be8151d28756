package fr.livret.form.event;

/**
 * A stored fact or decision is not what its type and revision say; the message names type and
 * field.
 */
public final class UnreadableEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Of that reason. */
  public UnreadableEvent(String message) {
    super(message);
  }

  /** Of that reason, found by that failure. */
  public UnreadableEvent(String message, Throwable cause) {
    super(message, cause);
  }
}
