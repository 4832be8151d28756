package fr.livret.kernel.training;

/** How a training ended. */
public enum Outcome {
  COMPLETED,
  ABANDONED
}
