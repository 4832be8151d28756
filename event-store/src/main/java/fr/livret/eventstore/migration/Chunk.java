package fr.livret.eventstore.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Events that were copied in one transaction.
 *
 * @param afterPosition the position before the first
 * @param lastPosition the position of the last
 * @param afterIndex beyond which they lie in the old table
 * @param lastIndex of the last in the old table
 */
record Chunk(long afterPosition, long lastPosition, long afterIndex, long lastIndex) {

  /** Where nothing was copied yet. */
  static final Chunk NONE = new Chunk(0, 0, -1, -1);

  long events() {
    return lastPosition - afterPosition;
  }

  void write(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into event_store.migration_chunk values (?, ?, ?, ?)")) {
      statement.setLong(1, afterPosition);
      statement.setLong(2, lastPosition);
      statement.setLong(3, afterIndex);
      statement.setLong(4, lastIndex);
      statement.executeUpdate();
    }
  }

  /** All of them, in their order. */
  static List<Chunk> all(Connection connection) throws SQLException {
    List<Chunk> chunks = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select after_position, last_position, after_index, last_index
                from event_store.migration_chunk order by after_position
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        chunks.add(new Chunk(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
      }
    }
    return chunks;
  }
}
