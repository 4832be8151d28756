package fr.livret.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The checkpoints the database remembers, for those who ask; what counts is outside of it. */
public final class IssuedCheckpoints {
  private final DataSource database;

  /**
   * A checkpoint as the database remembers it.
   *
   * @param size how many events the log had
   * @param root of the tree over them
   * @param note the whole note
   * @param at when it was issued
   */
  public record Issued(long size, Hash root, String note, Instant at) {}

  /** Those of that database. */
  public IssuedCheckpoints(DataSource database) {
    this.database = database;
  }

  /** The latest one; none before the first. */
  public Optional<Issued> latest() {
    return Transaction.of(database, "read the latest checkpoint", IssuedCheckpoints::latest);
  }

  /** The one of that size. */
  public Optional<Issued> of(long size) {
    return Transaction.of(database, "read a checkpoint", connection -> of(connection, size));
  }

  /** The first one that covers a position. */
  public Optional<Issued> covering(long position) {
    return Transaction.of(
        database,
        "read a checkpoint",
        connection -> one(connection, "where size >= ? order by size limit 1", position));
  }

  static Optional<Issued> latest(Connection connection) throws SQLException {
    return one(connection, "order by size desc limit 1", null);
  }

  static Optional<Issued> of(Connection connection, long size) throws SQLException {
    return one(connection, "where size = ?", size);
  }

  /** Some of those between two sizes, the first ones; the larger size is included. */
  static List<Issued> after(Connection connection, long after, long upTo) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select size, root, note, issued_at from tamper_evidence.checkpoint
            where size > ? and size <= ? order by size limit 1000
            """)) {
      statement.setLong(1, after);
      statement.setLong(2, upTo);
      List<Issued> issued = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          issued.add(read(row));
        }
      }
      return issued;
    }
  }

  private static Optional<Issued> one(Connection connection, String which, @Nullable Long size)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select size, root, note, issued_at from tamper_evidence.checkpoint " + which)) {
      if (size != null) {
        statement.setLong(1, size);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  private static Issued read(ResultSet row) throws SQLException {
    return new Issued(
        row.getLong(1),
        // Whatever somebody has put there: it is to be told, and not to be stumbled over.
        Hash.over(Arrays.copyOf(row.getBytes(2), Hash.LENGTH)),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant());
  }

  static void add(Connection connection, SignedCheckpoint signed) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into tamper_evidence.checkpoint (size, root, note) values (?, ?, ?)")) {
      statement.setLong(1, signed.checkpoint().size());
      statement.setBytes(2, signed.checkpoint().root().bytes());
      statement.setString(3, signed.note());
      int unused = statement.executeUpdate();
    }
  }

  /** The keys remembered, as their texts. */
  static List<String> keys(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select key from tamper_evidence.verifier_key order by key");
        ResultSet row = statement.executeQuery()) {
      List<String> keys = new ArrayList<>();
      while (row.next()) {
        keys.add(row.getString(1));
      }
      return keys;
    }
  }

  /** Remembers the keys as the key file has them. */
  static void remember(Connection connection, KnownKeys keys) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into tamper_evidence.verifier_key as known (key, since, until, last_size)
            values (?, ?, ?, ?)
            on conflict (key) do update
              set until = excluded.until, last_size = excluded.last_size
              where known.until is distinct from excluded.until
            """)) {
      for (KnownKeys.Known known : keys.keys()) {
        KnownKeys.Retired retired = known.retired();
        statement.setString(1, known.key().toString());
        statement.setObject(2, known.since().atOffset(ZoneOffset.UTC));
        statement.setObject(3, retired == null ? null : retired.at().atOffset(ZoneOffset.UTC));
        statement.setObject(4, retired == null ? null : retired.lastSize());
        int unused = statement.executeUpdate();
      }
    }
  }
}
