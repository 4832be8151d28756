package fr.livret.command.dispatch;

import fr.livret.kernel.decision.LawNames;

/**
 * What a decision met, whatever came of it.
 *
 * @param facts how many there were of its aggregate
 * @param laws under which it was decided; {@link LawNames#NONE} where it did not come to that
 */
record Met(long facts, LawNames laws) {
  /** Nothing is recorded of its aggregate. */
  static final Met NOTHING = new Met(0, LawNames.NONE);
}
