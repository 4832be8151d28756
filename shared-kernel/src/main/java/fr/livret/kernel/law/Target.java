package fr.livret.kernel.law;

/** What must happen inside the capitalisation window. */
public enum Target {
  /** All CCPs are obtained; the title may follow later. */
  ALL_CCPS,
  /** The title itself is obtained. */
  TITLE
}
