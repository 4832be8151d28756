package fr.livret.command.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The memory of an import that is meant (table import_line). Keys stand in it as ids only. */
final class StoredMemory implements Memory {
  /** What a message may quote of the line: a name in the wrong place, at worst. */
  private static final Pattern QUOTED = Pattern.compile("^'.*' is not known: ", Pattern.DOTALL);

  private final JdbcClient jdbc;
  private final String batch;
  private final UUID run;

  StoredMemory(JdbcClient jdbc, String batch, UUID run) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.run = run;
  }

  @Override
  public Map<UUID, Row> recall(Collection<UUID> ids) {
    Map<UUID, Row> rows = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              select id, fingerprint, line, run, done_in, lane, status, aggregate, version, problem
              from import_line where batch = ? and id = any(?)
              """)
          .params(List.of(batch, ids.toArray(UUID[]::new)))
          .query((row, _) -> read(row))
          .list()
          .forEach(row -> rows.put(row.id(), row));
    }
    return rows;
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("fingerprint", UUID.class),
        row.getLong("line"),
        row.getObject("run", UUID.class),
        row.getObject("done_in", UUID.class),
        row.getObject("lane", UUID.class),
        row.getObject("status", Integer.class),
        row.getString("aggregate"),
        row.getObject("version", Long.class),
        row.getString("problem"));
  }

  @Override
  public Set<UUID> renewed(Collection<UUID> lanes) {
    return lanes.isEmpty()
        ? Set.of()
        : new HashSet<>(
            jdbc.sql(
                    """
                    select distinct lane from import_line
                    where batch = ? and lane = any(?) and done_in = ?
                    """)
                .params(List.of(batch, lanes.toArray(UUID[]::new), run))
                .query(UUID.class)
                .list());
  }

  @Override
  public void begin(List<Row> rows) {
    upsert(rows);
  }

  @Override
  public void keep(List<Row> rows, List<Outcome> withoutKey) {
    List<Row> all = new ArrayList<>(rows);
    for (Outcome outcome : withoutKey) {
      all.add(withoutKey(outcome));
    }
    upsert(all);
  }

  /** It is told by its line alone, and forgotten with the next run. */
  private Row withoutKey(Outcome outcome) {
    return new Row(
        UUID.randomUUID(),
        NO_CONTENT,
        outcome.line(),
        run,
        null,
        NO_CONTENT,
        outcome.status(),
        outcome.id(),
        outcome.version(),
        problem(outcome));
  }

  /** Stands where no content could be told apart. */
  static final UUID NO_CONTENT = new UUID(0, 0);

  static @Nullable String problem(Outcome outcome) {
    JsonNode problem = outcome.problem();
    if (problem == null) {
      return null;
    }
    problem
        .path("errors")
        .forEach(error -> {
          if (error instanceof ObjectNode named) {
            String message = named.path("message").asString();
            named.put("message", QUOTED.matcher(message).replaceFirst(""));
          }
        });
    return problem.toString();
  }

  private void upsert(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into import_line (batch, id, fingerprint, line, run, done_in, lane, status, aggregate,
                                     version, problem)
            select ?, * from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[], ?::uuid[],
                                    ?::int[], ?::text[], ?::bigint[], ?::text[])
            on conflict (batch, id) do update
            set fingerprint = excluded.fingerprint, line = excluded.line, run = excluded.run,
                done_in = excluded.done_in, lane = excluded.lane, status = excluded.status,
                aggregate = excluded.aggregate, version = excluded.version, problem = excluded.problem
            """)
        .param(batch)
        .param(column(rows, Row::id).toArray(UUID[]::new))
        .param(column(rows, Row::fingerprint).toArray(UUID[]::new))
        .param(column(rows, Row::line).toArray(Long[]::new))
        .param(column(rows, Row::run).toArray(UUID[]::new))
        .param(column(rows, Row::doneIn).toArray(UUID[]::new))
        .param(column(rows, Row::lane).toArray(UUID[]::new))
        .param(column(rows, Row::status).toArray(Integer[]::new))
        .param(column(rows, Row::aggregate).toArray(String[]::new))
        .param(column(rows, Row::version).toArray(Long[]::new))
        .param(column(rows, Row::problem).toArray(String[]::new))
        .update();
  }

  private static <T> List<@Nullable T> column(List<Row> rows, Function<Row, @Nullable T> value) {
    List<@Nullable T> values = new ArrayList<>();
    rows.forEach(row -> values.add(value.apply(row)));
    return values;
  }
}
