package fr.livret.query.projection;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** The events of any other store, read as those who follow read them. */
final class StreamHistory implements History<TrackedEventMessage<?>> {
  private final EventStore events;

  StreamHistory(EventStore events) {
    this.events = events;
  }

  @Override
  public @Nullable TrackingToken head() {
    return events.createHeadToken();
  }

  @Override
  public void read(
      @Nullable TrackingToken after,
      TrackingToken upTo,
      Consumer<? super TrackedEventMessage<?>> reader) {
    long end = Tokens.position(upTo);
    try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(after)) {
      // Some stores count from 0.
      for (long position = after == null ? -1 : Tokens.position(after); position < end; ) {
        TrackedEventMessage<?> event = stream.nextAvailable();
        reader.accept(event);
        position = position(event);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the events", e);
    }
  }

  @Override
  public long position(TrackedEventMessage<?> event) {
    return Tokens.position(event.trackingToken());
  }

  @Override
  public String stream(TrackedEventMessage<?> event) {
    return event instanceof DomainEventMessage<?> domain
        ? domain.getAggregateIdentifier()
        : event.getIdentifier();
  }

  @Override
  public boolean maybe(TrackedEventMessage<?> event, Class<?> events) {
    return events.isAssignableFrom(event.getPayloadType());
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> open(List<TrackedEventMessage<?>> events) {
    return events.stream();
  }
}
