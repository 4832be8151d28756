package fr.livret.eventstore;

import java.util.List;

/** Where appends become durable, batch by batch. It is never asked for two batches at once. */
interface Journal extends AutoCloseable {

  /**
   * Writes a batch; all that is stored of it is stored in the order of the list.
   *
   * @return the outcome of each append, in their order
   */
  List<Outcome> write(List<Append> batch);

  @Override
  default void close() {}
}
