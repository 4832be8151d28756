package fr.livret.eventstore.zeroskip;

/** What a store did that it must not do. */
record Finding(Kind kind, String what) {

  enum Kind {
    /** A reader never saw an event that is committed. */
    SKIPPED,
    /** A reader that began at the head never saw an event that was committed after it began. */
    SKIPPED_FROM_THE_HEAD,
    /** A reader saw an event twice. */
    DOUBLED,
    /** A reader saw an event that is not committed. */
    UNCOMMITTED,
    /** A reader saw events in another order than that of their commits, or at other positions. */
    DISORDERED,
    /** There is a gap between positions. */
    GAP,
    /** An append was acknowledged, and an event of it is missing. */
    LOST,
    /** An append was refused, and an event of it is there. */
    STORED_THOUGH_REFUSED,
    /** Events of one append are not together. */
    TORN,
    /** An append was told something else than what had to happen to it. */
    WRONG_ANSWER
  }

  @Override
  public String toString() {
    return kind + ": " + what;
  }
}
