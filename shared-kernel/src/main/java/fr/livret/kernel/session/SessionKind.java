package fr.livret.kernel.session;

/** What a session decides on. */
public enum SessionKind {
  /** The title; a jury that refuses it may grant CCPs. */
  TITLE,
  /** Single CCPs, before a binôme or a jury. */
  CCP,
  /** A specialisation after the title. */
  CCS
}
