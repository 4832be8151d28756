package fr.livret.evidence;

import fr.livret.eventstore.EventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The Merkle tree over the event log: leaf 0 is the event at position 1. It is stored beside the
 * log and grows when it is asked to, from where it ended.
 *
 * <p>May be used by several threads, and by several processes at once.
 */
public final class LogTree {
  /** The letters "evidtree": whoever makes the tree grow holds this lock. */
  private static final long LOCK = 0x6576696474726565L;

  /** How many leaves are written in one transaction. */
  private static final long CHUNK = 1 << 16;

  private final DataSource database;
  private final EventLog log;

  /** The tree of the log in that database; its tables are there already. */
  public LogTree(DataSource database) {
    this.database = database;
    this.log = new EventLog(database);
  }

  /**
   * Takes in every event that is in the log by now. Where another process does so already, waits
   * for it; killed at any moment, it goes on from there when it is called again.
   *
   * @return how many leaves it has then
   * @throws InconsistentLogException where a position is missing, or the log is shorter than the
   *     tree
   */
  public long grow() {
    long head = log.head();
    for (; ; ) {
      long size = Transaction.of(database, "make the tree grow", c -> growOn(c, head));
      if (size >= head) {
        return size;
      }
    }
  }

  private long growOn(Connection connection, long head) throws SQLException {
    Transaction.lock(connection, LOCK);
    long size = Tiles.size(connection);
    if (size >= head) {
      // Somebody else may have seen more of the log than head.
      requireLength(log.head(), size);
      return size;
    }
    GrowingTiles tiles = new GrowingTiles(connection, size);
    Leaf leaf = new Leaf();
    long upTo = Math.min(size + CHUNK, head);
    log.read(
        size,
        upTo,
        event -> {
          requirePosition(event.position(), tiles.size() + 1);
          tiles.append(leaf.of(event));
        });
    requirePosition(upTo, tiles.size());
    tiles.write(connection);
    return upTo;
  }

  private static void requireLength(long head, long size) {
    if (head < size) {
      throw new InconsistentLogException(
          "the log ends at position %d, and the tree has %d leaves".formatted(head, size));
    }
  }

  private static void requirePosition(long found, long expected) {
    if (found != expected) {
      throw new InconsistentLogException(
          "position %d is missing in the log".formatted(Math.min(found, expected)));
    }
  }

  /** How many leaves it has. */
  public long size() {
    return Transaction.of(database, "read the size of the tree", Tiles::size);
  }

  /** Its root when it had that many leaves. */
  public Hash root(long size) {
    return ask(size, tree -> tree.root(size));
  }

  /**
   * The proof that the event at a position is in the tree of a size.
   *
   * @throws IllegalArgumentException where that tree has no such position
   */
  public InclusionProof inclusion(long position, long size) {
    return ask(size, tree -> tree.inclusion(position - 1, size));
  }

  /**
   * The proof that the tree of one size has grown into that of another.
   *
   * @throws IllegalArgumentException where there is no such pair of trees
   */
  public ConsistencyProof consistency(long from, long to) {
    return ask(to, tree -> tree.consistency(from, to));
  }

  private <T> T ask(long size, Function<MerkleTree, T> question) {
    return Transaction.of(
        database,
        "read the tree",
        connection -> {
          long stored = Tiles.size(connection);
          if (size < 0 || size > stored) {
            throw new IllegalArgumentException(
                "the tree has %d leaves, and not %d".formatted(stored, size));
          }
          return Tiles.ask(connection, question);
        });
  }
}
