package fr.livret.query.reading;

import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.eventstore.StoredEvent;
import fr.livret.form.event.EventJson;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The facts of streams no projection keeps one by one, from the store itself. Another store than
 * our own does not tell the positions of a stream's events.
 */
@Component
public final class Streams {
  private final EventStore store;
  private final EventJson json;
  private final Waiting waiting;
  private final @Nullable EventLog log;

  Streams(
      EventStore store,
      EventJson json,
      Waiting waiting,
      ObjectProvider<PostgresEventStorageEngine> engine) {
    this.store = store;
    this.json = json;
    this.waiting = waiting;
    this.log = engine.stream().findAny().map(PostgresEventStorageEngine::log).orElse(null);
  }

  /** Every event of that kind in the stream, in order; none where there is no such stream. */
  public <E> List<Logged<E>> of(String stream, Class<E> kind) {
    Map<Long, Long> positions = new HashMap<>();
    if (log != null) {
      for (StoredEvent event : log.streams(List.of(stream), Long.MAX_VALUE)) {
        positions.put(event.sequence(), event.position());
      }
    }
    List<Logged<E>> facts = new ArrayList<>();
    var events = store.readEvents(stream);
    while (events.hasNext()) {
      DomainEventMessage<?> message = events.next();
      if (kind.isInstance(message.getPayload())) {
        facts.add(
            new Logged<>(
                kind.cast(message.getPayload()),
                json.nameOf(message.getPayloadType()),
                message.getSequenceNumber() + 1,
                positions.get(message.getSequenceNumber()),
                message.getTimestamp().truncatedTo(ChronoUnit.MICROS)));
      }
    }
    return facts;
  }

  /**
   * Waits until the version is stored that a header {@code X-After-Version} asks to see.
   *
   * @throws fr.livret.http.NotYetProjected when it is not there in time
   */
  public void await(String stream, @Nullable String afterVersion) {
    OptionalLong version = Asked.afterVersion(afterVersion);
    waiting.until(
        version, () -> store.lastSequenceNumberFor(stream).map(last -> last + 1).orElse(0L));
  }
}
