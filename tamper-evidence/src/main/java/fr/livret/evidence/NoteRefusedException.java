package fr.livret.evidence;

/** A signed note proves nothing. The message says why. */
public final class NoteRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a note is refused. */
  public enum Reason {
    /** It is not in the format, or says nothing of a tree. */
    MALFORMED,
    /** No key that is known has signed it. */
    UNKNOWN_KEY,
    /** It carries the name of a known key, which did not sign it. */
    BAD_SIGNATURE,
    /** The one known key that signed it had been replaced before. */
    RETIRED_KEY
  }

  private final Reason reason;

  NoteRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
