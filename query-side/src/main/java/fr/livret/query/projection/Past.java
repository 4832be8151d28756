package fr.livret.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
  private static final int PORTION = 500;

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

  /** Makes them. */
  void fill(Beside rows, Function<String, Projection<?, ?, ?>> named, Watch watch)
      throws SQLException {
    switch (rows) {
      case Beside.Copied(var name) -> copy(named.apply(name));
      case Beside.Folded folded -> fold(named.apply(folded.projection()), folded, watch);
      case Beside.Derived<?> derived -> store(derived);
    }
  }

  private void copy(Projection<?, ?, ?> projection) {
    String live = projection.table().name();
    String own = create(live);
    jdbc.execute("insert into " + own + " table " + live);
    jdbc.execute("analyze " + own);
  }

  private <E, K, R> void fold(Projection<E, K, R> projection, Beside.Folded folded, Watch watch)
      throws SQLException {
    String own = create(projection.table().name());
    @Nullable TrackingToken head = history.head();
    if (head != null) {
      watch.reads(Tokens.position(head));
      Projection<E, K, R> then = new KnownThen<>(projection, folded);
      var _ =
          new Load<>(history, then, watch, limits)
              .run(
                  connection.unwrap(PGConnection.class).getCopyAPI(),
                  projection.table().in(own).copy(),
                  head);
    }
    jdbc.execute("analyze " + own);
  }

  private <R> void store(Beside.Derived<R> derived) {
    Projection<?, ?, R> projection = derived.projection();
    String own = create(projection.table().name());
    List<R> portion = new ArrayList<>();
    derived
        .rows()
        .accept(row -> {
          portion.add(row);
          if (portion.size() == PORTION) {
            projection.table().in(own).store(jdbc, portion);
            portion.clear();
          }
        });
    projection.table().in(own).store(jdbc, portion);
    jdbc.execute("analyze " + own);
  }

  private String create(String live) {
    String own = "pg_temp" + live.substring(live.indexOf('.'));
    jdbc.execute("create table " + own + " (like " + live + " including all)");
    return own;
  }

  /** A projection of what was known, and counts. */
  private static final class KnownThen<E, K, R> implements Projection<E, K, R> {
    private final Projection<E, K, R> projection;
    private final Beside.Folded then;
    private final Map<K, Long> unknownFrom = new ConcurrentHashMap<>();

    KnownThen(Projection<E, K, R> projection, Beside.Folded then) {
      this.projection = projection;
      this.then = then;
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
      boolean counts = then.counts().test(fact.event());
      if (!then.known().test(fact.recordedAt()) || (fact.version() == 1 && !counts)) {
        unknownFrom.merge(key, fact.version(), Math::min);
        return false;
      }
      return counts && fact.version() < unknownFrom.getOrDefault(key, Long.MAX_VALUE);
    }

    @Override
    public Fold<E, R> folding(List<Fact<E>> batch) {
      return projection.folding(batch);
    }
  }
}
