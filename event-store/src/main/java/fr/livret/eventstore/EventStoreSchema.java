package fr.livret.eventstore;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The tables of the store, in a schema of their own with a history of their own: they come between
 * no other tables and no other migrations.
 */
public final class EventStoreSchema {
  /** The schema the tables lie in. */
  public static final String NAME = "event_store";

  /** The advisory lock of whoever writes events, held to the end of its transaction. */
  public static final long WRITER_LOCK = PostgresWriter.FENCE;

  private EventStoreSchema() {}

  /** Makes the tables, or brings them to the form this version needs. */
  public static void bringUpToDate(DataSource database) {
    Flyway.configure()
        .dataSource(database)
        .schemas(NAME)
        .table("schema_history")
        .locations("classpath:fr/livret/eventstore/schema")
        .load()
        .migrate();
  }
}
