package fr.livret.query.projection;

import fr.livret.http.RebuildRunning;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Every projection, with what follows the events for it and what makes it anew. */
public final class Projections implements SmartLifecycle {
  private final EventStore events;
  private final History<?> history;
  private final Tokens tokens;
  private final DataSource database;
  private final Load.Limits limits;
  private final Clock clock;
  private final Map<String, Projection<?, ?, ?>> projections = new LinkedHashMap<>();
  private final Map<String, Follower<?, ?, ?>> followers = new LinkedHashMap<>();
  private final Map<String, Watch> rebuilds = new ConcurrentHashMap<>();

  /** One after the other: what a rebuild may take is for one. */
  private final ReentrantLock rebuilding = new ReentrantLock();

  /** One after the other as well: each folds with several threads. */
  private final ReentrantLock besides = new ReentrantLock();

  private volatile boolean running;

  Projections(
      List<Projection<?, ?, ?>> projections,
      EventStore events,
      History<?> history,
      Tokens tokens,
      TransactionTemplate transactions,
      JdbcTemplate jdbc,
      DataSource database,
      Arrivals arrivals,
      Load.Limits limits,
      Clock clock) {
    this.events = events;
    this.history = history;
    this.tokens = tokens;
    this.database = database;
    this.limits = limits;
    this.clock = clock;
    for (Projection<?, ?, ?> projection : projections) {
      this.projections.put(projection.name(), projection);
      followers.put(
          projection.name(),
          new Follower<>(projection, events, tokens, transactions, jdbc, arrivals));
    }
  }

  @Override
  public void start() {
    followers.values().forEach(Follower::start);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    followers.values().forEach(Follower::stop);
    followers.values().forEach(Follower::await);
  }

  /** Lets a projection follow again. */
  public void start(String name) {
    follower(name).start();
  }

  /**
   * Holds a projection where it is; its rows stay, and reads of them. Throws {@link
   * IllegalArgumentException} when there is no such projection.
   */
  public void stop(String name) {
    follower(name).stop();
    follower(name).await();
  }

  private Follower<?, ?, ?> follower(String name) {
    return Objects.requireNonNull(followers.get(projection(name).name()));
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The names of all projections. */
  public List<String> names() {
    return List.copyOf(projections.keySet());
  }

  /**
   * Makes the rows of a projection anew from every event; returns when reads see them. Meanwhile
   * they see the old ones, which go on following. Throws {@link IllegalArgumentException} when
   * there is no such projection, and {@link RebuildRunning}.
   */
  public Rebuilt rebuild(String name) {
    return run(accepted(name), history, projection(name));
  }

  /** The same in the background; {@link #progress} tells how far it is. */
  public RebuildProgress startRebuild(String name) {
    Projection<?, ?, ?> projection = projection(name);
    Watch watch = accepted(name);
    var _ = Thread.ofVirtual().name("rebuild-" + name).start(() -> quietly(watch, projection));
    return watch.progress();
  }

  private void quietly(Watch watch, Projection<?, ?, ?> projection) {
    try {
      var _ = run(watch, history, projection);
    } catch (RuntimeException e) {
      // The watch has told.
    }
  }

  private Projection<?, ?, ?> projection(String name) {
    Projection<?, ?, ?> projection = projections.get(name);
    if (projection == null) {
      throw new IllegalArgumentException("no projection " + name + "; there are " + names());
    }
    return projection;
  }

  private Watch accepted(String name) {
    Projection<?, ?, ?> projection = projection(name);
    Watch watch = new Watch(projection.name(), clock.instant());
    if (rebuilds.merge(name, watch, (last, next) -> last.progress().open() ? last : next)
        != watch) {
      throw new RebuildRunning(name);
    }
    return watch;
  }

  private <T, E, K, R> Rebuilt run(Watch watch, History<T> from, Projection<E, K, R> projection) {
    rebuilding.lock();
    try {
      return new Rebuild<>(from, projection, tokens, limits, watch).run(database);
    } catch (RuntimeException e) {
      watch.failed(e);
      throw e;
    } finally {
      rebuilding.unlock();
    }
  }

  /**
   * Gives rows to a reader, in temporary tables of the names of the live ones in the schema {@code
   * pg_temp}; whatever the reader makes beside them ends with them.
   */
  public <A> A beside(List<? extends Beside> rows, Function<JdbcTemplate, A> reader) {
    besides.lock();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        Past<?> past = new Past<>(history, limits, connection);
        fill(past, rows);
        return reader.apply(past.jdbc());
      } finally {
        connection.rollback();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("rows of " + rows, e);
    } finally {
      besides.unlock();
    }
  }

  private void fill(Past<?> past, List<? extends Beside> rows) throws SQLException {
    for (Beside one : rows) {
      if (one instanceof Beside.Copied(var name)) {
        past.hold(projection(name));
      }
    }
    for (Beside one : rows) {
      past.fill(one, this::projection, new Watch("beside", clock.instant()));
    }
  }

  /**
   * One row, folded from the facts of its stream as {@link Beside.Folded} says; empty where there
   * is none.
   */
  public <E, R> Optional<R> then(
      Projection<E, ?, R> projection, String stream, Beside.Folded then) {
    List<Fact<E>> facts = new Folding<>(projection).facts(events.readEvents(stream));
    List<Fact<E>> known =
        facts.stream().takeWhile(fact -> then.known().test(fact.recordedAt())).toList();
    if (known.isEmpty() || !then.counts().test(known.getFirst().event())) {
      return Optional.empty();
    }
    Projection.Fold<E, R> fold = projection.folding(known);
    @Nullable R row = null;
    for (Fact<E> fact : known) {
      if (then.counts().test(fact.event())) {
        row = fold.evolve(row, fact);
      }
    }
    return Optional.ofNullable(row);
  }

  /** How each projection is doing. */
  public Map<String, Progress> progress() {
    long head = Tokens.position(events.createHeadToken());
    Map<String, Progress> progress = new LinkedHashMap<>();
    followers.forEach((name, follower) -> progress.put(name, progress(name, follower, head)));
    return progress;
  }

  private Progress progress(String name, Follower<?, ?, ?> follower, long head) {
    @Nullable Watch rebuild = rebuilds.get(name);
    return new Progress(
        follower.state(),
        Math.max(0, head - follower.position()),
        follower
            .waiting()
            .map(since -> seconds(Duration.between(since, clock.instant())))
            .orElse(0.0),
        follower.error(),
        rebuild == null ? null : rebuild.progress());
  }

  private static double seconds(Duration waited) {
    return Math.max(0, waited.toMillis() / 1_000.0);
  }
}
