package fr.livret.evidence;

import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.StoredEvent;
import fr.livret.evidence.Finding.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every event, every stored hash and every checkpoint, and says what was touched, in the
 * memory of a few thousand hashes whatever the size of the log. The product may run meanwhile.
 *
 * <p>Each leaf is computed anew from its event. Where it is not the stored one, the next checkpoint
 * tells which of the two is right. Where both are wrong, somebody has computed hashes anew, and it
 * can only be said between which checkpoints.
 */
public final class Verification {
  private static final long STRETCH = 50_000;

  /** Positions beyond are no positions: nobody has stored so much. */
  private static final long LAST_POSITION = 1L << 60;

  private final DataSource database;
  private final CheckpointFolder folder;
  private final KnownKeys keys;

  /**
   * What was looked at, and what was found.
   *
   * @param events in the log
   * @param leaves in the stored tree
   * @param checkpoints of how many sizes
   * @param findings the first of them
   * @param number of all of them
   */
  public record Report(
      long events, long leaves, long checkpoints, List<Finding> findings, long number) {
    /** Whether nothing was touched. */
    public boolean isClean() {
      return number == 0;
    }
  }

  /**
   * What is looked at.
   *
   * @param folder the checkpoints outside the database
   * @param keys whose signatures count
   */
  public Verification(DataSource database, Path folder, KnownKeys keys) {
    this.database = database;
    this.folder = new CheckpointFolder(folder);
    this.keys = keys;
  }

  /**
   * Looks at everything.
   *
   * @param progress is told now and then up to which position all was looked at
   * @throws EvidenceUnavailableException where something cannot be read, which proves nothing
   */
  public Report run(LongConsumer progress) {
    Findings findings = new Findings();
    CheckpointTrail trail = new CheckpointTrail(database, folder, keys, findings);
    long leaves = Transaction.of(database, "read the size of the tree", Tiles::size);
    long head = Transaction.of(database, "read the last position", Verification::head);
    findUnknownKeys(findings);
    findPositionsThatAreNone(findings);
    findSnapshots(findings);
    new Walk(findings, trail, leaves, head, progress).run();
    return new Report(
        head, leaves, trail.number(), List.copyOf(findings.listed()), findings.number());
  }

  private static long head(Connection connection) throws SQLException {
    return position(connection, "max(position)", "between 1 and ?", LAST_POSITION).orElse(0L);
  }

