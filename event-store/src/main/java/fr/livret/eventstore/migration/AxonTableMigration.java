package fr.livret.eventstore.migration;

import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.migration.MigrationProgress.Step;
import fr.livret.eventstore.migration.OldTables.Found;
import fr.livret.eventstore.migration.OldTokens.Translated;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;

/**
 * Takes the events of Axon's standard JDBC tables over into the store, once, while nobody writes.
 *
 * <p>Chunk by chunk in the order of {@code global_index}, each in one transaction with the line
 * that says so: killed at any moment, it goes on from there. Positions are dense, whatever gaps
 * there were. At the end both sides are compared by count and hash; then snapshots and the tokens
 * of processors follow in one last transaction. The old events stay as they are.
 */
public final class AxonTableMigration {
  private static final int CHUNK = 50_000;

  private final DataSource database;
  private final AxonTables names;
  private final Serializer tokenSerializer;
  private final int chunk;

  /**
   * @param tokenSerializer the one tokens were written with
   */
  public AxonTableMigration(DataSource database, AxonTables names, Serializer tokenSerializer) {
    this(database, names, tokenSerializer, CHUNK);
  }

  AxonTableMigration(DataSource database, AxonTables names, Serializer tokenSerializer, int chunk) {
    this.database = database;
    this.names = names;
    this.tokenSerializer = tokenSerializer;
    this.chunk = chunk;
  }

  /**
   * What was done, by this run and those it went on from.
   *
   * @param events taken over
   * @param snapshots the latest of each aggregate
   * @param tokens translated
   * @param cut time stamps that were finer than a microsecond, and were cut to one
   */
  public record Summary(long events, long snapshots, long tokens, long cut) {}

  /**
   * Does it, or what is left to do of it.
   *
   * @return nothing where it was done before
   * @throws MigrationRefused where it cannot be done, or not now
   */
  public Optional<Summary> run(Consumer<MigrationProgress> progress) {
    EventStoreSchema.bringUpToDate(database);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      OldTables old = new OldTables(connection, names);
      try (Guard guard = Guard.take(database, old.present())) {
        return isDone(connection, old) ? Optional.empty() : Optional.of(run(old, guard, progress));
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new EventStoreException(
          "the migration was cut short; what was copied stands, the next run goes on from there",
          e);
    }
  }

