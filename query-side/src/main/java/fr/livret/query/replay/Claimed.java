package fr.livret.query.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** That nobody else works on a replay, for as long as a connection lasts. */
public final class Claimed {
  private static final String LOCK = "select pg_try_advisory_lock(hashtextextended(?, 70))";
  private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended(?, 70))";

  private Claimed() {}

  /** Does the work, unless somebody is at work on that replay; says whether it was done. */
  public static boolean alone(DataSource database, UUID replay, Runnable work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (!answer(connection, LOCK, replay)) {
        return false;
      }
      try {
        work.run();
      } finally {
        answer(connection, UNLOCK, replay);
      }
      return true;
    }
  }

  private static boolean answer(Connection connection, String question, UUID replay)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setString(1, replay.toString());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}
