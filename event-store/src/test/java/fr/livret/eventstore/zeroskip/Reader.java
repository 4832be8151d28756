package fr.livret.eventstore.zeroskip;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/** A projection: what it has seen and its token are stored together. */
final class Reader {
  private static final JacksonSerializer JSON = JacksonSerializer.defaultSerializer();

  private final EventStorageEngine engine;
  private final List<Gates.Placed> seen = new ArrayList<>();
  private @Nullable TrackingToken token;
  private @Nullable Stream<? extends TrackedEventMessage<?>> open;
  private @Nullable Iterator<? extends TrackedEventMessage<?>> rest;

  /** What was committed when it began; it is not to see it. */
  final Set<String> before;

  /** Whether it began at the head while others wrote. */
  final boolean late;

  Reader(
      EventStorageEngine engine, @Nullable TrackingToken token, Set<String> before, boolean late) {
    this.late = late;
    this.engine = engine;
    this.token = token;
    this.before = before;
  }

  /** Reads on in the stream it has open, or opens one behind its token. */
  void read(int atMost) {
    Iterator<? extends TrackedEventMessage<?>> events = rest != null ? rest : reopened();
    for (int count = 0; count < atMost; count++) {
      if (!events.hasNext()) {
        close();
        return;
      }
      TrackedEventMessage<?> event = events.next();
      token = event.trackingToken();
      seen.add(new Gates.Placed(token.position().orElseThrow(), event.getIdentifier()));
    }
  }

  /** Its process dies, and another one goes on from the token as it was stored. */
  void restart() {
    close();
    if (token != null) {
      token = JSON.deserialize(JSON.serialize(token, String.class));
    }
  }

  /** Reads all there is. */
  void drain() {
    restart();
    read(Integer.MAX_VALUE);
  }

  List<Gates.Placed> seen() {
    return seen;
  }

  private Iterator<? extends TrackedEventMessage<?>> reopened() {
    Stream<? extends TrackedEventMessage<?>> stream = engine.readEvents(token, false);
    Iterator<? extends TrackedEventMessage<?>> events = stream.iterator();
    open = stream;
    rest = events;
    return events;
  }

  void close() {
    if (open != null) {
      open.close();
    }
    open = null;
    rest = null;
  }
}
