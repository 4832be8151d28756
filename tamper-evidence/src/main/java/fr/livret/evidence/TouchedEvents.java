package fr.livret.evidence;

import fr.livret.eventstore.StoredEvent;
import fr.livret.evidence.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds each event against the hash stored for its position, and tells what was done to those that
 * differ: where an event has the hash of another position, it was moved.
 */
final class TouchedEvents {
  /** So many positions around its own an event is looked for. */
  private static final int NEAR = 32;

  /** So many events that differ are kept to be told one by one. */
  private static final int KEPT = 200;

  private final Leaf leaf = new Leaf();
  private final StoredHashes hashes;
  private final Findings findings;
  private final List<StoredEvent> touched = new ArrayList<>();
  private long touchedBeyond;

  /** By how much events stand behind their positions since some were put in or taken out. */
  private long shift;

  private @Nullable Displaced displaced;

  /** The event looked at last, where it belongs to another position. */
  private record Displaced(long position, long home) {}

  TouchedEvents(StoredHashes hashes, Findings findings) {
    this.hashes = hashes;
    this.findings = findings;
  }

  /** Looks at the next event; where no hash is stored for it, there is nothing to see. */
  void look(StoredEvent event) {
    long position = event.position();
    Displaced before = displaced;
    displaced = null;
    if (isAt(position - shift, event)) {
      return;
    }
    if (before != null && before.position() == position - 1 && follows(event, before)) {
      shiftFrom(before);
      return;
    }
    if (hashes.leaf(position - shift) == null) {
      return;
    }
    if (touched.size() == KEPT) {
      touchedBeyond++;
      return;
    }
    displaced = homeOf(event);
    touched.add(event);
  }

  /** Tells that events were right after all up to a position: their hashes were touched. */
  void eventsAreRight(long from, long to) {
    touched.removeIf(event -> {
      boolean right = event.position() >= from && event.position() <= to;
      if (right) {
        findings.add(
            Kind.TREE_CHANGED,
            event.position(),
            "the hash of the event at position %d was changed in the tree"
                .formatted(event.position()));
      }
      return right;
    });
  }

  /** Tells of the rest. */
  void finish() {
    tellSwapped();
    Displaced last = displaced;
    if (last != null && touched.stream().anyMatch(event -> event.position() == last.position())) {
      shiftFrom(last);
    }
    for (StoredEvent event : touched) {
      findings.add(
          Kind.CHANGED,
          event.position(),
          "the event at position %d was changed".formatted(event.position()));
    }
    findings.more(touchedBeyond);
  }

  private boolean isAt(long position, StoredEvent event) {
    Hash stored = hashes.leaf(position);
    return stored != null && leaf.at(position, event).equals(stored);
  }

  /**
   * Whether an event has moved as the one before it has; at the end of the tree nobody can tell.
   */
  private boolean follows(StoredEvent event, Displaced before) {
    long home = before.home() + 1;
    return hashes.leaf(home) == null ? !isAt(before.position() - shift, event) : isAt(home, event);
  }

  private @Nullable Displaced homeOf(StoredEvent event) {
    long expected = event.position() - shift;
    for (long near = 1; near <= NEAR; near++) {
      for (long home : new long[] {expected - near, expected + near}) {
        if (isAt(home, event)) {
          return new Displaced(event.position(), home);
        }
      }
    }
    return null;
  }

  /** Two events in a row have moved alike, and all behind them will have. */
  private void shiftFrom(Displaced first) {
    long inserted = first.position() - first.home() - shift;
    if (inserted > 0) {
      long from = first.position() - inserted;
      long to = first.position() - 1;
      findings.add(
          Kind.INSERTED,
          from,
          to,
          "what is at %s was inserted, and the events behind it moved down"
              .formatted(Findings.positions(from, to)));
      touched.removeIf(event -> event.position() >= from && event.position() <= first.position());
    } else {
      long from = first.position() - shift;
      long to = first.home() - 1;
      findings.add(
          Kind.MISSING,
          from,
          to,
          "what was at %s is missing, and the events behind it moved up"
              .formatted(Findings.positions(from, to)));
      touched.removeIf(event -> event.position() == first.position());
    }
    shift += inserted;
  }

  private void tellSwapped() {
    for (int one = 0; one < touched.size(); one++) {
      for (int other = one + 1; other < touched.size(); other++) {
        StoredEvent first = touched.get(one);
        StoredEvent second = touched.get(other);
        if (isAt(second.position(), first) && isAt(first.position(), second)) {
          findings.add(
              Kind.SWAPPED,
              first.position(),
              second.position(),
              "the events at positions %d and %d were swapped"
                  .formatted(first.position(), second.position()));
          touched.remove(other);
          touched.remove(one);
          one--;
          break;
        }
      }
    }
  }
}
