package fr.livret.query.projection;

import fr.livret.query.projection.Progress.State;
import fr.livret.query.projection.Tokens.Moved;
import fr.livret.query.projection.Tokens.Place;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the events for one projection, batch by batch: rows and token are written in one
 * transaction, either both or neither. Where that fails it tries again, later and later; it never
 * passes over an event.
 */
final class Follower<E, K, R> {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final int BATCH = 500;
  private static final int LONGEST_PAUSE_SECONDS = 60;

  /**
   * The shortest time between two batches: the first event after a lull is taken at once, and of a
   * flood more come together. Each batch is a commit, and there are many projections.
   */
  private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(10);

  /** How often it looks whether it is to stop, and writes down a place that no row came with. */
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Projection<E, K, R> projection;
  private final Folding<E, K, R> folding;
  private final EventStore events;
  private final Tokens tokens;
  private final TransactionTemplate transactions;
  private final JdbcTemplate jdbc;
  private final Arrivals arrivals;

  private volatile CountDownLatch stopping = new CountDownLatch(0);

  /** When it last took events; of its thread only. */
  private long takenAt = System.nanoTime() - BREATH;

  private volatile @Nullable Thread thread;
  private volatile State state = State.STOPPED;
  private volatile long position;
  private volatile @Nullable Instant waiting;
  private volatile @Nullable String error;

  Follower(
      Projection<E, K, R> projection,
      EventStore events,
      Tokens tokens,
      TransactionTemplate transactions,
      JdbcTemplate jdbc,
      Arrivals arrivals) {
    this.projection = projection;
    this.folding = new Folding<>(projection);
    this.events = events;
    this.tokens = tokens;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.arrivals = arrivals;
  }

  /** Also once it has been stopped. */
  void start() {
    stopping = new CountDownLatch(1);
    state = State.FOLLOWING;
    thread = Thread.ofPlatform().name("projection-" + projection.name()).start(this::run);
  }

  /** It is not interrupted: what it is writing is written to the end. */
  void stop() {
    stopping.countDown();
  }

  void await() {
    @Nullable Thread running = thread;
    try {
      if (running != null) {
        running.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  State state() {
    return state;
  }

  /** Up to where it has passed the events. */
  long position() {
    return position;
  }

  /** When the oldest event happened that it has seen and not written yet. */
  Optional<Instant> waiting() {
    return Optional.ofNullable(waiting);
  }

  @Nullable String error() {
    return error;
  }

  private void run() {
    int pause = 1;
    while (running()) {
      try {
        follow();
      } catch (Moved e) {
        LOG.info("Projection {} was moved by another node or a rebuild", projection.name());
      } catch (InterruptedException e) {
        break;
      } catch (RuntimeException e) {
        pause = state == State.FAILING ? Math.min(pause * 2, LONGEST_PAUSE_SECONDS) : 1;
        state = State.FAILING;
        error = kinds(e);
        LOG.warn("Projection {} tries again in {} s: {}", projection.name(), pause, error);
        LOG.debug("Projection {}", projection.name(), e);
        stopsWithin(pause);
      }
    }
    state = State.STOPPED;
  }

  private boolean running() {
    return stopping.getCount() > 0;
  }

  private void stopsWithin(int seconds) {
    try {
      var _ = stopping.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() throws InterruptedException {
    Place stored = tokens.place(jdbc, projection.name());
    position = Tokens.position(stored.token());
    @Nullable TrackingToken passed = stored.token();
    long storedAt = System.nanoTime();
    try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(stored.token())) {
      while (running()) {
        List<TrackedEventMessage<?>> batch = next(stream);
        List<Fact<E>> facts = folding.facts(batch.stream());
        passed = batch.isEmpty() ? passed : batch.getLast().trackingToken();
        boolean late = System.nanoTime() - storedAt > SECOND;
        if (!facts.isEmpty() || (late && passed != null && !passed.equals(stored.token()))) {
          stored = write(facts, stored, Objects.requireNonNull(passed));
          storedAt = System.nanoTime();
        }
        position = Tokens.position(passed);
        waiting = stream.peek().map(TrackedEventMessage::getTimestamp).orElse(null);
        state = State.FOLLOWING;
        error = null;
      }
    }
  }

  /** What there is, after a second at most; events that came of one are never parted. */
  private List<TrackedEventMessage<?>> next(BlockingStream<TrackedEventMessage<?>> stream)
      throws InterruptedException {
    List<TrackedEventMessage<?>> batch = new ArrayList<>();
    if (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
      long left = BREATH - (System.nanoTime() - takenAt);
      if (left > 0) {
        var _ = stopping.await(left, TimeUnit.NANOSECONDS);
      }
      takenAt = System.nanoTime();
      do {
        batch.add(stream.nextAvailable());
      } while (stream.peek().filter(next -> fits(next, batch)).isPresent());
      waiting = batch.getFirst().getTimestamp();
    }
    return batch;
  }

  private static boolean fits(TrackedEventMessage<?> next, List<TrackedEventMessage<?>> batch) {
    return batch.size() < BATCH || next.trackingToken().equals(batch.getLast().trackingToken());
  }

  private Place write(List<Fact<E>> facts, Place from, TrackingToken to) {
    Place moved =
        transactions.execute(_ -> {
          Place next = tokens.move(jdbc, projection.name(), from, to);
          folding.write(facts, projection.table(), jdbc);
          return next;
        });
    arrivals.announce();
    return Objects.requireNonNull(moved);
  }

  /** Kinds of errors only: the message of a database can quote the row, and with it a name. */
  static String kinds(Throwable error) {
    List<String> kinds = new ArrayList<>();
    for (@Nullable Throwable cause = error;
        cause != null && kinds.size() < 10;
        cause = cause.getCause()) {
      kinds.add(
          cause.getClass().getSimpleName()
              + (cause instanceof SQLException sql ? " " + sql.getSQLState() : ""));
    }
    return String.join(", by ", kinds);
  }
}
