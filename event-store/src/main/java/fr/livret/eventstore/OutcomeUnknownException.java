package fr.livret.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The database was lost while it was storing, and did not come back in time to be asked: the events
 * are stored as a whole, or not at all.
 */
public final class OutcomeUnknownException extends EventStoreException {
  OutcomeUnknownException(String message, Throwable cause) {
    super(message, cause);
  }
}