  private static Optional<Long> position(
      Connection connection, String which, String where, long given) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select " + which + " from event_store.event where position " + where)) {
      statement.setLong(1, given);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getObject(1, Long.class));
      }
    }
  }

  private void findUnknownKeys(Findings findings) {
    for (String key : Transaction.of(database, "read the keys", IssuedCheckpoints::keys)) {
      if (keys.keys().stream().noneMatch(known -> known.key().toString().equals(key))) {
        findings.add(
            Kind.UNKNOWN_KEY, 0, "the database has a key that is not known: %s".formatted(key));
      }
    }
  }

  private void findPositionsThatAreNone(Findings findings) {
    Optional<Long> below = first("< ?", 1);
    Optional<Long> beyond = first("> ?", LAST_POSITION);
    Stream.of(below, beyond)
        .flatMap(Optional::stream)
        .forEach(position ->
            findings.add(
                Kind.INSERTED,
                position,
                "there is an event at position %d, where none belongs".formatted(position)));
  }

  /** No hash covers them: where the product takes none, somebody else did. */
  private void findSnapshots(Findings findings) {
    for (String stream : Transaction.of(database, "read the snapshots", Verification::snapshots)) {
      findings.add(
          Kind.SNAPSHOT,
          0,
          "there is a snapshot of %s, and the product takes none: delete it".formatted(stream));
    }
  }

  private static List<String> snapshots(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select stream from event_store.snapshot order by stream limit 1000");
        ResultSet row = statement.executeQuery()) {
      List<String> streams = new ArrayList<>();
      while (row.next()) {
        streams.add(row.getString(1));
      }
      return streams;
    }
  }

  /** The first position there is of those. */
  private Optional<Long> first(String where, long given) {
    return Transaction.of(
        database,
        "read a position",
        connection -> position(connection, "min(position)", where, given));
  }

  /** One way through the log. */
  private final class Walk {
    private final EventLog log = new EventLog(database);
    private final StoredHashes hashes = new StoredHashes(database);
    private final Leaf leaf = new Leaf();
    private final Findings findings;
    private final TouchedEvents touched;
    private final CheckpointTrail trail;
    private final long leaves;
    private final long head;
    private final LongConsumer progress;

    /** The tree of the events as they are, and the tree of the leaves as they are stored. */
    private Frontier ofEvents = new Frontier();

    private Frontier ofLeaves = new Frontier();

    private CheckpointTrail.@Nullable Attested next;

    /** The position reached, and the last one up to which there is something to compare it with. */
    private long at;

    private long covered;

    /** The size of the last checkpoint that was right, and of the last one that was signed. */
    private long attested;

    private long signed;
    private boolean rewritten;
    private long firstWithoutHash;

    Walk(Findings findings, CheckpointTrail trail, long leaves, long head, LongConsumer progress) {
      this.findings = findings;
      this.touched = new TouchedEvents(hashes, findings);
      this.trail = trail;
      this.leaves = leaves;
      this.head = head;
      this.progress = progress;
      this.next = trail.next();
      this.covered = Math.max(leaves, trail.last());
    }

    void run() {
      while (at < head) {
        readStretch();
        progress.accept(at);
      }
      if (head < leaves) {
        findings.add(
            Kind.TRUNCATED,
            head + 1,
            leaves,
            "the log was cut short: it ends at position %d, and %s missing"
                .formatted(head, areMissing(head + 1, leaves)));
        absent(leaves);
      }
      tellWithoutHash(Math.min(at, leaves) + 1);
      for (; next != null; next = trail.next()) {
        sign(next);
      }
      tellCutShort();
      touched.finish();
    }

    private void tellCutShort() {
      if (signed > Math.max(head, leaves)) {
        findings.add(
            Kind.ROLLED_BACK,
            head + 1,
            signed,
            "the database was rolled back or cut short: the log ends at position %d, and a checkpoint of size %d was issued"
                .formatted(head, signed));
      } else if (signed > leaves) {
        findings.add(
            Kind.TREE_CHANGED,
            leaves + 1,
            signed,
            "the tree was cut short: it has %d leaves, and a checkpoint of size %d was issued"
                .formatted(leaves, signed));
      }
    }

    private void readStretch() {
      long upTo = Math.min(at + STRETCH, head);
      try {
        log.read(at, upTo, this::event);
      } catch (IllegalStateException | NegativeArraySizeException e) {
        // Its type, or the length of a column, is none; a column that is null has the length -1.
        findings.add(
            Kind.CHANGED,
            at + 1,
            "the event at position %d cannot be read: %s".formatted(at + 1, e.getMessage()));
        absent(at + 1);
        return;
      }
      if (at < upTo) {
        missing(first("> ?", at).orElse(head + 1) - 1);
      }
    }

    private void event(StoredEvent event) {
      if (event.position() <= at) {
        findings.add(
            Kind.INSERTED,
            at,
            "there is more than one event at position %d".formatted(event.position()));
        return;
      }
      missing(event.position() - 1);
      touched.look(event);
      if (event.position() <= covered) {
        append(leaf.of(event));
      }
      at = event.position();
    }

    private void missing(long to) {
      long from = at + 1;
      if (to >= from) {
        findings.add(
            Kind.MISSING, from, to, "there is a gap: %s missing".formatted(areMissing(from, to)));
        absent(to);
      }
    }

    private static String areMissing(long from, long to) {
      return Findings.positions(from, to) + (from == to ? " is" : " are");
    }

    /**
     * Goes on as if the leaves stored up to there were those of events; where none are, blindly.
     */
    private void absent(long to) {
      for (; at < to && at < covered; at++) {
        Hash stored = hashes.leaf(at + 1);
        if (stored == null) {
          covered = at;
        } else {
          append(stored);
        }
      }
      at = to;
    }

    private void append(Hash ofEvent) {
      ofEvents.append(ofEvent, (_, _, _) -> {});
      long position = ofEvents.size();
      Hash stored = hashes.leaf(position);
      if (stored == null && position <= leaves && firstWithoutHash == 0) {
        firstWithoutHash = position;
      } else if (stored != null) {
        tellWithoutHash(position);
      }
      ofLeaves.append(stored == null ? ofEvent : stored, this::compareStored);
      for (; next != null && next.size() <= position; next = trail.next()) {
        sign(next);
        compareSigned(position, next.checkpoints());
      }
    }

    private void sign(CheckpointTrail.Attested checkpoint) {
      if (!checkpoint.checkpoints().isEmpty()) {
        signed = checkpoint.size();
      }
    }

    private void tellWithoutHash(long before) {
      if (firstWithoutHash > 0) {
        findings.add(
            Kind.TREE_CHANGED,
            firstWithoutHash,
            before - 1,
            "the tree has no hash of %s"
                .formatted(Findings.positions(firstWithoutHash, before - 1)));
        firstWithoutHash = 0;
      }
    }

    private void compareStored(int level, long index, Hash root) {
      if (level == 0 || level % Tiles.STEP != 0 || (index + 1) << level > leaves) {
        return;
      }
      if (!root.equals(hashes.at(level / Tiles.STEP, index))) {
        long from = (index << level) + 1;
        long to = (index + 1) << level;
        findings.add(
            Kind.TREE_CHANGED,
            from,
            to,
            "the hash of %s together is wrong in the tree".formatted(Findings.positions(from, to)));
      }
    }

    private void compareSigned(long size, List<Checkpoint> checkpoints) {
      if (checkpoints.isEmpty()) {
        return;
      }
      if (isSigned(ofEvents, checkpoints)) {
        touched.eventsAreRight(attested + 1, size);
        ofLeaves = ofEvents.copy();
      } else if (isSigned(ofLeaves, checkpoints)) {
        ofEvents = ofLeaves.copy();
      } else {
        if (!rewritten) {
          findings.add(
              Kind.REWRITTEN,
              attested + 1,
              size,
              "history was rewritten within %s: it does not lead to the checkpoint of size %d"
                  .formatted(Findings.positions(attested + 1, size), size));
        }
        rewritten = true;
        return;
      }
      rewritten = false;
      attested = size;
    }

    private static boolean isSigned(Frontier tree, List<Checkpoint> checkpoints) {
      Hash root = tree.root();
      return checkpoints.stream().anyMatch(checkpoint -> checkpoint.root().equals(root));
    }
  }
}
