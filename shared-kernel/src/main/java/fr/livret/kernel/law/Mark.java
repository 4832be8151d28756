package fr.livret.kernel.law;

/** How surely a rule is known to be the law. Only {@link #SEEN} may be presented as settled law. */
public enum Mark {
  /** The text itself was seen. */
  SEEN("S"),
  /** Known from a secondary source only. */
  SECONDARY("2"),
  /** Our recorded reading where the texts are silent or disagree. */
  READING("R");

  private final String sign;

  Mark(String sign) {
    this.sign = sign;
  }

  /** The sign used in files and answers: S, 2 or R. */
  public String sign() {
    return sign;
  }
}
