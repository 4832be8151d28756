package fr.livret.eventstore.zeroskip;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** How often what happened: a proof in which nothing happens proves nothing. */
final class Tally {
  final LongAdder episodes = new LongAdder();
  final LongAdder stored = new LongAdder();
  final LongAdder conflicts = new LongAdder();
  final LongAdder failed = new LongAdder();
  final LongAdder holds = new LongAdder();
  final LongAdder kills = new LongAdder();
  final LongAdder reads = new LongAdder();
  final LongAdder restarts = new LongAdder();

  void episode(List<Append> appends) {
    episodes.increment();
    for (Append append : appends) {
      switch (append.answer()) {
        case STORED -> stored.increment();
        case CONFLICT -> conflicts.increment();
        case FAILED -> failed.increment();
        case NONE -> throw new IllegalStateException(append + " has no answer");
      }
    }
  }

  @Override
  public String toString() {
    return ("%s interleavings: %s appends stored, %s lost to a conflict, %s failed; "
            + "%s holds, %s backends ended; %s reads, %s restarts")
        .formatted(episodes, stored, conflicts, failed, holds, kills, reads, restarts);
  }
}
