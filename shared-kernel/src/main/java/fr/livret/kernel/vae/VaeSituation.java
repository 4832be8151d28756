package fr.livret.kernel.vae;

/** Where an application stands. */
public enum VaeSituation {
  /** Filed, and not known to be complete. */
  FILED,
  /** Something is missing, which the candidate was asked for. */
  SUPPLEMENT_REQUESTED,
  /** Complete, and undecided. */
  COMPLETE,
  GRANTED,
  REFUSED,
  /** Granted, and ended unused. */
  LAPSED
}
