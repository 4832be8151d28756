package fr.livret.kernel.vae;

/** What becomes of an application, by decision or by silence. */
public enum VaeOutcome {
  GRANTED,
  REFUSED
}
