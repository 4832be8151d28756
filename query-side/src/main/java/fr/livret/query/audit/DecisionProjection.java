package fr.livret.query.audit;

import fr.livret.query.projection.Column;
import fr.livret.query.projection.Fact;
import fr.livret.query.projection.JsonColumn;
import fr.livret.query.projection.Projection;
import fr.livret.query.projection.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * One row for each decision: of whatever kind of event, the ones an entry of the journal is with.
 */
@Component
final class DecisionProjection implements Projection<Object, Long, DecisionRow> {
  private static final JsonColumn<String> TEXTS = JsonColumn.of(String.class);
  private static final Table<Long, DecisionRow> TABLE =
      new Table<>(
          "query.decision",
          List.of(Column.number("position", position -> position)),
          List.of(
              Column.instant("recorded_at", DecisionRow::recordedAt),
              Column.text("actor", DecisionRow::actor),
              Column.text("request_id", DecisionRow::requestId),
              Column.text("client", DecisionRow::client),
              Column.text("target", DecisionRow::target),
              Column.text("kind", DecisionRow::kind),
              Column.text("command", DecisionRow::command),
              Column.text("outcome", row -> row.outcome().name()),
              Column.text("code", DecisionRow::code),
              Column.text("rule", DecisionRow::rule),
              Column.json("facts", DecisionRow::facts),
              Column.number("events", DecisionRow::events),
              Column.number("seen", DecisionRow::seen),
              Column.json("laws", row -> TEXTS.write(row.laws())),
              Column.searchableJson("about", row -> TEXTS.write(row.about())),
              Column.json("content", DecisionRow::content)),
          DecisionRow::position,
          (row, _) -> read(row));

  static DecisionRow read(ResultSet row) throws SQLException {
    return new DecisionRow(
        row.getLong("position"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("request_id"),
        row.getString("client"),
        row.getString("target"),
        row.getString("kind"),
        row.getString("command"),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("code"),
        row.getString("rule"),
        row.getString("facts"),
        row.getLong("events"),
        row.getLong("seen"),
        TEXTS.read(row.getString("laws")),
        TEXTS.read(row.getString("about")),
        row.getString("content"));
  }

  @Override
  public String name() {
    return "decisions";
  }

  @Override
  public Class<Object> events() {
    return Object.class;
  }

  @Override
  public Table<Long, DecisionRow> table() {
    return TABLE;
  }

  @Override
  public Optional<Long> key(Fact<Object> fact) {
    return fact.decision() == null ? Optional.empty() : Optional.of(fact.position());
  }

  @Override
  public boolean ofOneFact() {
    return true;
  }

  @Override
  public Fold<Object, DecisionRow> folding(List<Fact<Object>> batch) {
    return (_, fact) -> DecisionRow.of(fact, Objects.requireNonNull(fact.decision()));
  }
}
