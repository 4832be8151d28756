package fr.livret.kernel.training;

/** What an in-training assessment (EFA) found. */
public enum EfaResult {
  ACQUIRED,
  NOT_ACQUIRED
}
