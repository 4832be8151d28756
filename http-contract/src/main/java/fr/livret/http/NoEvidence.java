package fr.livret.http;

/** Proofs are asked for of an event log of which none are kept. */
public final class NoEvidence extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** With a sentence that says why. */
  public NoEvidence(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Why there is none, as a sentence. */
  public String reason() {
    return reason;
  }
}
