package fr.livret.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The least that a projection can cost: how many events each stream has. It takes as many at a time
 * as the product's projections do, as often, and writes them and its place in one transaction.
 */
final class Counting implements AutoCloseable {
  private static final int BATCH = 500;
  private static final int BREATH_MILLIS = 10;

  private final EventStore events;
  private final DataSource database;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private @Nullable Future<?> following;
  private volatile boolean stopping;

  Counting(EventStore events, DataSource database) throws SQLException {
    this.events = events;
    this.database = database;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema counting");
      statement.execute("create table counting.stream (stream text primary key, events int)");
      statement.execute("create table counting.place as select 0::bigint as position");
    }
  }

  /** Follows what is stored from now on. */
  void start() {
    stopping = false;
    BlockingStream<TrackedEventMessage<?>> from = events.openStream(events.createHeadToken());
    following =
        thread.submit(() -> {
          follow(from);
          return null;
        });
  }

  /** Ends once it has taken what there is. */
  void stop() {
    stopping = true;
    try {
      if (following != null) {
        following.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("counting failed", failed.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(BlockingStream<TrackedEventMessage<?>> from) throws Exception {
    try (from;
        Connection connection = database.getConnection();
        PreparedStatement rows =
            connection.prepareStatement(
                """
                insert into counting.stream
                select * from unnest(?::text[], ?::int[])
                on conflict (stream) do update set events = stream.events + excluded.events
                """);
        PreparedStatement place =
            connection.prepareStatement("update counting.place set position = ?")) {
      connection.setAutoCommit(false);
      while (from.hasNextAvailable(BREATH_MILLIS, TimeUnit.MILLISECONDS) || !stopping) {
        Map<String, Integer> counts = new TreeMap<>();
        long position = 0;
        for (int taken = 0; taken < BATCH && from.hasNextAvailable(); taken++) {
          TrackedEventMessage<?> event = from.nextAvailable();
          counts.merge(((DomainEventMessage<?>) event).getAggregateIdentifier(), 1, Integer::sum);
          position = event.trackingToken().position().orElseThrow();
        }
        if (!counts.isEmpty()) {
          rows.setArray(1, connection.createArrayOf("text", counts.keySet().toArray()));
          rows.setArray(2, connection.createArrayOf("int4", counts.values().toArray()));
          rows.executeUpdate();
          place.setLong(1, position);
          place.executeUpdate();
          connection.commit();
          Thread.sleep(BREATH_MILLIS);
        }
      }
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
