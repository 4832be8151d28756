package fr.livret.command.alert;

import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Delivery;
import fr.livret.kernel.alert.Delivery.News;
import fr.livret.kernel.alert.Delivery.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * News on its way, and all that ever was. A row is never deleted, and its id follows from what it
 * tells: nothing is queued twice, whatever is handled or folded again.
 */
@Component
class Outbox {
  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One delivery.
   *
   * @param number in the order of queueing
   * @param attempts so far, the one under way included
   * @param nextAttempt when it is tried next, while it is pending
   * @param claim of the attempt under way
   */
  record Item(
      UUID id,
      long number,
      AlertId alert,
      Delivery delivery,
      String message,
      State state,
      int attempts,
      Instant nextAttempt,
      @Nullable UUID claim,
      @Nullable String lastError,
      Instant queuedAt,
      Instant changedAt) {}

  /** Queues news for a channel; does nothing where it was ever queued. */
  void queue(AlertId alert, Delivery delivery, AlertMessage message) {
    jdbc.sql(
            """
            insert into alert_delivery (id, alert, news, occasion, channel, message)
            values (:id, :alert, :news, :occasion, :channel, :message)
            on conflict do nothing
            """)
        .param("id", delivery.idOf(alert))
        .param("alert", alert.value())
        .param("news", delivery.news().name())
        .param("occasion", delivery.occasion())
        .param("channel", delivery.channel())
        .param("message", message.written())
        .update();
  }

  /** Takes back what has not arrived, of an alert that no longer holds. */
  void withdraw(AlertId alert) {
    jdbc.sql(
            """
            update alert_delivery set state = 'WITHDRAWN', changed_at = now()
            where alert = :alert and state = 'PENDING'
            """)
        .param("alert", alert.value())
        .update();
  }

  /** What the channel was last told of the alert, or was to be. */
  Optional<AlertMessage> lastRaised(AlertId alert, String channel) {
    return jdbc.sql(
            """
            select message from alert_delivery
            where alert = :alert and channel = :channel and news = 'RAISED'
            order by occasion desc limit 1
            """)
        .param("alert", alert.value())
        .param("channel", channel)
        .query(String.class)
        .optional()
        .map(AlertMessage::read);
  }

  /** Lets what was given up be tried again, as often as anew. */
  void resume(UUID id) {
    jdbc.sql(
            """
            update alert_delivery
            set state = 'PENDING', attempts = 0, next_attempt = now(), noted = false,
                changed_at = now()
            where id = :id and state = 'DEAD'
            """)
        .param("id", id)
        .update();
  }

  /**
   * Takes the next delivery that is due on that channel, for one attempt. It counts at once; were
   * this process to die, the delivery is due again once the lease is over.
   */
  Optional<Item> claim(String channel, Duration lease) {
    return jdbc.sql(
            """
            update alert_delivery
            set attempts = attempts + 1, claim = :claim, changed_at = now(),
                next_attempt = now() + make_interval(secs => :lease)
            where id = (
              select id from alert_delivery
              where state = 'PENDING' and channel = :channel and next_attempt <= now()
              order by next_attempt, number limit 1 for update skip locked)
            returning *
            """)
        .param("claim", UUID.randomUUID())
        .param("lease", seconds(lease))
        .param("channel", channel)
        .query((row, _) -> item(row))
        .optional();
  }

  /** The channel took it: whoever delivered it, it is delivered. */
  void delivered(Item item) {
    jdbc.sql(
            """
            update alert_delivery
            set state = 'DELIVERED', last_error = null, noted = false, changed_at = now()
            where id = :id and state <> 'DELIVERED'
            """)
        .param("id", item.id())
        .update();
  }

  /** The attempt failed; it is tried again after that wait. */
  void failed(Item item, String error, Duration wait) {
    jdbc.sql(
            """
            update alert_delivery
            set next_attempt = now() + make_interval(secs => :wait), last_error = :error,
                changed_at = now()
            where id = :id and claim = :claim and state = 'PENDING'
            """)
        .param("wait", seconds(wait))
        .param("error", error)
        .param("id", item.id())
        .param("claim", item.claim())
        .update();
  }

  /** The attempt failed, and was the last. */
  void dead(Item item, String error) {
    jdbc.sql(
            """
            update alert_delivery
            set state = 'DEAD', last_error = :error, noted = false, changed_at = now()
            where id = :id and claim = :claim and state = 'PENDING'
            """)
        .param("error", error)
        .param("id", item.id())
        .param("claim", item.claim())
        .update();
  }

  /** What was delivered or given up, and is not yet in the alert's history; oldest first. */
  List<Item> unnoted(int limit) {
    return jdbc.sql(
            """
            select * from alert_delivery
            where state in ('DELIVERED', 'DEAD') and not noted order by number limit :limit
            """)
        .param("limit", limit)
        .query((row, _) -> item(row))
        .list();
  }

  /** The history says so, unless more has happened meanwhile. */
  void noted(Item item) {
    jdbc.sql("update alert_delivery set noted = true where id = :id and state = :state")
        .param("id", item.id())
        .param("state", item.state().name())
        .update();
  }

  Optional<Item> find(UUID id) {
    return jdbc.sql("select * from alert_delivery where id = :id")
        .param("id", id)
        .query((row, _) -> item(row))
        .optional();
  }

  /**
   * Deliveries in the order of queueing; each criterion may be absent.
   *
   * @param after the number of the last one of the page before; 0 for the first page
   */
  List<Item> page(
      @Nullable State state,
      @Nullable String channel,
      @Nullable UUID alert,
      long after,
      int limit) {
    return search(
            "select * from",
            state,
            channel,
            alert,
            "and number > :after order by number limit :limit")
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> item(row))
        .list();
  }

  /** How many there are on all pages. */
  long total(@Nullable State state, @Nullable String channel, @Nullable UUID alert) {
    return search("select count(*) from", state, channel, alert, "").query(Long.class).single();
  }

  long count(State state) {
    return jdbc.sql("select count(*) from alert_delivery where state = '" + state + "'")
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec search(
      String select,
      @Nullable State state,
      @Nullable String channel,
      @Nullable UUID alert,
      String rest) {
    return jdbc.sql(
            select
                + " alert_delivery where (cast(:state as text) is null or state = :state)"
                + " and (cast(:channel as text) is null or channel = :channel)"
                + " and (cast(:alert as uuid) is null or alert = :alert) "
                + rest)
        .param("state", state == null ? null : state.name(), Types.VARCHAR)
        .param("channel", channel, Types.VARCHAR)
        .param("alert", alert, Types.OTHER);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        new AlertId(row.getObject("alert", UUID.class)),
        new Delivery(
            News.valueOf(row.getString("news")), row.getInt("occasion"), row.getString("channel")),
        row.getString("message"),
        State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getObject("next_attempt", OffsetDateTime.class).toInstant(),
        row.getObject("claim", UUID.class),
        row.getString("last_error"),
        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
