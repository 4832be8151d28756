package fr.livret.evidence;

import fr.livret.evidence.IssuedCheckpoints.Issued;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * All checkpoints, those of the folder and those of the database side by side, in the order of
 * their sizes. What is wrong about them by themselves is found on the way.
 */
final class CheckpointTrail {
  private final DataSource database;
  private final CheckpointFolder folder;
  private final KnownKeys keys;
  private final Findings findings;
  private final long lastOutside;
  private final long lastInside;
  private final Iterator<CheckpointFolder.Entry> outside;
  private final Deque<Issued> inside = new ArrayDeque<>();
  private CheckpointFolder.@Nullable Entry nextOutside;
  private long readInside;
  private long number;

  /**
   * What is signed about one size.
   *
   * @param checkpoints that known keys signed: one, where nothing is wrong
   */
  record Attested(long size, List<Checkpoint> checkpoints) {}

  /** All that were issued by now. */
  CheckpointTrail(DataSource database, CheckpointFolder folder, KnownKeys keys, Findings findings) {
    this.database = database;
    this.folder = folder;
    this.keys = keys;
    this.findings = findings;
    long[] last =
        Transaction.of(
            database,
            "read the last checkpoints",
            connection -> {
              // Nobody issues one while both sides are looked at.
              Transaction.lock(connection, Checkpointer.LOCK);
              return new long[] {
                folder.last().stream()
                    .mapToLong(CheckpointFolder.Entry::size)
                    .findFirst()
                    .orElse(0),
                IssuedCheckpoints.latest(connection).map(Issued::size).orElse(0L)
              };
            });
    this.lastOutside = last[0];
    this.lastInside = last[1];
    this.outside = folder.after(0).takeWhile(entry -> entry.size() <= lastOutside).iterator();
    this.nextOutside = outside.hasNext() ? outside.next() : null;
  }

  /** The size of the largest one, on either side; 0 where there is none. */
  long last() {
    return Math.max(lastOutside, lastInside);
  }

  /** How many sizes there were so far. */
  long number() {
    return number;
  }

  /** What is signed about the next size; null behind the last one. */
  @Nullable Attested next() {
    if (inside.isEmpty() && readInside < lastInside) {
      inside.addAll(
          Transaction.of(
              database,
              "read checkpoints",
              connection -> IssuedCheckpoints.after(connection, readInside, lastInside)));
      readInside = inside.isEmpty() ? lastInside : inside.getLast().size();
    }
    CheckpointFolder.Entry entry = nextOutside;
    Issued issued = inside.peekFirst();
    if (entry == null && issued == null) {
      return null;
    }
    number++;
    long size =
        Math.min(
            entry == null ? Long.MAX_VALUE : entry.size(),
            issued == null ? Long.MAX_VALUE : issued.size());
    List<Checkpoint> without = outsideOf(size);
    boolean isOutside = entry != null && entry.size() == size;
    if (issued == null || issued.size() > size) {
      // The last one may be there alone: whoever issued it was killed before it told the database.
      if (size < lastOutside) {
        findings.add(
            Finding.Kind.CHECKPOINT_MISSING,
            size,
            "the checkpoint of size %d in %s is missing in the database".formatted(size, folder));
      }
      return new Attested(size, without);
    }
    inside.removeFirst();
    if (!isOutside) {
      findings.add(
          Finding.Kind.CHECKPOINT_MISSING,
          size,
          "the checkpoint of size %d in the database is missing in %s".formatted(size, folder));
    }
    List<Checkpoint> within = insideOf(issued);
    requireSame(issued, without);
    // What is outside counts; where nothing is, what a known key has signed.
    return new Attested(size, without.isEmpty() ? within : without);
  }

  private List<Checkpoint> outsideOf(long size) {
    List<Checkpoint> opened = new ArrayList<>();
    for (CheckpointFolder.Entry entry = nextOutside;
        entry != null && entry.size() == size;
        entry = nextOutside) {
      opened.addAll(opened(entry.note(), size, entry.file().toString()));
      nextOutside = outside.hasNext() ? outside.next() : null;
    }
    List<Checkpoint> different = opened.stream().distinct().toList();
    if (different.size() > 1) {
      findings.add(
          Finding.Kind.TWO_CHECKPOINTS,
          size,
          "there are %d different checkpoints of size %d in %s: roots %s"
              .formatted(different.size(), size, folder, roots(different.stream())));
    }
    return different;
  }

  private List<Checkpoint> insideOf(Issued issued) {
    List<Checkpoint> opened =
        opened(
            issued.note(),
            issued.size(),
            "the checkpoint of size %d in the database".formatted(issued.size()));
    if (!opened.stream().allMatch(checkpoint -> checkpoint.root().equals(issued.root()))) {
      findings.add(
          Finding.Kind.MALFORMED,
          issued.size(),
          "the root of the checkpoint of size %d in the database is not the one of its note"
              .formatted(issued.size()));
    }
    return opened;
  }

  private void requireSame(Issued issued, List<Checkpoint> outside) {
    if (!outside.isEmpty()
        && outside.stream().noneMatch(checkpoint -> checkpoint.root().equals(issued.root()))) {
      findings.add(
          Finding.Kind.TWO_CHECKPOINTS,
          issued.size(),
          "there are two different checkpoints of size %d: root %s in the database, %s in %s"
              .formatted(issued.size(), issued.root(), roots(outside.stream()), folder));
    }
  }

  private List<Checkpoint> opened(String note, long size, String where) {
    try {
      Checkpoint checkpoint = keys.open(note).checkpoint();
      if (checkpoint.size() == size) {
        return List.of(checkpoint);
      }
      findings.add(
          Finding.Kind.MALFORMED,
          size,
          "%s: it is a checkpoint of size %d, not %d".formatted(where, checkpoint.size(), size));
    } catch (NoteRefusedException e) {
      findings.add(kind(e.reason()), size, where + ": " + e.getMessage());
    }
    return List.of();
  }

  private static Finding.Kind kind(NoteRefusedException.Reason reason) {
    return switch (reason) {
      case MALFORMED -> Finding.Kind.MALFORMED;
      case UNKNOWN_KEY -> Finding.Kind.UNKNOWN_KEY;
      case BAD_SIGNATURE -> Finding.Kind.BAD_SIGNATURE;
      case RETIRED_KEY -> Finding.Kind.RETIRED_KEY;
    };
  }

  private static String roots(Stream<Checkpoint> checkpoints) {
    return checkpoints
        .map(checkpoint -> checkpoint.root().toString())
        .collect(Collectors.joining(", "));
  }
}
