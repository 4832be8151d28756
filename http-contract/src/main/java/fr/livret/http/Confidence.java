package fr.livret.http;

/** How sure one may be of what an old document says. */
public enum Confidence {
  /** It says so plainly. */
  CERTAIN,
  /** It says so as far as it can be read. */
  PROBABLE,
  /** It may say so. */
  UNCERTAIN
}