  private Summary run(OldTables old, Guard guard, Consumer<MigrationProgress> progress)
      throws SQLException {
    Connection connection = old.connection();
    List<Chunk> before = Chunk.all(connection);
    Chunk reached = before.isEmpty() ? Chunk.NONE : before.getLast();
    refuseOtherEvents(connection, reached);
    progress.accept(new MigrationProgress(Step.CHECKING, 0, 0, 0, Duration.ZERO));
    Found found = old.check();
    OldTokens tokens = new OldTokens(connection, names, tokenSerializer);
    boolean withTokens = old.exists(names.tokenTable());
    if (withTokens) {
      tokens.translated();
    }
    old.nameTypes();
    connection.commit();
    copy(new Copying(connection, names), reached, new Pace(Step.COPYING, found.events(), progress));
    compare(connection, found, new Pace(Step.COMPARING, found.events(), progress));
    guard.verify();
    Summary done = finish(old, tokens, withTokens, found);
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze event_store.event");
      statement.execute("analyze event_store.snapshot");
    }
    connection.commit();
    return done;
  }

  private void copy(Copying copying, Chunk before, Pace pace) throws SQLException {
    pace.from(before.lastPosition());
    Chunk last = before;
    for (Optional<Chunk> next; (next = copying.copyAfter(last, chunk)).isPresent(); ) {
      copying.connection().commit();
      last = next.get();
      pace.reached(last.lastPosition());
    }
  }

  private void compare(Connection connection, Found found, Pace pace) throws SQLException {
    Comparison comparison = new Comparison(connection, names);
    long events = 0;
    for (Chunk copied : Chunk.all(connection)) {
      comparison.verify(copied);
      events += copied.events();
      pace.reached(events);
    }
    if (events != found.events() || events != lastPosition(connection)) {
      throw new MigrationRefused(
          "%s holds %d events, %d were copied, and the last position is %d: somebody wrote meanwhile."
              .formatted(names.eventTable(), found.events(), events, lastPosition(connection)));
    }
  }

  /** In one transaction: once the tokens speak of positions, everything else is there too. */
  private Summary finish(OldTables old, OldTokens tokens, boolean withTokens, Found found)
      throws SQLException {
    Connection connection = old.connection();
    long snapshots = 0;
    if (old.exists(names.snapshotTable())) {
      new Copying(connection, names).copySnapshots();
      snapshots = new Comparison(connection, names).verifySnapshots();
    }
    List<Translated> translated = List.of();
    if (withTokens) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("lock table " + names.tokenTable() + " in share row exclusive mode");
      }
      translated = tokens.translated();
      tokens.write(translated);
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into event_store.migration (last_index, last_position) values (?, ?)")) {
      statement.setLong(1, found.lastIndex());
      statement.setLong(2, found.events());
      statement.executeUpdate();
    }
    connection.commit();
    return new Summary(found.events(), snapshots, translated.size(), found.cut());
  }

  private boolean isDone(Connection connection, OldTables old) throws SQLException {
    long beyond = notTakenOver(connection, names);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select last_index from event_store.migration")) {
      if (!row.next()) {
        return false;
      }
      if (beyond > 0) {
        throw new MigrationRefused(
            "%s was migrated up to %s %d; %d events were written to it since, and the store has"
                    .formatted(
                        old.names().eventTable(),
                        names.eventSchema().globalIndexColumn(),
                        row.getLong(1),
                        beyond)
                + " gone its own way. They cannot be put in order any more: nothing was changed.");
      }
      return true;
    }
  }

  private static void refuseOtherEvents(Connection connection, Chunk reached) throws SQLException {
    long last = lastPosition(connection);
    if (last != reached.lastPosition()) {
      throw new MigrationRefused(
          "event_store.event holds events up to position %d, and a migration put them there up to %d:"
                  .formatted(last, reached.lastPosition())
              + " old events cannot come before newer ones. Nothing was changed.");
    }
  }

  private static long lastPosition(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select coalesce(max(position), 0) from event_store.event")) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Asks, before anything is appended to the store, whether Axon's own table holds events that the
   * store has not.
   *
   * @throws NotMigrated where it does
   */
  public static void requireDone(DataSource database, AxonTables names) {
    try (Connection connection = database.getConnection()) {
      OldTables old = new OldTables(connection, names);
      long events = old.exists(names.eventTable()) ? notTakenOver(connection, names) : 0;
      if (events > 0) {
        throw new NotMigrated(
            "%s holds %d events that the event store has not taken over."
                .formatted(names.eventTable(), events));
      }
    } catch (SQLException e) {
      throw new EventStoreException("could not ask whether old events wait to be migrated", e);
    }
  }

  /** Counts the events of the old table that no finished migration has seen. */
  private static long notTakenOver(Connection connection, AxonTables names) throws SQLException {
    boolean schema = new OldTables(connection, names).exists(EventStoreSchema.NAME + ".migration");
    String taken =
        schema ? "coalesce((select max(last_index) from event_store.migration), -1)" : "-1";
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from %s e where global_index > %s"
                    .formatted(names.events(), taken))) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Tells how far a step has come. */
  private static final class Pace {
    private final Step step;
    private final long total;
    private final Consumer<MigrationProgress> progress;
    private final long begun = System.nanoTime();
    private long start;

    Pace(Step step, long total, Consumer<MigrationProgress> progress) {
      this.step = step;
      this.total = total;
      this.progress = progress;
    }

    void from(long done) {
      start = done;
    }

    void reached(long done) {
      Duration spent = Duration.ofNanos(System.nanoTime() - begun);
      progress.accept(new MigrationProgress(step, done, total, done - start, spent));
    }
  }
}
