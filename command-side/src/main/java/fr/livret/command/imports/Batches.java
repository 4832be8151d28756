package fr.livret.command.imports;

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
import tools.jackson.databind.json.JsonMapper;

/** How far each import has come (tables import_batch and import_line). */
@Component
class Batches {
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private static final String OF_RUN =
      """
       from import_line line join import_batch batch on batch.name = line.batch and batch.run = line.run
      where line.batch = :name and line.status is not null
        and (not :refusedOnly or line.status >= 300)\
      """;

  private final JdbcClient jdbc;

  Batches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins a run, or goes on with the one whose first lines came before. */
  UUID begin(String name, String actor, String requestId, long firstLine, @Nullable Long size) {
    if (firstLine > 1) {
      Optional<UUID> going =
          jdbc.sql("select run from import_batch where name = ? and ended_at is null")
              .param(name)
              .query(UUID.class)
              .optional();
      if (going.isPresent()) {
        return going.get();
      }
    }
    UUID run = UUID.randomUUID();
    jdbc.sql("delete from import_line where batch = ? and fingerprint = ?")
        .params(name, StoredMemory.NO_CONTENT)
        .update();
    jdbc.sql(
            """
            insert into import_batch (name, run, actor, request_id, size)
            values (:name, :run, :actor, :requestId, :size)
            on conflict (name) do update
            set run = excluded.run, actor = excluded.actor, request_id = excluded.request_id,
                size = excluded.size, begun_at = now(), seen_at = now(), ended_at = null,
                lines = 0, accepted = 0, refused = 0, repeated = 0, bytes = 0
            """)
        .param("name", name)
        .param("run", run)
        .param("actor", actor)
        .param("requestId", requestId)
        .param("size", size, Types.BIGINT)
        .update();
    return run;
  }

  void advance(String name, UUID run, int accepted, int refused, int repeated, long bytes) {
    jdbc.sql(
            """
            update import_batch
            set lines = lines + ?, accepted = accepted + ?, refused = refused + ?,
                repeated = repeated + ?, bytes = bytes + ?, seen_at = now()
            where name = ? and run = ?
            """)
        .params(accepted + refused, accepted, refused, repeated, bytes, name, run)
        .update();
  }

  void end(String name, UUID run) {
    jdbc.sql("update import_batch set ended_at = now(), seen_at = now() where name = ? and run = ?")
        .params(name, run)
        .update();
  }

  Optional<BatchAnswer> find(String name) {
    return jdbc.sql("select *, now() as now from import_batch where name = ?")
        .param(name)
        .query((row, _) -> read(row))
        .optional();
  }

  /** The imports whose name comes after that one, by name. */
  List<BatchAnswer> all(String after, int limit) {
    return jdbc.sql("select *, now() as now from import_batch where name > ? order by name limit ?")
        .params(after, limit)
        .query((row, _) -> read(row))
        .list();
  }

  long count() {
    return jdbc.sql("select count(*) from import_batch").query(Long.class).single();
  }

  /** The outcomes of the present run after that place, in the order of the file. */
  List<Told> outcomes(String name, long afterLine, UUID afterId, boolean refusedOnly, int limit) {
    return jdbc.sql(
            "select line.id, line.line, line.status, line.aggregate, line.version, line.problem"
                + OF_RUN
                + " and (line.line, line.id) > (:line, :id) order by line.line, line.id limit"
                + " :limit")
        .param("name", name)
        .param("line", afterLine)
        .param("id", afterId)
        .param("refusedOnly", refusedOnly)
        .param("limit", limit)
        .query((row, _) -> told(row))
        .list();
  }

  long count(String name, boolean refusedOnly) {
    return jdbc.sql("select count(*)" + OF_RUN)
        .param("name", name)
        .param("refusedOnly", refusedOnly)
        .query(Long.class)
        .single();
  }

  /** An outcome and its place in the list. */
  record Told(UUID id, Outcome outcome) {}

  private static Told told(ResultSet row) throws SQLException {
    @Nullable String problem = row.getString("problem");
    return new Told(
        row.getObject("id", UUID.class),
        new Outcome(
            row.getLong("line"),
            null,
            row.getInt("status"),
            row.getString("aggregate"),
            row.getObject("version", Long.class),
            problem == null ? null : JsonMapper.shared().readTree(problem)));
  }

  private static BatchAnswer read(ResultSet row) throws SQLException {
    Instant begun = row.getObject("begun_at", OffsetDateTime.class).toInstant();
    Instant seen = row.getObject("seen_at", OffsetDateTime.class).toInstant();
    Instant now = row.getObject("now", OffsetDateTime.class).toInstant();
    @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    BatchAnswer.State state =
        ended != null
            ? BatchAnswer.State.ENDED
            : seen.plus(SILENCE).isBefore(now)
                ? BatchAnswer.State.CUT_SHORT
                : BatchAnswer.State.RUNNING;
    Pace pace =
        Pace.of(
            row.getLong("lines"),
            row.getLong("bytes"),
            row.getObject("size", Long.class),
            Duration.between(begun, seen));
    return new BatchAnswer(
        row.getString("name"),
        state,
        row.getString("actor"),
        begun,
        ended == null ? null : ended.toInstant(),
        row.getLong("lines"),
        row.getLong("accepted"),
        row.getLong("refused"),
        row.getLong("repeated"),
        pace.linesPerSecond(),
        ended != null ? null : pace.part(),
        state == BatchAnswer.State.RUNNING ? pace.secondsLeft() : null);
  }
}
