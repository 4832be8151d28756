package fr.livret.evidence;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Issues checkpoints: makes the tree grow, signs what it has come to, and writes it outside the
 * database before it counts.
 *
 * <p>It signs nothing that contradicts the last checkpoint found outside, and never two of one
 * size. Any number of nodes may run one over the same folder and key file: their turns follow each
 * other.
 */
public final class Checkpointer implements AutoCloseable {
  /** The letters "evidsign": whoever issues a checkpoint holds this lock. */
  static final long LOCK = 0x657669647369676eL;

  /**
   * How often the tree grows: a change by whoever does not compute hashes anew is found from then
   * on.
   */
  private static final Duration GROWTH = Duration.ofSeconds(1);

  private static final System.Logger LOG = System.getLogger(Checkpointer.class.getName());

  private final DataSource database;
  private final LogTree tree;
  private final KeyFile keys;
  private final CheckpointFolder folder;
  private final @Nullable Webhook webhook;
  private final Object turn = new Object();
  private boolean closing;
  private @Nullable Thread thread;
  private volatile @Nullable RuntimeException failure;

  /**
   * What it works with.
   *
   * @param keyFile with a key in it
   * @param folder where checkpoints are kept outside the database
   * @param webhook whom to give them as well, once they are in the folder; null for nobody
   */
  public Checkpointer(DataSource database, Path keyFile, Path folder, @Nullable URI webhook) {
    this.database = database;
    this.tree = new LogTree(database);
    this.keys = new KeyFile(keyFile);
    this.folder = new CheckpointFolder(folder);
    this.webhook =
        webhook == null
            ? null
            : new Webhook(this.folder, webhook, folder.resolve("taken-by-webhook"));
  }

  /**
   * Issues a checkpoint of the log as it is, unless the last one says the same.
   *
   * @return the last one; none where the log is empty
   * @throws InconsistentLogException where the database contradicts itself or what is outside
   * @throws NoteRefusedException where the last checkpoint outside proves nothing
   * @throws EvidenceUnavailableException where something failed: nothing is lost, try again. Also
   *     where the webhook failed; the checkpoint is issued then
   */
  public Optional<SignedCheckpoint> issue() {
    Optional<SignedCheckpoint> issued = issueInFolder();
    if (webhook != null) {
      webhook.deliver();
    }
    return issued;
  }

  private Optional<SignedCheckpoint> issueInFolder() {
    long unused = tree.grow();
    return Transaction.of(database, "issue a checkpoint", this::issue);
  }

  private Optional<SignedCheckpoint> issue(Connection connection) throws SQLException {
    Transaction.lock(connection, LOCK);
    long size = Tiles.size(connection);
    KeyFile.Content content = keys.read();
    Optional<SignedCheckpoint> last = lastOutside(content.known());
    requireSameInside(connection, last);
    if (last.isPresent()) {
      requireGrownFrom(connection, last.get().checkpoint(), size);
    }
    if (size == 0 || (last.isPresent() && last.get().checkpoint().size() == size)) {
      return last;
    }
    Hash root = Tiles.ask(connection, stored -> stored.root(size));
    SignedCheckpoint next = signed(size, root, content.signing());
    folder.add(size, next.note());
    if (content.signing().size() > 1) {
      keys.retireAllButNewest(size);
      content = keys.read();
    }
    IssuedCheckpoints.add(connection, next);
    IssuedCheckpoints.remember(connection, content.known());
    return Optional.of(next);
  }

  private static SignedCheckpoint signed(long size, Hash root, List<SigningKey> signing) {
    String origin = signing.getFirst().verifier().name();
    Checkpoint checkpoint = new Checkpoint(origin, size, root);
    return new SignedCheckpoint(checkpoint, Note.signed(checkpoint.text(), signing).toString());
  }

  private Optional<SignedCheckpoint> lastOutside(KnownKeys known) {
    SignedCheckpoint last = null;
    for (CheckpointFolder.Entry entry : folder.last()) {
      SignedCheckpoint opened = opened(entry, known);
      if (last != null && !last.checkpoint().equals(opened.checkpoint())) {
        throw new InconsistentLogException(
            "there are two different checkpoints of size " + entry.size() + " in " + folder);
      }
      last = opened;
    }
    return Optional.ofNullable(last);
  }

