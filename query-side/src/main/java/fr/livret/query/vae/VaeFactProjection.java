package fr.livret.query.vae;

import fr.livret.form.event.EventJson;
import fr.livret.form.event.EventTypes.EventType;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeEvent;
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

/** Every fact of every application: what one is folded from for any day and any moment. */
@Component
final class VaeFactProjection implements Projection<VaeEvent, VaeFactRow.Key, VaeFactRow> {
  private static final Table<VaeFactRow.Key, VaeFactRow> TABLE =
      new Table<>(
          "query.vae_fact",
          List.of(
              Column.uuid("application", key -> key.application().value()),
              Column.number("version", VaeFactRow.Key::version)),
          List.of(
              Column.number("position", VaeFactRow::position),
              Column.text("type", VaeFactRow::type),
              Column.text("revision", VaeFactRow::revision),
              Column.day("effective_on", VaeFactRow::effectiveOn),
              Column.instant("recorded_at", VaeFactRow::recordedAt),
              Column.text("actor", VaeFactRow::actor),
              Column.json("event", VaeFactRow::event)),
          VaeFactRow::key,
          (row, _) -> read(row));

  private final EventJson json;

  VaeFactProjection(EventJson json) {
    this.json = json;
  }

  static VaeFactRow read(ResultSet row) throws SQLException {
    return new VaeFactRow(
        new VaeApplicationId(row.getObject("application", UUID.class)),
        row.getLong("version"),
        row.getLong("position"),
        row.getString("type"),
        row.getString("revision"),
        row.getObject("effective_on", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("event"));
  }

  @Override
  public String name() {
    return "vae-facts";
  }

  @Override
  public Class<VaeEvent> events() {
    return VaeEvent.class;
  }

  @Override
  public Table<VaeFactRow.Key, VaeFactRow> table() {
    return TABLE;
  }

  @Override
  public Optional<VaeFactRow.Key> key(Fact<VaeEvent> fact) {
    return Optional.of(new VaeFactRow.Key(fact.event().application(), fact.version()));
  }

  @Override
  public boolean ofOneFact() {
    return true;
  }

  @Override
  public Fold<VaeEvent, VaeFactRow> folding(List<Fact<VaeEvent>> batch) {
    return (_, fact) -> row(fact);
  }

  private VaeFactRow row(Fact<VaeEvent> fact) {
    VaeEvent event = fact.event();
    EventType type = json.types().of(event.getClass()).orElseThrow();
    return new VaeFactRow(
        event.application(),
        fact.version(),
        fact.position(),
        type.name(),
        type.revision(),
        event.effectiveOn(),
        fact.recordedAt(),
        fact.actor(),
        new String(json.write(event), StandardCharsets.UTF_8));
  }
}
