package fr.livret.evidence;

/**
 * Something that was touched.
 *
 * @param kind what was done
 * @param from the first position it was done to; of a checkpoint its size, of a key 0
 * @param to the last position
 * @param message a sentence for people
 */
public record Finding(Kind kind, long from, long to, String message) {

  /** What was done. */
  public enum Kind {
    /** An event is not the one that was stored. */
    CHANGED,
    /** Events are not there. */
    MISSING,
    /** Events were put between others, or where none belong. */
    INSERTED,
    /** Two events stand in each other's place. */
    SWAPPED,
    /** The log ends before the tree. */
    TRUNCATED,
    /** Log and tree end before a checkpoint that was issued. */
    ROLLED_BACK,
    /** Log and tree agree, and not with a checkpoint. */
    REWRITTEN,
    /** A hash of the tree is not the one that was stored; the events are right. */
    TREE_CHANGED,
    /** A state stands beside the events, from which it might be taken instead of from them. */
    SNAPSHOT,
    /** There are two different checkpoints of one size. */
    TWO_CHECKPOINTS,
    /** A checkpoint is in the database alone, or in the folder alone. */
    CHECKPOINT_MISSING,
    /** A checkpoint is not in the format of one, or not of the size it stands for. */
    MALFORMED,
    /** A checkpoint was signed by a key that is not known, or the database has such a key. */
    UNKNOWN_KEY,
    /** The signature of a checkpoint is wrong. */
    BAD_SIGNATURE,
    /** A checkpoint was signed by a key that had been replaced. */
    RETIRED_KEY
  }
}
