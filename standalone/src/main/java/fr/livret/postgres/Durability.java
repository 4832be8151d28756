package fr.livret.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a stored fact rests on: with one of these off, an acknowledged write can be lost when the
 * power goes.
 */
final class Durability {

  private static final List<String> NEEDED =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private Durability() {}

  /**
   * @throws CannotStart if the server would acknowledge before it has written
   */
  static void verify(Connection connection, Path configuration) throws SQLException {
    for (var setting : NEEDED) {
      try (var statement = connection.createStatement();
          var shown = statement.executeQuery("show " + setting)) {
        shown.next();
        if (!"on".equals(shown.getString(1))) {
          throw new CannotStart(
              "PostgreSQL runs with %s = %s: a write could be acknowledged and then lost."
                  .formatted(setting, shown.getString(1)),
              "Take that setting out of %s (postgresql.conf, postgresql.auto.conf, or ALTER ROLE /"
                      .formatted(configuration)
                  + " ALTER DATABASE ... SET).");
        }
      }
    }
  }
}
