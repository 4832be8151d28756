package fr.livret.eventstore.zeroskip;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * The store of this module without its fence, the lock that is held from before the first position
 * is taken until after the commit: a function of the same name does nothing.
 *
 * @param bySequence whether positions come from a sequence besides, as in most stores: without it,
 *     the primary key still refuses a position that was taken meanwhile
 */
record UnfencedStore(boolean bySequence) implements Store {
  private static final SequencedStore SOUND = new SequencedStore(false);

  private static final String NO_FENCE =
      """
      create schema unfenced;
      create function unfenced.pg_advisory_xact_lock(bigint) returns void language sql as '';
      do $$ begin
        execute format('alter database %I set search_path = unfenced, pg_catalog, public',
          current_database());
      end $$;
      """;

  private static final String SEQUENCE =
      """
      create sequence unfenced.place;
      create function unfenced.take_place() returns trigger language plpgsql as $$
      begin
        new.position := nextval('unfenced.place');
        return new;
      end $$;
      create trigger a_place before insert on event_store.event
        for each row execute function unfenced.take_place();
      """;

  @Override
  public void prepare(DataSource database) {
    SOUND.prepare(database);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(NO_FENCE + (bySequence ? SEQUENCE : ""));
    } catch (SQLException e) {
      throw new IllegalStateException("the fence could not be taken away", e);
    }
  }

  @Override
  public EventStorageEngine writer(DataSource connections) {
    return SOUND.writer(connections);
  }

  @Override
  public EventStorageEngine reader(DataSource connections) {
    return SOUND.reader(connections);
  }

  @Override
  public Table table() {
    return SOUND.table();
  }

  @Override
  public int atWork(int waiting) {
    return SOUND.atWork(waiting);
  }

  @Override
  public boolean promisesOrder() {
    return true;
  }
}
