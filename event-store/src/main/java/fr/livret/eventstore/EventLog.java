package fr.livret.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The whole log, read in bulk: faster by far than event by event, and in the memory of one event.
 *
 * <p>What is read is copied from PostgreSQL in its binary form, stretch by stretch: between two
 * stretches no transaction is open, however long the reading takes.
 */
public final class EventLog {
  private static final long STRETCH = 50_000;

  /** What opens a binary copy: its signature, its flags, and the length of an extension. */
  private static final int HEADER = 11 + Integer.BYTES + Integer.BYTES;

  private static final long SECONDS_TO_2000 =
      Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

  private final DataSource database;
  private final EventTypes types;

  /** Reads the store of that database. */
  public EventLog(DataSource database) {
    this(database, new EventTypes(database));
  }

  EventLog(DataSource database, EventTypes types) {
    this.database = database;
    this.types = types;
  }

  /** The position of the last event; 0 where there is none. */
  public long head() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select coalesce(max(position), 0) from event_store.event")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw Failures.reading("the last position", e);
    }
  }

  /**
   * Gives every event of a range to the reader, in the order of positions.
   *
   * @param after the position before the first
   * @param upTo the position of the last; what was committed up to there is all there will ever be
   */
  public void read(long after, long upTo, Consumer<? super StoredEvent> reader) {
    try (Connection connection = database.getConnection()) {
      for (long from = after; from < upTo; from += STRETCH) {
        copy(
            connection,
            "position > %d and position <= %d order by position"
                .formatted(from, Math.min(from + STRETCH, upTo)),
            reader);
      }
    } catch (SQLException e) {
      throw Failures.reading("the events after " + after, e);
    }
  }

  /**
   * The events of the streams behind that one, in the order of their names, each stream from its
   * first event to its last: a way through a log of any size in the memory of one portion.
   *
   * @param after the stream before the first; empty for the first of all
   * @param upTo the position of the last event that counts
   * @param portion about how many events; more only where one stream has more
   * @return nothing behind the last stream
   */
  public List<StoredEvent> streamsAfter(String after, long upTo, int portion) {
    try (Connection connection = database.getConnection()) {
      String behind =
          "stream > %s and position <= %d order by stream, sequence"
              .formatted(literal(connection, after), upTo);
      for (int limit = portion; ; limit = Math.multiplyExact(limit, 2)) {
        List<StoredEvent> events = new ArrayList<>();
        copy(connection, behind + " limit " + limit, events::add);
        if (events.size() < limit) {
          return events;
        }
        // The last stream may go on.
        String last = events.getLast().stream();
        int whole = events.size();
        while (whole > 0 && events.get(whole - 1).stream().equals(last)) {
          whole--;
        }
        if (whole > 0) {
          return events.subList(0, whole);
        }
      }
    } catch (SQLException e) {
      throw Failures.reading("the streams after " + after, e);
    }
  }

  /**
   * The events of these streams, in the order of the streams' names, each from its first to its
   * last.
   *
   * @param upTo the position of the last event that counts
   */
  public List<StoredEvent> streams(Collection<String> streams, long upTo) {
    if (streams.isEmpty()) {
      return List.of();
    }
    List<StoredEvent> events = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      StringJoiner names = new StringJoiner(", ");
      for (String stream : streams) {
        names.add(literal(connection, stream));
      }
      copy(
          connection,
          "stream in (%s) and position <= %d order by stream, sequence".formatted(names, upTo),
          events::add);
    } catch (SQLException e) {
      throw Failures.reading("the events of " + streams.size() + " streams", e);
    }
    return events;
  }

  private static String literal(Connection connection, String text) throws SQLException {
    return "'" + connection.unwrap(PGConnection.class).escapeLiteral(text) + "'";
  }

  private void copy(Connection connection, String which, Consumer<? super StoredEvent> reader)
      throws SQLException {
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                """
                copy (
                  select position, at, sequence, type, id, stream, payload, metadata
                  from event_store.event where %s
                ) to stdout (format binary)
                """
                    .formatted(which));
    try {
      boolean opened = false;
      for (byte[] message; (message = copy.readFromCopy()) != null; ) {
        ByteBuffer bytes = ByteBuffer.wrap(message);
        if (!opened) {
          bytes.position(HEADER);
          opened = true;
        }
        // The end is told by a row of -1 columns.
        while (bytes.hasRemaining() && bytes.getShort() > 0) {
          reader.accept(event(bytes));
        }
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private StoredEvent event(ByteBuffer row) {
    long position = fixed(row, Long.BYTES).getLong();
    long micros = fixed(row, Long.BYTES).getLong();
    int sequence = fixed(row, Integer.BYTES).getInt();
    short type = fixed(row, Short.BYTES).getShort();
    UUID id = new UUID(fixed(row, 2 * Long.BYTES).getLong(), row.getLong());
    String stream = new String(bytes(row), StandardCharsets.UTF_8);
    return new StoredEvent(
        position, stream, sequence, id, types.typeOf(type), at(micros), bytes(row), bytes(row));
  }

  private static Instant at(long microsSince2000) {
    return Instant.ofEpochSecond(
        SECONDS_TO_2000 + Math.floorDiv(microsSince2000, 1_000_000L),
        Math.floorMod(microsSince2000, 1_000_000L) * 1_000L);
  }

  private static ByteBuffer fixed(ByteBuffer row, int length) {
    int found = row.getInt();
    if (found != length) {
      throw new IllegalStateException("a column of " + length + " bytes has " + found);
    }
    return row;
  }

  private static byte[] bytes(ByteBuffer row) {
    byte[] bytes = new byte[row.getInt()];
    row.get(bytes);
    return bytes;
  }
}
