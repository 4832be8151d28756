package fr.livret.kernel.session;

/** What an appeal comes to. */
public enum AppealOutcome {
  GRANTED,
  REJECTED,
  /** Whoever appealed gave it up. */
  WITHDRAWN
}
