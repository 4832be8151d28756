package fr.livret.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** A stored event as Axon reads it, its upcasters for one. */
public record StoredEntry(StoredEvent event)
    implements DomainEventData<byte[]>, TrackedEventData<byte[]> {

  @Override
  public @Nullable String getType() {
    return event.type().aggregate();
  }

  @Override
  public String getAggregateIdentifier() {
    return event.stream();
  }

  @Override
  public long getSequenceNumber() {
    return event.sequence();
  }

  @Override
  public String getEventIdentifier() {
    return event.id().toString();
  }

  @Override
  public Instant getTimestamp() {
    return event.at();
  }

  @Override
  public SerializedObject<byte[]> getMetaData() {
    return new SerializedMetaData<>(event.metadata(), byte[].class);
  }

  @Override
  public SerializedObject<byte[]> getPayload() {
    return new SimpleSerializedObject<>(
        event.payload(),
        byte[].class,
        new SimpleSerializedType(event.type().payload(), event.type().revision()));
  }

  @Override
  public TrackingToken trackingToken() {
    return new GlobalSequenceTrackingToken(event.position());
  }
}
