package fr.livret.query.reading;

/** Words every read uses alike. */
public final class Shown {
  /** What stands where personal data stood, once the person's key is destroyed. */
  public static final String ERASED = "effacé";

  private Shown() {}
}
