package fr.livret.eventstore;

/** What became of an append. */
sealed interface Outcome {

  /**
   * It is durable.
   *
   * @param first the position of its first event; the others follow without a gap
   */
  record Stored(long first) implements Outcome {}

  /**
   * Nothing of it is stored: somebody else wrote in its stream first.
   *
   * @param event the place in the append of the event that came second
   */
  record Lost(int event) implements Outcome {}

  /**
   * It is not known to be stored.
   *
   * @param why says whether it is known not to be
   */
  record Failed(RuntimeException why) implements Outcome {}
}
