package fr.livret.query.training;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.programme.Amount;
import fr.livret.kernel.programme.ProgrammeCode;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.kernel.training.TrainingFile.Pins;
import fr.livret.kernel.training.TrainingId;
import fr.livret.query.projection.Column;
import fr.livret.query.projection.Fact;
import fr.livret.query.projection.JsonColumn;
import fr.livret.query.projection.Projection;
import fr.livret.query.projection.Table;
import fr.livret.query.reading.SearchText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One row for each training. */
@Component
final class TrainingProjection implements Projection<TrainingEvent, TrainingId, TrainingRow> {
  private static final JsonColumn<String> CODES = JsonColumn.of(String.class);
  private static final Table<TrainingId, TrainingRow> TABLE =
      new Table<>(
          "query.training",
          List.of(Column.uuid("id", TrainingId::value)),
          List.of(
              Column.uuid("candidate_id", row -> row.pins().candidate().value()),
              Column.text("certification", row -> row.pins().certification().value()),
              Column.number("certification_version", row -> row.pins().certificationVersion()),
              Column.text("programme", programme(version -> version.code().value())),
              Column.number("programme_version", programme(ProgrammeVersion::number)),
              Column.text("centre", row -> row.pins().centre()),
              Column.text("centre_searched", TrainingProjection::centreSearched),
              Column.day("started_on", row -> row.pins().startedOn()),
              Column.day("ended_on", TrainingRow::endedOn),
              Column.text("status", row -> row.status().name()),
              new Column<>("hours_done", "numeric", row -> row.hoursDone().toPlainString()),
              Column.json("efas_acquired", row -> CODES.write(row.efasAcquired())),
              Column.instant("recorded_at", TrainingRow::recordedAt),
              Column.number("version", TrainingRow::version)),
          row -> row.pins().training(),
          (row, _) -> read(row));

  private static <T> Function<TrainingRow, @Nullable T> programme(
      Function<ProgrammeVersion, T> value) {
    return row -> row.pins().programme() == null ? null : value.apply(row.pins().programme());
  }

  private static @Nullable String centreSearched(TrainingRow row) {
    return row.pins().centre() == null ? null : SearchText.of(row.pins().centre());
  }

  static TrainingRow read(ResultSet row) throws SQLException {
    return new TrainingRow(
        new Pins(
            new TrainingId(row.getObject("id", UUID.class)),
            new CandidateId(row.getObject("candidate_id", UUID.class)),
            new ReferentielCode(row.getString("certification")),
            row.getInt("certification_version"),
            readProgramme(row),
            row.getObject("started_on", LocalDate.class),
            row.getString("centre")),
        TrainingStatus.valueOf(row.getString("status")),
        row.getObject("ended_on", LocalDate.class),
        Amount.plain(row.getBigDecimal("hours_done")),
        CODES.read(row.getString("efas_acquired")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getLong("version"));
  }

  private static @Nullable ProgrammeVersion readProgramme(ResultSet row) throws SQLException {
    @Nullable String code = row.getString("programme");
    return code == null
        ? null
        : new ProgrammeVersion(new ProgrammeCode(code), row.getInt("programme_version"));
  }

  @Override
  public String name() {
    return "trainings";
  }

  @Override
  public Class<TrainingEvent> events() {
    return TrainingEvent.class;
  }

  @Override
  public Table<TrainingId, TrainingRow> table() {
    return TABLE;
  }

  @Override
  public Optional<TrainingId> key(Fact<TrainingEvent> fact) {
    return Optional.of(fact.event().training());
  }

  @Override
  public Fold<TrainingEvent, TrainingRow> folding(List<Fact<TrainingEvent>> batch) {
    return TrainingRow::evolve;
  }
}
