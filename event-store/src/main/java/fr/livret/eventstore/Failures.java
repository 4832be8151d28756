package fr.livret.eventstore;

import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** What a failure of the database means to whoever uses the store. */
final class Failures {
  private Failures() {}

  /** Something could not be read, and nothing was changed. */
  static EventStoreException reading(String what, SQLException cause) {
    return new EventStoreException("could not read " + what, cause);
  }
}
