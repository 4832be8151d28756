package fr.livret.eventstore;

import io.micrometer.core.instrument.DistributionSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells this process's readers what was stored, before its callers go on. */
final class AnnouncedJournal implements Journal {
  private final Journal journal;
  private final EventTypes types;
  private final Tail tail;
  private volatile @Nullable DistributionSummary batches;

  AnnouncedJournal(Journal journal, EventTypes types, Tail tail) {
    this.journal = journal;
    this.types = types;
    this.tail = tail;
  }

  /** From now on the size of what is stored together is counted there. */
  void countIn(DistributionSummary sizes) {
    batches = sizes;
  }

  @Override
  public List<Outcome> write(List<Append> batch) {
    List<Outcome> outcomes = journal.write(batch);
    List<StoredEvent> stored = new ArrayList<>();
    for (int index = 0; index < batch.size(); index++) {
      if (outcomes.get(index) instanceof Outcome.Stored(long first)) {
        for (Append.Event event : batch.get(index).events()) {
          if (!stored.isEmpty() && stored.getLast().position() != first - 1) {
            // What a lost connection had stored already, and others have come behind it since.
            tell(stored);
            stored = new ArrayList<>();
          }
          stored.add(stored(event, first++));
        }
      }
    }
    tell(stored);
    return outcomes;
  }

  private StoredEvent stored(Append.Event event, long position) {
    return new StoredEvent(
        position,
        event.stream(),
        event.sequence(),
        event.id(),
        types.typeOf(event.type()),
        Micros.instant(event.at()),
        event.payload(),
        event.metadata());
  }

  private void tell(List<StoredEvent> stored) {
    if (!stored.isEmpty()) {
      tail.stored(stored);
      DistributionSummary sizes = batches;
      if (sizes != null) {
        sizes.record(stored.size());
      }
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
