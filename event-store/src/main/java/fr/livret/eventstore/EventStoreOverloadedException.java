package fr.livret.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Too much waits to be stored already. Nothing was stored; the same may be tried again later. */
public final class EventStoreOverloadedException extends EventStoreException {
  EventStoreOverloadedException(String message) {
    super(message);
  }
}
