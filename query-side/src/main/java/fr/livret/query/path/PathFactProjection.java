package fr.livret.query.path;

import fr.livret.form.event.EventJson;
import fr.livret.form.event.EventTypes.EventType;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathId;
import fr.livret.query.projection.Column;
import fr.livret.query.projection.Fact;
import fr.livret.query.projection.Projection;
import fr.livret.query.projection.ReadIn;
import fr.livret.query.projection.Table;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Every fact of every path: what a path is folded from for any day and any moment. */
@Component
final class PathFactProjection implements Projection<PathEvent, PathFactRow.Key, PathFactRow> {
  private static final Table<PathFactRow.Key, PathFactRow> TABLE =
      new Table<>(
          "query.path_fact",
          List.of(
              Column.uuid("path_id", key -> key.path().value()),
              Column.number("version", PathFactRow.Key::version)),
          List.of(
              Column.number("position", PathFactRow::position),
              Column.text("type", PathFactRow::type),
              Column.text("revision", PathFactRow::revision),
              Column.day("effective_on", PathFactRow::effectiveOn),
              Column.instant("recorded_at", PathFactRow::recordedAt),
              Column.text("actor", PathFactRow::actor),
              Column.text("request_id", PathFactRow::requestId),
              Column.json("event", PathFactRow::event),
              Column.json("provenance", row -> ReadIn.written(row.readIn()))),
          PathFactRow::key,
          (row, _) -> read(row));

  private final EventJson json;

  PathFactProjection(EventJson json) {
    this.json = json;
  }

  static PathFactRow read(ResultSet row) throws SQLException {
    return new PathFactRow(
        new PathId(row.getObject("path_id", UUID.class)),
        row.getLong("version"),
        row.getLong("position"),
        row.getString("type"),
        row.getString("revision"),
        row.getObject("effective_on", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("request_id"),
        row.getString("event"),
        ReadIn.read(row.getString("provenance")));
  }

  @Override
  public String name() {
    return "path-facts";
  }

  @Override
  public Class<PathEvent> events() {
    return PathEvent.class;
  }

  @Override
  public Table<PathFactRow.Key, PathFactRow> table() {
    return TABLE;
  }

  @Override
  public Optional<PathFactRow.Key> key(Fact<PathEvent> fact) {
    return Optional.of(new PathFactRow.Key(fact.event().path(), fact.version()));
  }

  @Override
  public boolean ofOneFact() {
    return true;
  }

  @Override
  public Fold<PathEvent, PathFactRow> folding(List<Fact<PathEvent>> batch) {
    return (_, fact) -> row(fact);
  }

  private PathFactRow row(Fact<PathEvent> fact) {
    PathEvent event = fact.event();
    EventType type = json.types().of(event.getClass()).orElseThrow();
    return new PathFactRow(
        event.path(),
        fact.version(),
        fact.position(),
        type.name(),
        type.revision(),
        event.effectiveOn(),
        fact.recordedAt(),
        fact.actor(),
        fact.requestId(),
        new String(json.write(event), StandardCharsets.UTF_8),
        fact.readIn());
  }
}
