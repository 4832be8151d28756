package fr.livret.query.replay;

import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.StoredEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The replays that were asked for, kept in the database: each goes on where it was cut short. */
public final class Replays {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final EventLog log;
  private final Clock clock;

  /** Those of a database, of the decisions in its log. */
  public Replays(
      JdbcClient jdbc, PlatformTransactionManager transactions, EventLog log, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.log = log;
    this.clock = clock;
  }

  /** Where a replay stands. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * A replay.
   *
   * @param upTo the last position that counts
   * @param events to be read in all
   * @param behind the last aggregate that is done
   * @param busy how long it has taken so far
   * @param failure why it ended before its end
   */
  record Replay(
      UUID id,
      Question question,
      Instant askedAt,
      long upTo,
      long events,
      String behind,
      Tally tally,
      Duration busy,
      State state,
      @Nullable Instant endedAt,
      @Nullable String failure) {

    Progress progress() {
      return new Progress(
          tally.decisions(),
          tally.different(),
          tally.notReplayed(),
          tally.unrecorded(),
          tally.events(),
          events,
          busy);
    }
  }

  /** Keeps a question, to be answered by whoever runs replays. */
  public UUID ask(Question question) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into audit.replay (id, path, decided_from, decided_to, regimes, asked_at)
            values (:id, :path, :from, :to, :regimes, :now)
            """)
        .param("id", id)
        .param("path", question.path().orElse(null))
        .param("from", question.from().map(Replays::sql).orElse(null))
        .param("to", question.to().map(Replays::sql).orElse(null))
        .param("regimes", question.regimes())
        .param("now", sql(clock.instant()))
        .update();
    return id;
  }

  /** Whether anything is recorded of that path. */
  public boolean hasPath(UUID path) {
    return !log.streams(List.of(path.toString()), Long.MAX_VALUE).isEmpty();
  }

  /** How far a replay is; empty where none was asked for under that id. */
  public Optional<Progress> progress(UUID id) {
    return find(id).map(Replay::progress);
  }

  /** Why a replay ended before its end; empty where it did not. */
  public Optional<String> failure(UUID id) {
    return find(id).map(Replay::failure);
  }

  Optional<Replay> find(UUID id) {
    return jdbc.sql("select * from audit.replay where id = :id")
        .param("id", id)
        .query((row, _) -> replay(row))
        .optional();
  }

  /** Those asked last first. */
  List<Replay> latest(int limit) {
    return jdbc.sql("select * from audit.replay order by asked_at desc, id limit :limit")
        .param("limit", limit)
        .query((row, _) -> replay(row))
        .list();
  }

  /** The one that waits longest, or was cut short. */
  List<UUID> unfinished() {
    return jdbc.sql("select id from audit.replay where ended_at is null order by asked_at, id")
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Notes what it is about and where the log ends for it, once. */
  Replay begun(UUID id) {
    return transaction.execute(_ -> {
      Replay asked = find(id).orElseThrow();
      if (asked.state() == State.WAITING) {
        long upTo = log.head();
        long events = new Scope(jdbc, id, asked.question(), upTo).noted();
        jdbc.sql("update audit.replay set up_to = :upTo, events = :events where id = :id")
            .param("upTo", upTo)
            .param("events", events)
            .param("id", id)
            .update();
      }
      return find(id).orElseThrow();
    });
  }

  /** The portion behind that aggregate. */
  Portion portion(Replay replay, String behind, int events) {
    List<StoredEvent> facts;
    boolean end;
    String last;
    if (replay.question().everything()) {
      facts = log.streamsAfter(behind, replay.upTo(), events);
      end = facts.isEmpty();
      last = end ? behind : facts.getLast().stream();
    } else {
      List<String> targets = targets(replay.id(), behind, Math.max(1, events / 10));
      facts = log.streams(targets, replay.upTo());
      end = targets.isEmpty();
      last = end ? behind : targets.getLast();
    }
    Map<String, Life> lives = new LinkedHashMap<>();
    for (StoredEvent fact : facts) {
      if (!Scope.isRecord(fact)) {
        life(lives, fact.stream()).facts().add(fact);
      }
    }
    records(replay, behind, end ? null : last)
        .forEach((target, without) -> life(lives, target).without().addAll(without));
    return new Portion(last, List.copyOf(lives.values()), end);
  }

  private static Life life(Map<String, Life> lives, String target) {
    return lives.computeIfAbsent(target, id -> new Life(id, new ArrayList<>(), new ArrayList<>()));
  }

  private List<String> targets(UUID replay, String behind, int limit) {
    return jdbc.sql(
            """
            select target from audit.replay_target
            where replay = :replay and target > :behind order by target limit :limit
            """)
        .param("replay", replay)
        .param("behind", behind)
        .param("limit", limit)
        .query((row, _) -> row.getString("target"))
        .list();
  }

  private Map<String, List<StoredEvent>> records(
      Replay replay, String behind, @Nullable String last) {
    Map<String, String> targets = new LinkedHashMap<>();
    jdbc.sql(
            """
            select target, stream from audit.replay_record
            where replay = :replay and target > :behind and (target <= :last or :last is null)
            """)
        .param("replay", replay.id())
        .param("behind", behind)
        .param("last", last, java.sql.Types.VARCHAR)
        .query((ResultSet row) -> {
          targets.put(row.getString("stream"), row.getString("target"));
        });
    Map<String, List<StoredEvent>> records = new LinkedHashMap<>();
    for (StoredEvent record : log.streams(targets.keySet(), replay.upTo())) {
      records
          .computeIfAbsent(String.valueOf(targets.get(record.stream())), _ -> new ArrayList<>())
          .add(record);
    }
    return records;
  }

  /** Keeps what was found up to that aggregate; from there it goes on if it is cut short now. */
  void save(UUID id, String behind, Findings found, Duration busy) {
    Tally tally = found.tally();
    transaction.executeWithoutResult(_ -> {
      jdbc.sql(
              """
              update audit.replay set behind = :behind, read = read + :read, same = same + :same,
                different = different + :different, not_replayed = not_replayed + :notReplayed,
                unrecorded = unrecorded + :unrecorded, busy_millis = busy_millis + :busy
              where id = :id
              """)
          .param("behind", behind)
          .param("read", tally.events())
          .param("same", tally.same())
          .param("different", tally.different())
          .param("notReplayed", tally.notReplayed())
          .param("unrecorded", tally.unrecorded())
          .param("busy", busy.toMillis())
          .param("id", id)
          .update();
      for (Verdict verdict : found.verdicts()) {
        jdbc.sql(
                """
                insert into audit.replay_verdict (replay, position, kind, verdict)
                values (:id, :position, :kind, :verdict::jsonb)
                """)
            .param("id", id)
            .param("position", verdict.position())
            .param("kind", verdict.kind().name())
            .param("verdict", JSON.writeValueAsString(verdict))
            .update();
      }
    });
  }

  void end(UUID id, @Nullable String failure) {
    jdbc.sql("update audit.replay set ended_at = :now, failure = :failure where id = :id")
        .param("now", sql(clock.instant()))
        .param("failure", failure, java.sql.Types.VARCHAR)
        .param("id", id)
        .update();
  }

  /** What became of decisions behind a position, one more than the limit where there are more. */
  public List<Verdict> verdicts(UUID id, Optional<Verdict.Kind> kind, long after, int limit) {
    return jdbc.sql(
            """
            select verdict from audit.replay_verdict
            where replay = :id and position > :after and (kind = :kind or :kind is null)
            order by position limit :limit
            """)
        .param("id", id)
        .param("after", after)
        .param("kind", kind.map(Enum::name).orElse(null), java.sql.Types.VARCHAR)
        .param("limit", limit + 1)
        .query((row, _) -> JSON.readValue(row.getString("verdict"), Verdict.class))
        .list();
  }

  /** How many of them all pages have. */
  long count(UUID id, Optional<Verdict.Kind> kind) {
    return jdbc.sql(
            """
            select count(*) from audit.replay_verdict
            where replay = :id and (kind = :kind or :kind is null)
            """)
        .param("id", id)
        .param("kind", kind.map(Enum::name).orElse(null), java.sql.Types.VARCHAR)
        .query(Long.class)
        .single();
  }

  private static Replay replay(ResultSet row) throws SQLException {
    Instant endedAt = instant(row, "ended_at").orElse(null);
    String failure = row.getString("failure");
    row.getLong("up_to");
    boolean waiting = row.wasNull();
    return new Replay(
        row.getObject("id", UUID.class),
        new Question(
            Optional.ofNullable(row.getObject("path", UUID.class)),
            instant(row, "decided_from"),
            instant(row, "decided_to"),
            row.getString("regimes")),
        instant(row, "asked_at").orElseThrow(),
        row.getLong("up_to"),
        row.getLong("events"),
        row.getString("behind"),
        new Tally(
            row.getLong("read"),
            row.getLong("same"),
            row.getLong("different"),
            row.getLong("not_replayed"),
            row.getLong("unrecorded")),
        Duration.ofMillis(row.getLong("busy_millis")),
        state(waiting, endedAt, failure),
        endedAt,
        failure);
  }

  private static State state(boolean waiting, @Nullable Instant endedAt, @Nullable String failure) {
    if (failure != null) {
      return State.FAILED;
    }
    if (endedAt != null) {
      return State.DONE;
    }
    return waiting ? State.WAITING : State.RUNNING;
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime sql(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
