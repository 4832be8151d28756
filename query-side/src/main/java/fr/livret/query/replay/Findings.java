package fr.livret.query.replay;

import java.util.ArrayList;
import java.util.List;

/** What was found in a portion of the log. */
final class Findings {
  private final boolean keepSame;
  private final List<Verdict> verdicts = new ArrayList<>();
  private Tally tally = Tally.NONE;

  /**
   * Of nothing yet.
   *
   * @param keepSame whether decisions that come to the same are told one by one
   */
  Findings(boolean keepSame) {
    this.keepSame = keepSame;
  }

  void read(long events) {
    tally = tally.plus(new Tally(events, 0, 0, 0, 0));
  }

  void unrecorded(long facts) {
    tally = tally.plus(new Tally(0, 0, 0, 0, facts));
  }

  void same() {
    tally = tally.plus(new Tally(0, 1, 0, 0, 0));
  }

  boolean keepsSame() {
    return keepSame;
  }

  void add(Verdict verdict) {
    tally =
        tally.plus(
            switch (verdict.kind()) {
              case SAME -> new Tally(0, 1, 0, 0, 0);
              case DIFFERENT -> new Tally(0, 0, 1, 0, 0);
              case NOT_REPLAYED -> new Tally(0, 0, 0, 1, 0);
            });
    verdicts.add(verdict);
  }

  void add(Findings other) {
    tally = tally.plus(other.tally);
    verdicts.addAll(other.verdicts);
  }

  Tally tally() {
    return tally;
  }

  List<Verdict> verdicts() {
    return verdicts;
  }
}
