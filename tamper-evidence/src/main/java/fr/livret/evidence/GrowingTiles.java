package fr.livret.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The right edge of the stored tree while leaves are appended to it: what is to be written. */
final class GrowingTiles {
  private static final int LEVELS = Long.SIZE / Tiles.STEP;

  private final Frontier frontier;
  private final Map<Tiles.Place, byte[]> full = new LinkedHashMap<>();

  /** The last tile of each level, with room for all its hashes. */
  private final byte[][] last = new byte[LEVELS][Tiles.WIDTH * Hash.LENGTH];

  /** Takes the stored tree up where it ends. */
  GrowingTiles(Connection connection, long size) throws SQLException {
    frontier = Tiles.ask(connection, tree -> new Frontier(tree, size));
    Tiles.read(connection, unfinished())
        .forEach(
            (place, hashes) -> System.arraycopy(hashes, 0, last[place.level()], 0, hashes.length));
  }

  long size() {
    return frontier.size();
  }

  void append(Hash leaf) {
    frontier.append(leaf, this::keep);
  }

  private void keep(int level, long index, Hash root) {
    if (level % Tiles.STEP != 0) {
      return;
    }
    int tile = level / Tiles.STEP;
    int place = (int) (index % Tiles.WIDTH);
    root.into(last[tile], place * Hash.LENGTH);
    if (place == Tiles.WIDTH - 1) {
      full.put(new Tiles.Place(tile, index / Tiles.WIDTH), last[tile].clone());
    }
  }

  /** Writes every tile that has changed since it was last called. */
  void write(Connection connection) throws SQLException {
    for (Tiles.Place place : unfinished()) {
      full.put(place, Arrays.copyOf(last[place.level()], hashes(place.level()) * Hash.LENGTH));
    }
    Tiles.write(connection, full);
    full.clear();
  }

  private List<Tiles.Place> unfinished() {
    List<Tiles.Place> places = new ArrayList<>();
    for (int level = 0; level < LEVELS; level++) {
      if (hashes(level) > 0) {
        places.add(new Tiles.Place(level, size() >> (Tiles.STEP * (level + 1))));
      }
    }
    return places;
  }

  /** How many hashes the last tile of a level has, while it is not full. */
  private int hashes(int level) {
    return (int) (size() >> (Tiles.STEP * level)) & (Tiles.WIDTH - 1);
  }
}
