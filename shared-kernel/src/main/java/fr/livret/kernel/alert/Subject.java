package fr.livret.kernel.alert;

/** What can end. */
public enum Subject {
  /** A capitalisation window. */
  WINDOW,
  /** A recevabilité, or the time it leaves for a start. */
  RECEVABILITE,
  /** A certificate a title may require, such as the SST. */
  CERTIFICATE
}
