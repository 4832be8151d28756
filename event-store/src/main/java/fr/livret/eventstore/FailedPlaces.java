package fr.livret.eventstore;

import java.util.HashMap;
import java.util.Map;

/** The first place in each stream that an append claimed which failed: nothing may follow it. */
final class FailedPlaces {
  private final Map<String, Integer> first = new HashMap<>();

  /** An append that failed. */
  void add(Append failed) {
    begins(failed).forEach((stream, sequence) -> first.merge(stream, sequence, Math::min));
  }

  /** Whether it would leave a place empty: one that claims the failed place itself does not. */
  boolean precede(Append append) {
    return !first.isEmpty()
        && begins(append).entrySet().stream()
            .anyMatch(one -> one.getValue() > first.getOrDefault(one.getKey(), Integer.MAX_VALUE));
  }

  private static Map<String, Integer> begins(Append append) {
    Map<String, Integer> begins = new HashMap<>();
    for (Append.Event event : append.events()) {
      begins.merge(event.stream(), event.sequence(), Math::min);
    }
    return begins;
  }
}
