package fr.livret.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Events cannot be stored for now: too much waits already, there is no database, or another process
 * keeps all others waiting. Nothing was stored; the same may be tried again later.
 */
public final class EventStoreUnavailableException extends EventStoreException {
  EventStoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
