package fr.livret.eventstore.zeroskip;

import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** A store under test: all that differs from one to the other. */
interface Store {

  /** Makes its tables. */
  void prepare(DataSource database);

  /** The engine with which one process writes. */
  EventStorageEngine writer(DataSource connections);

  /** The engine with which one process reads. */
  EventStorageEngine reader(DataSource connections);

  /** Where those read that read in the process of an engine. */
  default Source source(EventStorageEngine engine) {
    return Source.of(engine);
  }

  Table table();

  /** How many backends are at work while so many appends of one process wait for their answer. */
  int atWork(int waiting);

  /** Whether it promises dense positions in the order of commits. */
  boolean promisesOrder();

  /**
   * Where its events lie.
   *
   * @param position the column of the place in the log
   * @param id the column of the event's identifier
   * @param sequence from which places are taken; null where they are not taken from any
   */
  record Table(String name, String position, String id, @Nullable String sequence) {}
}
