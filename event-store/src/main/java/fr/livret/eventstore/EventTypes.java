package fr.livret.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The numbers by which rows name types. A type that is new gets its number before any event of it
 * is written, in a transaction of its own: where that event is never written, the number waits.
 */
final class EventTypes {
  private final DataSource database;
  private final Map<EventType, Short> codes = new ConcurrentHashMap<>();
  private final Map<Short, EventType> types = new ConcurrentHashMap<>();

  EventTypes(DataSource database) {
    this.database = database;
  }

  /** The number of a type. */
  short codeOf(EventType type) {
    Short code = codes.get(type);
    return code != null ? code : learn(type);
  }

  /** The type of a number that a row holds. */
  EventType typeOf(short code) {
    EventType type = types.get(code);
    if (type == null) {
      readAll();
      type = types.get(code);
    }
    if (type == null) {
      throw new IllegalStateException("no event type has the number " + code);
    }
    return type;
  }

  private short learn(EventType type) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into event_store.event_type (aggregate, payload, revision)
                select ?, ?, ? where not exists (
                  select 1 from event_store.event_type
                  where aggregate is not distinct from ? and payload = ?
                    and revision is not distinct from ?)
                on conflict do nothing
                """)) {
      for (int first : new int[] {1, 4}) {
        insert.setString(first, type.aggregate());
        insert.setString(first + 1, type.payload());
        insert.setString(first + 2, type.revision());
      }
      insert.executeUpdate();
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw Failures.reading("the number of " + type, e);
    }
    readAll();
    Short code = codes.get(type);
    if (code == null) {
      throw new IllegalStateException("no number was given to " + type);
    }
    return code;
  }

  private void readAll() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select code, aggregate, payload, revision from event_store.event_type");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        EventType type = new EventType(row.getString(2), row.getString(3), row.getString(4));
        types.put(row.getShort(1), type);
        codes.put(type, row.getShort(1));
      }
    } catch (SQLException e) {
      throw Failures.reading("the event types", e);
    }
  }
}
