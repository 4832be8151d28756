package fr.livret.eventstore.zeroskip;

import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.eventstore.PostgresEventStore;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * The store of this module.
 *
 * @param tailing whether readers stay at the end of the log, where they are fed from memory and
 *     told of what other processes store
 */
record SequencedStore(boolean tailing) implements Store {

  @Override
  public void prepare(DataSource database) {
    EventStoreSchema.bringUpToDate(database);
  }

  @Override
  public PostgresEventStorageEngine writer(DataSource connections) {
    JacksonSerializer json = JacksonSerializer.defaultSerializer();
    return PostgresEventStorageEngine.builder()
        .dataSource(connections)
        .eventSerializer(json)
        .snapshotSerializer(json)
        .build();
  }

  @Override
  public EventStorageEngine reader(DataSource connections) {
    return writer(connections);
  }

  @Override
  public Source source(EventStorageEngine engine) {
    return tailing
        ? Source.of(
            PostgresEventStore.builder().engine((PostgresEventStorageEngine) engine).build())
        : Source.of(engine);
  }

  @Override
  public Table table() {
    return new Table("event_store.event", "position", "id", null);
  }

  /** However many wait, a process writes over one connection. */
  @Override
  public int atWork(int waiting) {
    return Math.min(waiting, 1);
  }

  @Override
  public boolean promisesOrder() {
    return true;
  }
}
