package fr.livret.query.projection;

import fr.livret.http.RebuildRunning;
import fr.livret.query.projection.Tokens.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingToken;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes the rows of one projection anew from every event, beside those that are read meanwhile, and
 * puts them in their place.
 *
 * <p>All of it is one transaction: a process that dies in the middle has changed nothing and leaves
 * nothing behind. Reads wait only while names change hands; followers, in whatever process, wait
 * from the last look at the events until then, and go on from where the new rows are.
 */
final class Rebuild<T, E, K, R> {
  /** What came meanwhile is folded as it is live, in batches of so many events. */
  private static final int BATCH = 1_000;

  /** Shorter than PostgreSQL waits before it looks for a deadlock: no reader is ever the victim. */
  private static final String PATIENCE = "set local lock_timeout = '200ms'";

  private static final int ATTEMPTS = 300;
  private static final long BETWEEN_ATTEMPTS_MILLIS = 100;
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final History<T> history;
  private final Projection<E, K, R> projection;
  private final Folding<E, K, R> folding;
  private final Tokens tokens;
  private final Load.Limits limits;
  private final Watch watch;

  Rebuild(
      History<T> history,
      Projection<E, K, R> projection,
      Tokens tokens,
      Load.Limits limits,
      Watch watch) {
    this.history = history;
    this.projection = projection;
    this.folding = new Folding<>(projection);
    this.tokens = tokens;
    this.limits = limits;
    this.watch = watch;
  }

  Rebuilt run(DataSource database) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        return run(connection);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the rebuild of " + projection.name(), e);
    }
  }

  private Rebuilt run(Connection connection) throws SQLException {
    JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    claim(jdbc);
    TrackingToken head = history.head();
    watch.reads(Tokens.position(head));
    if (head == null) {
      return watch.done(0, 0);
    }
    Shadow shadow = new Shadow(jdbc, projection.table().name());
    Table<K, R> rows = projection.table().in(shadow.name());
    shadow.create();
    long loaded =
        new Load<>(history, projection, watch, limits)
            .run(connection.unwrap(PGConnection.class).getCopyAPI(), rows.copy(), head);
    watch.indexes();
    shadow.index();
    watch.swaps();
    TrackingToken at = nearly(head, rows, jdbc);
    jdbc.execute(PATIENCE);
    for (int attempt = 1; ; attempt++) {
      Savepoint before = connection.setSavepoint();
      try {
        TrackingToken now = swap(shadow, rows, at, jdbc);
        connection.commit();
        return watch.done(Tokens.position(now), loaded);
      } catch (DataAccessException e) {
        if (attempt == ATTEMPTS || !outOfPatience(e)) {
          throw e;
        }
        connection.rollback(before);
      }
      pause();
    }
  }

  /** Held until the end of the transaction, whichever it is. */
  private void claim(JdbcTemplate jdbc) {
    String key = "livret.rebuild." + projection.name();
    if (!Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select pg_try_advisory_xact_lock(hashtextextended(?, 0))", Boolean.class, key))) {
      throw new RebuildRunning(projection.name());
    }
  }

  /** Comes so near to the end that little is left while others wait. */
  private TrackingToken nearly(TrackingToken from, Table<K, R> rows, JdbcTemplate jdbc) {
    TrackingToken at = from;
    long before;
    do {
      before = Tokens.position(at);
      at = follow(at, rows, jdbc);
    } while (Tokens.position(at) - before > BATCH);
    return at;
  }

  private TrackingToken swap(
      Shadow shadow, Table<K, R> rows, TrackingToken from, JdbcTemplate jdbc) {
    Place live = tokens.locked(jdbc, projection.name());
    TrackingToken at = follow(from, rows, jdbc);
    shadow.replace();
    tokens.move(jdbc, projection.name(), live, at);
    return at;
  }

  /** Folds what came since, as it is folded live. */
  private TrackingToken follow(TrackingToken from, Table<K, R> rows, JdbcTemplate jdbc) {
    TrackingToken head = history.head();
    if (head == null || head.equals(from)) {
      return from;
    }
    List<T> batch = new ArrayList<>();
    history.read(
        from,
        head,
        event -> {
          if (history.maybe(event, projection.events())) {
            batch.add(event);
          }
          if (batch.size() == BATCH) {
            write(batch, rows, jdbc);
          }
        });
    write(batch, rows, jdbc);
    return head;
  }

  private void write(List<T> batch, Table<K, R> rows, JdbcTemplate jdbc) {
    folding.write(folding.facts(history.open(batch)), rows, jdbc);
    batch.clear();
  }

  private static boolean outOfPatience(DataAccessException failure) {
    return failure.getMostSpecificCause() instanceof SQLException sql
        && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_ATTEMPTS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the rebuild was interrupted", e);
    }
  }
}
