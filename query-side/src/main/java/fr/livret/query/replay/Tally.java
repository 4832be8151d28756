package fr.livret.query.replay;

/**
 * How many of each there were.
 *
 * @param events read
 * @param same decisions
 * @param different decisions
 * @param notReplayed decisions
 * @param unrecorded facts that no decision accounts for: those from before decisions were kept
 */
record Tally(long events, long same, long different, long notReplayed, long unrecorded) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  long decisions() {
    return same + different + notReplayed;
  }

  Tally plus(Tally other) {
    return new Tally(
        events + other.events,
        same + other.same,
        different + other.different,
        notReplayed + other.notReplayed,
        unrecorded + other.unrecorded);
  }
}
