package fr.livret.eventstore.zeroskip;

import java.util.Iterator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Where a reader reads. */
@FunctionalInterface
interface Source {

  /** What there is behind a token. */
  Opened open(@Nullable TrackingToken token);

  /** Events, each when it is asked for. */
  interface Opened extends AutoCloseable {
    /** Whether there is one more just now. */
    boolean hasNext();

    TrackedEventMessage<?> next();

    /** Whether there may be more later. */
    boolean goesOn();

    @Override
    void close();
  }

  /** The engine, asked anew by everybody who reads. */
  static Source of(EventStorageEngine engine) {
    return token -> {
      Stream<? extends TrackedEventMessage<?>> stream = engine.readEvents(token, false);
      Iterator<? extends TrackedEventMessage<?>> events = stream.iterator();
      return new Opened() {
        @Override
        public boolean hasNext() {
          return events.hasNext();
        }

        @Override
        public TrackedEventMessage<?> next() {
          return events.next();
        }

        @Override
        public boolean goesOn() {
          return false;
        }

        @Override
        public void close() {
          stream.close();
        }
      };
    };
  }

  /** A store that tells its readers what is new. */
  static Source of(EventStore store) {
    return token -> {
      TrackingEventStream stream = (TrackingEventStream) store.openStream(token);
      return new Opened() {
        @Override
        public boolean hasNext() {
          return stream.peek().isPresent();
        }

        @Override
        public TrackedEventMessage<?> next() {
          try {
            return stream.nextAvailable();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }

        @Override
        public boolean goesOn() {
          return true;
        }

        @Override
        public void close() {
          stream.close();
        }
      };
    };
  }
}
