package fr.livret.evidence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The tiles of the tree in PostgreSQL.
 *
 * <p>A tile of level n holds up to 256 hashes of subtrees of 256^n leaves. They are the tiles of
 * C2SP's tlog-tiles, so that they may be served as such: 33 bytes for each event, and at a million
 * events six of them answer any question. Every node in a row of its own would be five times that.
 */
final class Tiles {
  /** How many levels of the tree lie between two levels of tiles: a tile has 2^8 hashes. */
  static final int STEP = 8;

  /** How many hashes a tile may have. */
  static final int WIDTH = 1 << STEP;

  /** Where a tile is: its level, and how many lie left of it. */
  record Place(int level, long index) {}

  private Tiles() {}

  /** How many leaves the stored tree has. */
  static long size(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select index * 256 + octet_length(hashes) / 32 from tamper_evidence.tile
                where level = 0 order by index desc limit 1
                """);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /**
   * Answers a question about the stored tree by one query, for the tiles the answer needs.
   *
   * @param question asked twice, the first time of a tree with wrong hashes
   * @throws InconsistentLogException where a tile is missing or too short
   */
  static <T> T ask(Connection connection, Function<MerkleTree, T> question) throws SQLException {
    Set<Place> needed = new HashSet<>();
    Hash any = new Hashing().empty();
    T unused =
        question.apply((level, index) -> {
          needed.add(placeOf(level, index));
          return any;
        });
    Map<Place, byte[]> tiles = read(connection, needed);
    Hashing hashing = new Hashing();
    return question.apply((level, index) -> subtree(tiles, level, index, hashing));
  }

  private static Place placeOf(int level, long index) {
    return new Place(level / STEP, (index << (level % STEP)) >> STEP);
  }

  private static Hash subtree(Map<Place, byte[]> tiles, int level, long index, Hashing hashing) {
    Place place = placeOf(level, index);
    byte[] tile = tiles.getOrDefault(place, new byte[0]);
    int count = 1 << (level % STEP);
    int from = (int) ((index << (level % STEP)) & (WIDTH - 1));
    if (tile.length < (from + count) * Hash.LENGTH) {
      throw new InconsistentLogException(
          "tile %d of level %d of the tree has %d hashes, and %d are needed"
              .formatted(place.index(), place.level(), tile.length / Hash.LENGTH, from + count));
    }
    return subtree(tile, from, count, hashing);
  }

  private static Hash subtree(byte[] tile, int from, int count, Hashing hashing) {
    if (count == 1) {
      return Hash.in(tile, from * Hash.LENGTH);
    }
    int half = count / 2;
    return hashing.node(
        subtree(tile, from, half, hashing), subtree(tile, from + half, half, hashing));
  }

  /** The tiles that are there, of those asked for. */
  static Map<Place, byte[]> read(Connection connection, Collection<Place> places)
      throws SQLException {
    Map<Place, byte[]> tiles = new HashMap<>();
    if (places.isEmpty()) {
      return tiles;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select level, index, hashes
            from unnest(?::int4[], ?::int8[]) as wanted (level, index)
            join tamper_evidence.tile using (level, index)
            """)) {
      statement.setArray(1, levels(connection, places));
      statement.setArray(2, indexes(connection, places));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          tiles.put(new Place(row.getInt(1), row.getLong(2)), row.getBytes(3));
        }
      }
    }
    return tiles;
  }

  /** Writes tiles, over shorter ones of the same places where there are any. */
  static void write(Connection connection, Map<Place, byte[]> tiles) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into tamper_evidence.tile (level, index, hashes)
            select * from unnest(?::int4[], ?::int8[], ?::bytea[])
            on conflict (level, index) do update set hashes = excluded.hashes
            """)) {
      statement.setArray(1, levels(connection, tiles.keySet()));
      statement.setArray(2, indexes(connection, tiles.keySet()));
      statement.setArray(
          3, connection.createArrayOf("bytea", tiles.values().toArray(new byte[0][])));
      int unused = statement.executeUpdate();
    }
  }

  private static Array levels(Connection connection, Collection<Place> places) throws SQLException {
    return connection.createArrayOf("int4", places.stream().map(Place::level).toArray());
  }

  private static Array indexes(Connection connection, Collection<Place> places)
      throws SQLException {
    return connection.createArrayOf("int8", places.stream().map(Place::index).toArray());
  }
}
