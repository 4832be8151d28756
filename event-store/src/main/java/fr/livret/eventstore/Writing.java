package fr.livret.eventstore;

import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** How a message becomes what is stored of it. */
final class Writing {
  private final EventTypes types;

  Writing(EventTypes types) {
    this.types = types;
  }

  /** Its written form; its serializer is asked here, on the thread of whoever appends it. */
  Append.Event of(DomainEventMessage<?> event, Serializer serializer) {
    SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
    SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
    EventType type =
        new EventType(
            event.getType(), payload.getType().getName(), payload.getType().getRevision());
    return new Append.Event(
        event.getAggregateIdentifier(),
        Math.toIntExact(event.getSequenceNumber()),
        id(event.getIdentifier()),
        types.codeOf(type),
        Micros.of(event.getTimestamp()),
        payload.getData(),
        metadata.getData());
  }

  private static UUID id(String identifier) {
    try {
      UUID id = UUID.fromString(identifier);
      if (id.toString().equals(identifier)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw new EventStoreException("the event identifier [" + identifier + "] is no UUID", e);
    }
    throw new EventStoreException("the event identifier [" + identifier + "] is no UUID");
  }
}
