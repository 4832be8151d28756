package fr.livret.query.projection;

import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The place of each event in the order of all events. Where two writers commit in another order
 * than they took their places, the later place is read first: the token then stands still, and the
 * event's own place is the gap it fills.
 */
final class Positions {
  private @Nullable TrackingToken before;

  /** The stream is read anew. */
  void forget() {
    before = null;
  }

  /** The place of the next event of the stream, which advanced the token to this one. */
  long next(TrackingToken token) {
    long position =
        filledGap(token)
            .orElseGet(() ->
                token
                    .position()
                    .orElseThrow(() -> new IllegalStateException("no position in " + token)));
    before = token;
    return position;
  }

  private OptionalLong filledGap(TrackingToken token) {
    if (plain(before) instanceof GapAwareTrackingToken old
        && plain(token) instanceof GapAwareTrackingToken now
        && old.getIndex() == now.getIndex()) {
      SortedSet<Long> filled = new TreeSet<>(old.getGaps());
      filled.removeAll(now.getGaps());
      // Gaps given up as too old are removed too: they all lie below the one just filled.
      return filled.isEmpty() ? OptionalLong.empty() : OptionalLong.of(filled.last());
    }
    return OptionalLong.empty();
  }

  private static @Nullable TrackingToken plain(@Nullable TrackingToken token) {
    return token instanceof ReplayToken replay ? replay.getCurrentToken() : token;
  }
}
