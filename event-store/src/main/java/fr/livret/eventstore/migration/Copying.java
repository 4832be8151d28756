package fr.livret.eventstore.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/**
 * Copies from one side to the other, by statements that never leave the database.
 *
 * @param connection whose transaction the copied rows belong to
 * @param names of the old tables
 */
record Copying(Connection connection, AxonTables names) {
  private static final String UNIQUE_VIOLATION = "23505";

  /** The next events in the order of the old table; empty where there are no more. */
  Optional<Chunk> copyAfter(Chunk before, int atMost) throws SQLException {
    Optional<Chunk> next = nextAfter(before, atMost);
    if (next.isPresent()) {
      copy(next.get());
      next.get().write(connection);
    }
    return next;
  }

  private Optional<Chunk> nextAfter(Chunk before, int atMost) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select count(*), max(global_index) from (
              select global_index from %s e where global_index > ? order by global_index limit ?) e
            """
                .formatted(names.events()))) {
      statement.setLong(1, before.lastIndex());
      statement.setInt(2, atMost);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        long events = row.getLong(1);
        long after = before.lastPosition();
        return events == 0
            ? Optional.empty()
            : Optional.of(new Chunk(after, after + events, before.lastIndex(), row.getLong(2)));
      }
    }
  }

  private void copy(Chunk chunk) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into event_store.event
              (position, at, sequence, type, id, stream, payload, metadata)
            select ? + row_number() over (order by e.global_index), %s, e.sequence::int, t.code,
              e.id::uuid, e.stream, e.payload, e.metadata
            from %s e join event_store.event_type t on t.payload = e.payload_type
              and t.aggregate is not distinct from e.aggregate
              and t.revision is not distinct from e.revision
            where e.global_index > ? and e.global_index <= ?
            """
                .formatted(OldTables.INSTANT_TO_THE_MICROSECOND, names.events()))) {
      statement.setLong(1, chunk.afterPosition());
      statement.setLong(2, chunk.afterIndex());
      statement.setLong(3, chunk.lastIndex());
      if (statement.executeUpdate() != chunk.events()) {
        throw new IllegalStateException("not every event was copied of " + chunk);
      }
    } catch (PSQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw new MigrationRefused(
            "Two events of %s have one place in one aggregate: %s."
                .formatted(
                    names.eventTable(),
                    Objects.requireNonNull(e.getServerErrorMessage()).getDetail()));
      }
      throw e;
    }
  }

  /** The latest snapshot of each aggregate. */
  void copySnapshots() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into event_store.snapshot
              (stream, sequence, type, id, at, payload, metadata)
            select e.stream, e.sequence::int, t.code, e.id::uuid, %s, e.payload, e.metadata
            from %s e join event_store.event_type t on t.payload = e.payload_type
              and t.aggregate is not distinct from e.aggregate
              and t.revision is not distinct from e.revision
            """
                .formatted(OldTables.INSTANT_TO_THE_MICROSECOND, names.latestSnapshots()))) {
      statement.executeUpdate();
    }
  }
}
