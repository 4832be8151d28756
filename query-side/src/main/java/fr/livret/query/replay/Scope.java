package fr.livret.query.replay;

import fr.livret.eventstore.StoredEvent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which part of the log a replay is about, noted before it begins. */
record Scope(JdbcClient jdbc, UUID replay, Question question, long upTo) {
  private static final String RECORDS = "audit.";

  /** What a record is about, in the ids' ASCII; of a record nobody can read it is found, too. */
  private static final String TARGET =
      "substring(encode(event.payload, 'escape') from '\"target\":\"([^\"]+)\"')";

  /** The records of decisions that no fact follows from; one that tells no target is its own. */
  private static final String RECORDED =
      """
      insert into audit.replay_record (replay, target, stream)
      select :replay, coalesce(%s, stream), stream
      from event_store.event
      join event_store.event_type on code = type
      where event_type.payload like 'audit.%%' and position <= :upTo
      """
          .formatted(TARGET);

  private static final String PERIOD = " and at >= :from and at <= :to";

  /** Whether an event is such a record. */
  static boolean isRecord(StoredEvent event) {
    return event.type().payload().startsWith(RECORDS);
  }

  /** Notes it; gives how many events are to be read. */
  long noted() {
    if (question.everything()) {
      records("");
      return upTo;
    }
    if (question.path().isPresent()) {
      records(" and " + TARGET + " = :path");
      target("values (cast(:replay as uuid), :path)");
    } else {
      records(PERIOD);
      target(
          """
          select distinct cast(:replay as uuid), stream from event_store.event
          join event_store.event_type on code = type
          where event_type.payload not like 'audit.%' and position <= :upTo\
          """
              + PERIOD);
      target("select distinct replay, target from audit.replay_record where replay = :replay");
    }
    return count();
  }

  private void records(String where) {
    with(jdbc.sql(RECORDED + where)).update();
  }

  private void target(String which) {
    with(jdbc.sql("insert into audit.replay_target " + which + " on conflict do nothing")).update();
  }

  private long count() {
    return jdbc.sql(
            """
            select (
              select count(*) from audit.replay_target
              join event_store.event on stream = target and position <= :upTo
              where replay = :replay
            ) + (select count(*) from audit.replay_record where replay = :replay)
            """)
        .param("replay", replay)
        .param("upTo", upTo)
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement) {
    return statement
        .param("replay", replay)
        .param("upTo", upTo)
        .param("path", question.path().map(UUID::toString).orElse(""))
        .param("from", question.from().map(Scope::sql).orElse(OffsetDateTime.MIN))
        .param("to", question.to().map(Scope::sql).orElse(OffsetDateTime.MAX));
  }

  private static OffsetDateTime sql(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
