package fr.livret.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends in PostgreSQL: a whole batch at once as long as all goes well.
 *
 * <p>When a batch meets a conflict, or its answer is lost, each of its events is looked up before
 * anything is written again, and is known by its id: an append that came second fails alone, and
 * one that was stored before the connection was lost is not stored twice. Should the lost
 * connection's transaction still come through afterwards, it fails on what was written here.
 */
final class PostgresJournal implements Journal {
  private static final long FIRST_PAUSE_MILLIS = 5;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(PostgresJournal.class);

  private final PostgresWriter writer;
  private final Duration patience;

  /** When the database was lost that has not come back since; null while it is there. */
  private @Nullable Long lostAt;

  PostgresJournal(DataSource database, Duration patience) {
    this.writer = new PostgresWriter(database, patience);
    this.patience = patience;
  }

  @Override
  public List<Outcome> write(List<Append> batch) {
    boolean sent = false;
    try {
      writer.connect();
      sent = true;
      List<Outcome> outcomes = writer.plain(batch);
      lostAt = null;
      return outcomes;
    } catch (SQLException e) {
      if (PostgresWriter.heldUp(e)) {
        lostAt = null;
        Outcome.Failed failed = new Outcome.Failed(heldUp(false, e));
        return batch.stream().<Outcome>map(_ -> failed).toList();
      }
      LOG.debug("A batch of {} is written one by one", batch.size(), e);
      return new Resolution(batch, sent).outcomes();
    }
  }

  @Override
  public void close() {
    writer.disconnect();
  }

  /**
   * Another process has had the order of events for too long.
   *
   * @param doubtful whether something was sent before of which the answer was never read
   */
  private EventStoreException heldUp(boolean doubtful, SQLException cause) {
    LOG.warn("Another process has kept all others from storing events for {}", patience);
    return doubtful
        ? new OutcomeUnknownException(
            "the database was lost while it stored, and then another process kept the order of"
                + " events for longer than "
                + patience,
            cause)
        : new EventStoreUnavailableException(
            "another process has kept the order of events for longer than "
                + patience
                + "; nothing was stored",
            cause);
  }

  /** Finds out, append by append, what became of a batch that did not simply succeed. */
  private final class Resolution {
    private final List<Append> batch;
    private final @Nullable Outcome[] outcomes;
    private final FailedPlaces failed = new FailedPlaces();

    /** Whether something was sent of which the answer was never read. */
    private boolean doubtful;

    Resolution(List<Append> batch, boolean sent) {
      this.batch = batch;
      this.outcomes = new @Nullable Outcome[batch.size()];
      this.doubtful = sent;
    }

    List<Outcome> outcomes() {
      List<Integer> left = new ArrayList<>();
      for (int index = 0; index < batch.size(); index++) {
        left.add(index);
      }
      while (!left.isEmpty()) {
        List<Integer> wave = apart(left);
        left.removeAll(wave);
        // What was built on an event that is not known to be stored must not be stored itself.
        wave.stream()
            .filter(index -> failed.precede(batch.get(index)))
            .forEach(index -> outcomes[index] = new Outcome.Lost(0));
        settle(wave.stream().filter(index -> outcomes[index] == null).toList());
      }
      return Arrays.stream(outcomes).map(Objects::requireNonNull).toList();
    }

    /** The first appends that have no stream in common; what is behind one of them waits. */
    private List<Integer> apart(List<Integer> left) {
      Set<String> taken = new HashSet<>();
      List<Integer> apart = new ArrayList<>();
      for (int index : left) {
        boolean free = true;
        for (Append.Event event : batch.get(index).events()) {
          free &= !taken.contains(event.stream());
        }
        batch.get(index).events().forEach(event -> taken.add(event.stream()));
        if (free) {
          apart.add(index);
        }
      }
      return apart;
    }

    private void settle(List<Integer> wave) {
      if (wave.isEmpty()) {
        return;
      }
      try {
        List<Outcome> found = found(wave.stream().map(batch::get).toList());
        for (int index = 0; index < wave.size(); index++) {
          outcomes[wave.get(index)] = found.get(index);
        }
      } catch (EventStoreException given) {
        wave.forEach(index -> fail(index, given));
      } catch (SQLException refused) {
        if (wave.size() == 1) {
          fail(
              wave.getFirst(),
              new EventStoreException("the database refused it; nothing was stored", refused));
        } else {
          // One of them cannot be stored: the others must not fail with it.
          wave.forEach(index -> settle(List.of(index)));
        }
      }
    }

    private void fail(int index, EventStoreException why) {
      outcomes[index] = new Outcome.Failed(why);
      failed.add(batch.get(index));
    }

    /** Throws what the server says of the appends; looks for a lost server as long as it may. */
    private List<Outcome> found(List<Append> appends) throws SQLException {
      for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
        boolean before = doubtful;
        try {
          writer.connect();
          doubtful = true;
          List<Outcome> found = writer.exact(appends);
          lostAt = null;
          return found;
        } catch (SQLException e) {
          if (PostgresWriter.heldUp(e)) {
            lostAt = null;
            throw heldUp(before, e);
          }
          if (!writer.isLost()) {
            throw e;
          }
          waitFor(e, pause);
        }
      }
    }

    private void waitFor(SQLException failure, long millis) {
      long now = System.nanoTime();
      if (lostAt == null) {
        lostAt = now;
        LOG.warn(
            "The connection that stores events is lost; it is looked for: {}", reason(failure));
      }
      if (now - lostAt > patience.toNanos()) {
        throw doubtful
            ? new OutcomeUnknownException(
                "the database was lost while it stored, and has not come back for " + patience,
                failure)
            : new EventStoreUnavailableException(
                "there has been no database for " + patience + "; nothing was stored", failure);
      }
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        // Only whoever closes the store ends the writer, and then after its last batch.
        LOG.debug("The writer was interrupted while it looked for its database", e);
      }
    }

    private static String reason(SQLException failure) {
      return failure.getClass().getSimpleName() + " " + failure.getSQLState();
    }
  }
}
