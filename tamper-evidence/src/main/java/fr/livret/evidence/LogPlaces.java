package fr.livret.evidence;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Where events are in the log, for whoever wants a few of them and sees when one is missing. */
public final class LogPlaces {
  private final DataSource database;

  /** Of the log in that database. */
  public LogPlaces(DataSource database) {
    this.database = database;
  }

  /**
   * The positions of the events of a stream; none where there is no such stream.
   *
   * @throws InconsistentLogException where one of them is missing before the last
   */
  public SortedSet<Long> ofStream(String stream) {
    return Transaction.of(
        database,
        "read the positions of a stream",
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  select position, sequence from event_store.event
                  where stream = ? order by sequence
                  """)) {
            statement.setString(1, stream);
            SortedSet<Long> positions = new TreeSet<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                if (row.getInt(2) != positions.size()) {
                  throw new InconsistentLogException(
                      "fact %d of %s is missing in the log: run livret verify"
                          .formatted(positions.size() + 1, stream));
                }
                positions.add(row.getLong(1));
              }
            }
            return positions;
          }
        });
  }

  /**
   * The positions of the events of some types whose content says a text, whatever it means there.
   * Looks at every event of the log: seconds where there are millions.
   */
  public SortedSet<Long> saying(String text, Collection<String> types) {
    return Transaction.of(
        database,
        "look for events",
        connection -> {
          Array names = connection.createArrayOf("text", types.toArray());
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  select position from event_store.event
                  where type = any (array(
                      select code from event_store.event_type where payload = any (?)))
                    and position(convert_to(?, 'UTF8') in payload) > 0
                  """)) {
            statement.setArray(1, names);
            statement.setString(2, text);
            SortedSet<Long> positions = new TreeSet<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                positions.add(row.getLong(1));
              }
            }
            return positions;
          }
        });
  }

  /**
   * Counts the events that have a leaf in the tree.
   *
   * @throws InconsistentLogException where one of them is missing
   */
  public void requireWhole() {
    long unused =
        Transaction.of(
            database,
            "count the events",
            connection -> {
              long leaves = Tiles.size(connection);
              try (PreparedStatement statement =
                  connection.prepareStatement(
                      "select count(*) from event_store.event where position between 1 and ?")) {
                statement.setLong(1, leaves);
                try (ResultSet row = statement.executeQuery()) {
                  row.next();
                  if (row.getLong(1) != leaves) {
                    throw new InconsistentLogException(
                        "of %d events that were hashed the log still has %d: run livret verify"
                            .formatted(leaves, row.getLong(1)));
                  }
                  return leaves;
                }
              }
            });
  }
}
