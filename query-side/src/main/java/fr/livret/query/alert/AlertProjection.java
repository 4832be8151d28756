package fr.livret.query.alert;

import fr.livret.kernel.alert.AlertCause;
import fr.livret.kernel.alert.AlertEvent;
import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Deadline;
import fr.livret.kernel.alert.Subject;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.query.alert.AlertRow.Acknowledgement;
import fr.livret.query.alert.AlertRow.Cancellation;
import fr.livret.query.alert.AlertRow.Told;
import fr.livret.query.projection.Column;
import fr.livret.query.projection.Fact;
import fr.livret.query.projection.JsonColumn;
import fr.livret.query.projection.Projection;
import fr.livret.query.projection.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One row for each alert. */
@Component
final class AlertProjection implements Projection<AlertEvent, AlertId, AlertRow> {
  private static final JsonColumn<Told> TOLD = JsonColumn.of(Told.class);
  private static final Table<AlertId, AlertRow> TABLE =
      new Table<>(
          "query.alert",
          List.of(Column.uuid("id", AlertId::value)),
          List.of(
              Column.text("subject", row -> row.deadline().subject().name()),
              Column.uuid("subject_id", row -> row.deadline().id()),
              Column.text("name", row -> row.deadline().name()),
              Column.uuid("candidate_id", row -> row.deadline().candidate().value()),
              Column.day("last_day", row -> row.deadline().lastDay()),
              Column.text("rule", row -> row.deadline().rule()),
              Column.number("horizon", AlertRow::horizon),
              Column.number("occasion", AlertRow::occasion),
              Column.text("state", row -> row.state().name()),
              Column.day("raised_on", AlertRow::raisedOn),
              Column.day("acknowledged_on", acknowledged(Acknowledgement::on)),
              Column.text("acknowledged_by", acknowledged(Acknowledgement::by)),
              Column.text("note", acknowledged(Acknowledgement::note)),
              Column.day("cancelled_on", cancelled(Cancellation::on)),
              Column.text("cause", cancelled(why -> why.cause().kind().name())),
              Column.day("cause_on", cancelled(why -> why.cause().on())),
              Column.day("moved_to", cancelled(why -> why.cause().movedTo())),
              Column.json("deliveries", row -> TOLD.write(row.told())),
              Column.number("version", AlertRow::version)),
          AlertRow::id,
          (row, _) -> read(row));

  private static <V> Function<AlertRow, @Nullable V> acknowledged(
      Function<Acknowledgement, @Nullable V> value) {
    return row -> row.acknowledgement() == null ? null : value.apply(row.acknowledgement());
  }

  private static <V> Function<AlertRow, @Nullable V> cancelled(
      Function<Cancellation, @Nullable V> value) {
    return row -> row.cancellation() == null ? null : value.apply(row.cancellation());
  }

  static AlertRow read(ResultSet row) throws SQLException {
    return new AlertRow(
        new AlertId(row.getObject("id", UUID.class)),
        new Deadline(
            Subject.valueOf(row.getString("subject")),
            row.getObject("subject_id", UUID.class),
            row.getString("name"),
            new CandidateId(row.getObject("candidate_id", UUID.class)),
            row.getObject("last_day", LocalDate.class),
            row.getString("rule")),
        row.getInt("horizon"),
        row.getInt("occasion"),
        AlertStatus.valueOf(row.getString("state")),
        row.getObject("raised_on", LocalDate.class),
        acknowledgement(row),
        cancellation(row),
        TOLD.read(row.getString("deliveries")),
        row.getLong("version"));
  }

  private static @Nullable Acknowledgement acknowledgement(ResultSet row) throws SQLException {
    @Nullable LocalDate on = row.getObject("acknowledged_on", LocalDate.class);
    return on == null
        ? null
        : new Acknowledgement(on, row.getString("acknowledged_by"), row.getString("note"));
  }

  private static @Nullable Cancellation cancellation(ResultSet row) throws SQLException {
    @Nullable LocalDate on = row.getObject("cancelled_on", LocalDate.class);
    return on == null
        ? null
        : new Cancellation(
            on,
            new AlertCause(
                AlertCause.Kind.valueOf(row.getString("cause")),
                row.getObject("cause_on", LocalDate.class),
                row.getObject("moved_to", LocalDate.class)));
  }

  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public Class<AlertEvent> events() {
    return AlertEvent.class;
  }

  @Override
  public Table<AlertId, AlertRow> table() {
    return TABLE;
  }

  @Override
  public Optional<AlertId> key(Fact<AlertEvent> fact) {
    return Optional.of(fact.event().alert());
  }

  @Override
  public Fold<AlertEvent, AlertRow> folding(List<Fact<AlertEvent>> batch) {
    return AlertRow::evolve;
  }
}
