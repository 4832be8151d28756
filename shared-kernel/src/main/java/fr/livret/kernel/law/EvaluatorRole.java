package fr.livret.kernel.law;

/** What an evaluator of a CCP is. */
public enum EvaluatorRole {
  /** A professional of the occupation, member of the title's jury. */
  PROFESSIONAL,
  /** A trainer of the specialty. */
  TRAINER
}