  private static SignedCheckpoint opened(CheckpointFolder.Entry entry, KnownKeys known) {
    try {
      SignedCheckpoint opened = known.open(entry.note());
      if (opened.checkpoint().size() != entry.size()) {
        throw new InconsistentLogException(
            "the checkpoint in %s is of size %d"
                .formatted(entry.file(), opened.checkpoint().size()));
      }
      return opened;
    } catch (NoteRefusedException e) {
      throw new NoteRefusedException(e.reason(), entry.file() + ": " + e.getMessage());
    }
  }

  /** What is inside was written after what is outside; a crash between leaves it to us. */
  private void requireSameInside(Connection connection, Optional<SignedCheckpoint> outside)
      throws SQLException {
    long last = outside.map(signed -> signed.checkpoint().size()).orElse(0L);
    Optional<IssuedCheckpoints.Issued> latest = IssuedCheckpoints.latest(connection);
    if (latest.isPresent() && latest.get().size() > last) {
      throw new InconsistentLogException(
          ("the database has a checkpoint of size %d, and the last one in %s is of size %d:"
                  + " is this the right folder? A note lost from it stands in the database")
              .formatted(latest.get().size(), folder, last));
    }
    if (outside.isEmpty()) {
      return;
    }
    Optional<IssuedCheckpoints.Issued> inside = IssuedCheckpoints.of(connection, last);
    if (inside.isEmpty()) {
      IssuedCheckpoints.add(connection, outside.get());
    } else if (!inside.get().root().equals(outside.get().checkpoint().root())) {
      throw new InconsistentLogException(
          "the checkpoint of size %d in the database is not the one in %s".formatted(last, folder));
    }
  }

  private void requireGrownFrom(Connection connection, Checkpoint last, long size)
      throws SQLException {
    if (last.size() > size) {
      throw new InconsistentLogException(
          ("the log has %d events, and a checkpoint of size %d was issued: the database was rolled"
                  + " back or cut short")
              .formatted(size, last.size()));
    }
    Hash root = Tiles.ask(connection, stored -> stored.root(last.size()));
    if (!root.equals(last.root())) {
      throw new InconsistentLogException(
          "the first %d events are not those of the checkpoint of that size in %s: history was rewritten"
              .formatted(last.size(), folder));
    }
  }

  /**
   * Begins to issue a checkpoint now and at every turn, where something has happened since the
   * last; the tree grows every second.
   *
   * @param every how long a turn waits for the next; a minute at most
   */
  public void start(Duration every) {
    if (every.compareTo(Duration.ofMinutes(1)) > 0 || every.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException("there is a checkpoint every minute, and not " + every);
    }
    synchronized (turn) {
      if (thread != null || closing) {
        throw new IllegalStateException("it was started already");
      }
      thread = Thread.ofPlatform().name("checkpointer").daemon().start(() -> run(every));
    }
  }

  private void run(Duration every) {
    Duration growth = every.compareTo(GROWTH) < 0 ? every : GROWTH;
    long issuedAt = System.nanoTime();
    boolean due = true;
    do {
      if (due) {
        issuedAt = System.nanoTime();
        takeTurn();
      } else {
        grow();
      }
      due = System.nanoTime() - issuedAt + growth.toNanos() >= every.toNanos();
    } while (waited(growth));
    // While the product stands still nothing more is signed: all there is must be by now.
    takeTurn();
  }

  private void takeTurn() {
    try {
      Optional<SignedCheckpoint> unused = issue();
      failure = null;
    } catch (RuntimeException e) {
      failure = e;
      LOG.log(System.Logger.Level.ERROR, "No checkpoint was issued", e);
    }
  }

  private void grow() {
    try {
      long unused = tree.grow();
    } catch (RuntimeException e) {
      // The next turn meets it as well, and is heard.
      failure = e;
      LOG.log(System.Logger.Level.DEBUG, "The tree did not grow", e);
    }
  }

  /** Whether it is to go on. */
  private boolean waited(Duration every) {
    long until = System.nanoTime() + every.toNanos();
    synchronized (turn) {
      try {
        for (long left = every.toNanos(); !closing && left > 0; left = until - System.nanoTime()) {
          turn.wait(left / 1_000_000 + 1);
        }
      } catch (InterruptedException _) {
        return false;
      }
      return !closing;
    }
  }

  /** Why the last turn failed; nothing where it did not. */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Ends the turns with a last one, where they were begun. */
  @Override
  public void close() {
    Thread running;
    synchronized (turn) {
      closing = true;
      turn.notifyAll();
      running = thread;
    }
    if (running != null) {
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
