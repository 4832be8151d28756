package fr.livret.query.audit;

/** What a decision came to. */
enum Outcome {
  /** Facts follow from it. */
  ACCEPTED,
  /** A rule refused the command. */
  REFUSED,
  /** What was asked for stood already. */
  NO_EFFECT
}
