package fr.livret.eventstore.crash;

/** What is done wrongly on purpose: a proof that finds nothing then proves nothing. */
enum Breakage {
  NONE,
  /** A writer acknowledges before the store has. */
  EARLY_ACKNOWLEDGEMENT,
  /** A reader notes where it will be before it has read that far. */
  HASTY_READER
}
