package fr.livret.query.projection;

import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.EventType;
import fr.livret.eventstore.StoredEntry;
import fr.livret.eventstore.StoredEvent;
import fr.livret.form.event.EventTypes;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/** The events of our own store, read in bulk. */
final class LogHistory implements History<StoredEvent> {
  private final EventLog log;
  private final EventTypes types;
  private final Serializer serializer;
  private final EventUpcaster upcasters;

  LogHistory(EventLog log, EventTypes types, Serializer serializer, EventUpcaster upcasters) {
    this.log = log;
    this.types = types;
    this.serializer = serializer;
    this.upcasters = upcasters;
  }

  @Override
  public @Nullable TrackingToken head() {
    long head = log.head();
    return head == 0 ? null : new GlobalSequenceTrackingToken(head);
  }

  @Override
  public void read(
      @Nullable TrackingToken after, TrackingToken upTo, Consumer<? super StoredEvent> reader) {
    log.read(Tokens.position(after), Tokens.position(upTo), reader);
  }

  @Override
  public long position(StoredEvent event) {
    return event.position();
  }

  @Override
  public String stream(StoredEvent event) {
    return event.stream();
  }

  /** What is written in an older revision may become another event. */
  @Override
  public boolean maybe(StoredEvent event, Class<?> events) {
    EventType type = event.type();
    return types
        .named(type.payload())
        .filter(known -> known.revision().equals(type.revision()))
        .map(known -> events.isAssignableFrom(known.event()))
        .orElse(true);
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> open(List<StoredEvent> events) {
    return EventUtils.upcastAndDeserializeTrackedEvents(
        events.stream().map(StoredEntry::new), serializer, upcasters);
  }
}
