package fr.livret.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;

/** The statements that read. A connection is taken for one of them and given back at once. */
final class PostgresReader {
  private static final String COLUMNS =
      "position, at, sequence, type, id, stream, payload, metadata";

  private final DataSource database;
  private final EventTypes types;

  PostgresReader(DataSource database, EventTypes types) {
    this.database = database;
    this.types = types;
  }

  /** What fills the question marks of a statement. */
  @FunctionalInterface
  private interface Given {
    void to(PreparedStatement statement) throws SQLException;
  }

  /** The first events after a position. */
  List<StoredEvent> after(long position, int limit) {
    return events(
        "select "
            + COLUMNS
            + " from event_store.event where position > ? order by position limit ?",
        statement -> {
          statement.setLong(1, position);
          statement.setInt(2, limit);
        });
  }

  /** The first events of a stream from a place in it on. */
  List<StoredEvent> ofStream(String stream, long from, int limit) {
    return events(
        "select "
            + COLUMNS
            + " from event_store.event where stream = ? and sequence >= ? order by sequence limit"
            + " ?",
        statement -> {
          statement.setString(1, stream);
          statement.setLong(2, from);
          statement.setInt(3, limit);
        });
  }

  /**
   * The snapshot of a stream, where there is one, and the first events behind it: one exchange with
   * the database. A snapshot has the position 0.
   */
  List<StoredEvent> withSnapshot(String stream, int limit) {
    return events(
        """
        with latest as materialized (
          select 0::bigint as position, at, sequence, type, id, stream, payload, metadata
          from event_store.snapshot where stream = ?
        ), following as (
          select %1$s from event_store.event
          where stream = ? and sequence > coalesce((select sequence from latest), -1)
          order by sequence limit ?
        )
        select * from latest union all select * from following order by sequence
        """
            .formatted(COLUMNS),
        statement -> {
          statement.setString(1, stream);
          statement.setString(2, stream);
          statement.setInt(3, limit);
        });
  }

  /** The latest snapshot of a stream. */
  Optional<StoredEvent> snapshot(String stream) {
    return events(
            """
            select 0::bigint as position, at, sequence, type, id, stream, payload, metadata
            from event_store.snapshot where stream = ?
            """,
            statement -> statement.setString(1, stream))
        .stream()
        .findFirst();
  }

  /** Keeps a snapshot, unless there is a later one of its stream. */
  void keep(Append.Event snapshot) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                insert into event_store.snapshot
                  (stream, sequence, type, id, at, payload, metadata)
                values (?, ?, ?, ?, timestamptz 'epoch' + ? * interval '1 microsecond', ?, ?)
                on conflict (stream) do update set
                  sequence = excluded.sequence, type = excluded.type, id = excluded.id,
                  at = excluded.at, payload = excluded.payload, metadata = excluded.metadata
                where snapshot.sequence <= excluded.sequence
                """)) {
      statement.setString(1, snapshot.stream());
      statement.setInt(2, snapshot.sequence());
      statement.setShort(3, snapshot.type());
      statement.setObject(4, snapshot.id());
      statement.setLong(5, snapshot.at());
      statement.setBytes(6, snapshot.payload());
      statement.setBytes(7, snapshot.metadata());
      statement.executeUpdate();
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw Failures.reading("or keep the snapshot of " + snapshot.stream(), e);
    }
  }

  /** The place of the last event of a stream; empty where it has none. */
  OptionalLong lastOf(String stream) {
    return number(
        "select max(sequence) from event_store.event where stream = ?",
        statement -> statement.setString(1, stream));
  }

  /** The position of the last event; 0 where there is none. */
  long head() {
    return number("select max(position) from event_store.event", _ -> {}).orElse(0);
  }

  /**
   * The position of the first event at that instant or later; empty where there is none.
   *
   * <p>Time stamps are not in the order of positions, yet the latest one so far is. It is noted for
   * one position in a thousand, for those not noted before; one search in the notes, and one among
   * a thousand events, find the position.
   */
  OptionalLong firstAt(Instant instant) {
    number(
        """
        with noted as (
          select coalesce(max(position), 0) as upto, coalesce(max(latest), '-infinity') as latest
          from event_store.milestone
        ), grouped as (
          select max(event.position) as position, max(event.at) as latest, count(*) as number
          from event_store.event, noted where event.position > noted.upto
          group by (event.position - 1) / 1000
        ), added as (
          insert into event_store.milestone (position, latest)
          select position, greatest(max(grouped.latest) over (order by position), noted.latest)
          from grouped, noted where grouped.number = 1000
          on conflict do nothing returning 1
        )
        select count(*) from added
        """,
        _ -> {});
    OffsetDateTime at = instant.atOffset(ZoneOffset.UTC);
    return number(
        """
        select position from event_store.event
        where at >= ? and position > coalesce(
          (select max(position) from event_store.milestone where latest < ?), 0)
        order by position limit 1
        """,
        statement -> {
          statement.setObject(1, at);
          statement.setObject(2, at);
        });
  }

  private OptionalLong number(String sql, Given given) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      given.to(statement);
      try (ResultSet row = statement.executeQuery()) {
        OptionalLong number = OptionalLong.empty();
        if (row.next()) {
          long read = row.getLong(1);
          number = row.wasNull() ? number : OptionalLong.of(read);
        }
        end(connection);
        return number;
      }
    } catch (SQLException e) {
      throw Failures.reading("a position", e);
    }
  }

  private List<StoredEvent> events(String sql, Given given) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      given.to(statement);
      List<StoredEvent> events = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          events.add(event(row));
        }
      }
      end(connection);
      return events;
    } catch (SQLException e) {
      throw Failures.reading("events", e);
    }
  }

  /** A connection given back in the middle of a transaction would hold it open. */
  private static void end(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }

  private StoredEvent event(ResultSet row) throws SQLException {
    return new StoredEvent(
        row.getLong(1),
        row.getString(6),
        row.getInt(3),
        row.getObject(5, UUID.class),
        types.typeOf(row.getShort(4)),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getBytes(7),
        row.getBytes(8));
  }
}
