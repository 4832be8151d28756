package fr.livret.query.training;

/** Where a training stands. */
public enum TrainingStatus {
  IN_TRAINING,
  COMPLETED,
  ABANDONED
}
