package fr.livret.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears, over a connection of its own, of what other processes store: by their notification, or,
 * where one is lost, by asking now and then.
 */
final class Announcements implements AutoCloseable {
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** How often it looks up from its wait whether it is to end. */
  private static final Duration LOOK_UP = Duration.ofMillis(200);

  private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

  private final DataSource database;
  private final Duration poll;
  private final LongConsumer told;
  private final Thread thread;
  private volatile boolean closing;

  /**
   * Starts to listen.
   *
   * @param poll how long nothing is heard before it asks
   * @param told is given the last position
   */
  Announcements(DataSource database, Duration poll, LongConsumer told) {
    this.database = database;
    this.poll = poll;
    this.told = told;
    this.thread = Thread.ofVirtual().name("event-store-announcements").unstarted(this::listen);
    thread.start();
  }

  private void listen() {
    while (!closing) {
      try (Connection connection = database.getConnection()) {
        listen(connection);
      } catch (SQLException e) {
        if (!closing) {
          LOG.debug("The connection that hears of other processes' events is lost", e);
          pause();
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + PostgresWriter.CHANNEL);
      ask(statement);
      for (long heardAt = System.nanoTime(); !closing; ) {
        @Nullable PGNotification @Nullable [] heard =
            postgres.getNotifications((int) Math.min(LOOK_UP.toMillis(), poll.toMillis()));
        if (heard != null && heard.length > 0) {
          // They come in the order of the commits: the last one has the last position.
          tell(heard[heard.length - 1]);
          heardAt = System.nanoTime();
        } else if (System.nanoTime() - heardAt >= poll.toNanos()) {
          ask(statement);
          heardAt = System.nanoTime();
        }
      }
      statement.execute("unlisten *");
    }
  }

  private void ask(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select coalesce(max(position), 0) from event_store.event")) {
      row.next();
      told.accept(row.getLong(1));
    }
  }

  private void tell(@Nullable PGNotification notification) {
    if (notification != null && !notification.getParameter().isEmpty()) {
      told.accept(Long.parseLong(notification.getParameter()));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY);
    } catch (InterruptedException e) {
      LOG.debug("Interrupted before trying to listen again", e);
    }
  }

  /** Ends it, and gives its connection back. */
  @Override
  public void close() {
    closing = true;
    try {
      if (!thread.join(RETRY.plus(LOOK_UP))) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
