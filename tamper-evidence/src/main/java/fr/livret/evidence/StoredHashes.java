package fr.livret.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The hashes of the stored tiles, read from the first to the last, or nearly so. */
final class StoredHashes {
  private static final int READ_AHEAD = 64;
  private static final int KEPT = 4 * READ_AHEAD;

  private final DataSource database;

  /** The tiles last read; where there is none, no bytes. */
  private final Map<Tiles.Place, byte[]> tiles =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tiles.Place, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  StoredHashes(DataSource database) {
    this.database = database;
  }

  /** The hash of the leaf of a position; null where none is stored. */
  @Nullable Hash leaf(long position) {
    return position < 1 ? null : at(0, position - 1);
  }

  /** The hash of a subtree of 256^level leaves; null where none is stored. */
  @Nullable Hash at(int level, long index) {
    Tiles.Place place = new Tiles.Place(level, index / Tiles.WIDTH);
    byte[] tile = tiles.get(place);
    if (tile == null) {
      tile = readFrom(place);
    }
    int from = (int) (index % Tiles.WIDTH) * Hash.LENGTH;
    return from + Hash.LENGTH <= tile.length ? Hash.in(tile, from) : null;
  }

  private byte[] readFrom(Tiles.Place first) {
    List<Tiles.Place> places =
        LongStream.range(first.index(), first.index() + READ_AHEAD)
            .mapToObj(index -> new Tiles.Place(first.level(), index))
            .toList();
    Map<Tiles.Place, byte[]> read =
        Transaction.of(
            database, "read the tiles of the tree", connection -> Tiles.read(connection, places));
    places.forEach(place -> tiles.put(place, read.getOrDefault(place, new byte[0])));
    return read.getOrDefault(first, new byte[0]);
  }
}
