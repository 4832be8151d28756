package fr.livret.http;

/** What is stored contradicts what was signed about it: no proof can be given of either. */
public final class EvidenceContradicted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;

  /** With a sentence that names what contradicts what. */
  public EvidenceContradicted(String what) {
    super(what);
    this.what = what;
  }

  /** What contradicts what, as a sentence. */
  public String what() {
    return what;
  }
}
