package fr.livret.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Rows beside those that are read: by what was known at a moment, or copies that may be changed.
 * They stand in temporary tables of the same names, which end with the transaction.
 */
final class Past<T> {
  private final History<T> history;
  private final Load.Limits limits;
  private final Connection connection;
  private final JdbcTemplate jdbc;

  /** On a connection that has just begun its transaction. */
  Past(History<T> history, Load.Limits limits, Connection connection) {
    this.history = history;
    this.limits = limits;
    this.connection = connection;
    this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
  }

  JdbcTemplate jdbc() {
    return jdbc;
  }

  /** Taken before the first look: rows that a rebuild puts in place after it would not be seen. */
  void hold(Projection<?, ?, ?> projection) {
    jdbc.execute("lock table " + projection.table().name() + " in access share mode");
  }

  void copy(Projection<?, ?, ?> projection) {
    String live = projection.table().name();
    String own = create(live);
    jdbc.execute("insert into " + own + " table " + live);
    jdbc.execute("analyze " + own);
  }

  /** Folds what was known from the whole history, as a rebuild does. */
  <E, K, R> void fold(Projection<E, K, R> projection, Predicate<Instant> known, Watch watch)
      throws SQLException {
    String own = create(projection.table().name());
    @Nullable TrackingToken head = history.head();
    if (head != null) {
      watch.reads(Tokens.position(head));
      Projection<E, K, R> then = new KnownThen<>(projection, known);
      var _ =
          new Load<>(history, then, watch, limits)
              .run(
                  connection.unwrap(PGConnection.class).getCopyAPI(),
                  projection.table().in(own).copy(),
                  head);
    }
    jdbc.execute("analyze " + own);
  }

  private String create(String live) {
    String own = "pg_temp" + live.substring(live.indexOf('.'));
    jdbc.execute("create table " + own + " (like " + live + " including all)");
    return own;
  }

  /**
   * A projection of what was known. After a fact that was not known yet none of the same row was,
   * even where a node whose clock is behind recorded the next one.
   */
  private static final class KnownThen<E, K, R> implements Projection<E, K, R> {
    private final Projection<E, K, R> projection;
    private final Predicate<Instant> known;
    private final Map<K, Long> unknownFrom = new ConcurrentHashMap<>();

    KnownThen(Projection<E, K, R> projection, Predicate<Instant> known) {
      this.projection = projection;
      this.known = known;
    }

    @Override
    public String name() {
      return projection.name();
    }

    @Override
    public Class<E> events() {
      return projection.events();
    }

    @Override
    public Table<K, R> table() {
      return projection.table();
    }

    @Override
    public Optional<K> key(Fact<E> fact) {
      return projection.key(fact).filter(key -> knows(key, fact));
    }

    /** By version, since the history may be read more than once. */
    private boolean knows(K key, Fact<E> fact) {
      if (!known.test(fact.recordedAt())) {
        unknownFrom.merge(key, fact.version(), Math::min);
        return false;
      }
      return fact.version() < unknownFrom.getOrDefault(key, Long.MAX_VALUE);
    }

    @Override
    public Fold<E, R> folding(List<Fact<E>> batch) {
      return projection.folding(batch);
    }
  }
}
