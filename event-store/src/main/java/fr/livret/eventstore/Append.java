package fr.livret.eventstore;

import java.util.List;
import java.util.UUID;

/**
 * Events to be stored together or not at all, in their written form.
 *
 * @param events at least one; they get adjoining positions, in this order
 */
record Append(List<Event> events) {
  Append {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("nothing to append");
    }
    events = List.copyOf(events);
  }

  /**
   * One of them.
   *
   * @param type the number of its type
   * @param at in microseconds since 1970
   */
  @SuppressWarnings("ArrayRecordComponent") // Written once, right away.
  record Event(
      String stream, int sequence, UUID id, short type, long at, byte[] payload, byte[] metadata) {}

  /** About as many bytes as it holds. */
  long bytes() {
    long bytes = 0;
    for (Event event : events) {
      bytes += 100L + event.stream().length() + event.payload().length + event.metadata().length;
    }
    return bytes;
  }
}
