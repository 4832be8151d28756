package fr.livret.query.training;

import fr.livret.form.event.EventJson;
import fr.livret.form.event.EventTypes.EventType;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.kernel.training.TrainingId;
import fr.livret.query.projection.Column;
import fr.livret.query.projection.Fact;
import fr.livret.query.projection.Projection;
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

/** Every fact of every training: what one is folded from for any day and any moment. */
@Component
final class TrainingFactProjection
    implements Projection<TrainingEvent, TrainingFactRow.Key, TrainingFactRow> {
  private static final Table<TrainingFactRow.Key, TrainingFactRow> TABLE =
      new Table<>(
          "query.training_fact",
          List.of(
              Column.uuid("training_id", key -> key.training().value()),
              Column.number("version", TrainingFactRow.Key::version)),
          List.of(
              Column.number("position", TrainingFactRow::position),
              Column.text("type", TrainingFactRow::type),
              Column.text("revision", TrainingFactRow::revision),
              Column.day("effective_on", TrainingFactRow::effectiveOn),
              Column.instant("recorded_at", TrainingFactRow::recordedAt),
              Column.text("actor", TrainingFactRow::actor),
              Column.text("request_id", TrainingFactRow::requestId),
              Column.json("event", TrainingFactRow::event)),
          TrainingFactRow::key,
          (row, _) -> read(row));

  private final EventJson json;

  TrainingFactProjection(EventJson json) {
    this.json = json;
  }

  static TrainingFactRow read(ResultSet row) throws SQLException {
    return new TrainingFactRow(
        new TrainingFactRow.Key(
            new TrainingId(row.getObject("training_id", UUID.class)), row.getLong("version")),
        row.getLong("position"),
        row.getString("type"),
        row.getString("revision"),
        row.getObject("effective_on", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("request_id"),
        row.getString("event"));
  }

  @Override
  public String name() {
    return "training-facts";
  }

  @Override
  public Class<TrainingEvent> events() {
    return TrainingEvent.class;
  }

  @Override
  public Table<TrainingFactRow.Key, TrainingFactRow> table() {
    return TABLE;
  }

  @Override
  public Optional<TrainingFactRow.Key> key(Fact<TrainingEvent> fact) {
    return Optional.of(new TrainingFactRow.Key(fact.event().training(), fact.version()));
  }

  @Override
  public boolean ofOneFact() {
    return true;
  }

  @Override
  public Fold<TrainingEvent, TrainingFactRow> folding(List<Fact<TrainingEvent>> batch) {
    return (_, fact) -> row(fact);
  }

  private TrainingFactRow row(Fact<TrainingEvent> fact) {
    TrainingEvent event = fact.event();
    EventType type = json.types().of(event.getClass()).orElseThrow();
    return new TrainingFactRow(
        new TrainingFactRow.Key(event.training(), fact.version()),
        fact.position(),
        type.name(),
        type.revision(),
        event.effectiveOn(),
        fact.recordedAt(),
        fact.actor(),
        fact.requestId(),
        new String(json.write(event), StandardCharsets.UTF_8));
  }
}
