package fr.livret.eventstore.crash;

import fr.livret.eventstore.PostgresEventStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Reads along, and keeps in the database how far it has come and the chain of what it has read:
 * killed or cut off, it goes on from there.
 *
 * @param name under which it is kept
 */
record CrashReader(PostgresEventStore store, DataSource database, String name, Breakage breakage)
    implements Runnable {
  private static final int AT_ONCE = 50;

  /** The table of all readers. */
  static final String TABLE =
      "create table reader (name text primary key, position bigint not null, chain bigint not"
          + " null)";

  /** How far it has come. */
  record Reached(long position, long chain) {

    Reached and(TrackedEventMessage<?> event) {
      long next = event.trackingToken().position().orElseThrow();
      if (next != position + 1) {
        CrashNode.say("read position " + next + " behind " + position);
      }
      return new Reached(next, Chain.next(chain, next, UUID.fromString(event.getIdentifier())));
    }
  }

  @Override
  public void run() {
    while (true) {
      try {
        follow(reached(database, name));
      } catch (SQLException | EventStoreException _) {
        // The database is away: it goes on from what is kept there.
        CrashCluster.pause(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static Reached reached(DataSource database, String name) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select position, chain from reader where name = ?")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? new Reached(row.getLong(1), row.getLong(2)) : new Reached(0, 0);
      }
    }
  }

  private void follow(Reached from) throws SQLException, InterruptedException {
    Reached reached = from;
    try (Connection connection = database.getConnection();
        TrackingEventStream events =
            store.openStream(new GlobalSequenceTrackingToken(from.position()))) {
      while (true) {
        if (!events.hasNextAvailable(500, TimeUnit.MILLISECONDS)) {
          continue;
        }
        for (int read = 0; read < AT_ONCE && events.hasNextAvailable(0, TimeUnit.SECONDS); read++) {
          reached = reached.and(events.nextAvailable());
        }
        keep(
            connection,
            breakage == Breakage.HASTY_READER
                ? new Reached(reached.position() + 1, reached.chain())
                : reached);
      }
    }
  }

  private void keep(Connection connection, Reached reached) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into reader values (?, ?, ?) on conflict (name)
            do update set position = excluded.position, chain = excluded.chain
            """)) {
      statement.setString(1, name);
      statement.setLong(2, reached.position());
      statement.setLong(3, reached.chain());
      statement.executeUpdate();
    }
  }
}
