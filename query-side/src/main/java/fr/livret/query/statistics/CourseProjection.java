package fr.livret.query.statistics;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathFile.Pins;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.projection.Column;
import fr.livret.query.projection.Fact;
import fr.livret.query.projection.JsonColumn;
import fr.livret.query.projection.Projection;
import fr.livret.query.projection.Table;
import fr.livret.query.statistics.TitleHeld.Insertion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One row for each path, for the statistics. */
@Component
final class CourseProjection implements Projection<PathEvent, PathId, CourseRow> {
  private static final JsonColumn<Sitting> SITTINGS = JsonColumn.of(Sitting.class);
  private static final JsonColumn<LapsedCcp> LAPSES = JsonColumn.of(LapsedCcp.class);
  private static final Table<PathId, CourseRow> TABLE =
      new Table<>(
          "query.course",
          List.of(Column.uuid("path_id", PathId::value)),
          List.of(
              Column.uuid("candidate_id", row -> row.pins().candidate().value()),
              Column.text("certification", row -> row.pins().certification().value()),
              Column.number("certification_version", row -> row.pins().certificationVersion()),
              Column.text("regime", row -> row.pins().regime().code()),
              Column.number("regime_edition", row -> row.pins().regime().edition()),
              Column.text("route", row -> row.pins().route().name()),
              Column.text("access", row -> row.pins().access().name()),
              Column.day("opened_on", row -> row.pins().openedOn()),
              Column.day("first_ccp_on", CourseRow::firstCcpOn),
              Column.text("title_certification", title(TitleHeld::certification)),
              Column.day("title_awarded_on", title(TitleHeld::awardedOn)),
              Column.text("title_session", title(TitleHeld::session)),
              Column.day("title_withdrawn_on", title(TitleHeld::withdrawnOn)),
              Column.day("answered_6m_on", sixMonths(Insertion::answeredOn)),
              flag("employed_6m", sixMonths(Insertion::employed)),
              flag("in_occupation_6m", sixMonths(Insertion::inOccupation)),
              Column.day("answered_2y_on", twoYears(Insertion::answeredOn)),
              flag("employed_2y", twoYears(Insertion::employed)),
              flag("in_occupation_2y", twoYears(Insertion::inOccupation)),
              Column.searchableJson("sittings", row -> SITTINGS.write(row.sittings())),
              Column.searchableJson("lapses", row -> LAPSES.write(row.lapses())),
              Column.number("version", CourseRow::version)),
          row -> row.pins().path(),
          (row, _) -> read(row));

  private static <T> Function<CourseRow, @Nullable T> title(Function<TitleHeld, @Nullable T> of) {
    return row -> row.title() == null ? null : of.apply(row.title());
  }

  private static <T> Function<CourseRow, @Nullable T> sixMonths(Function<Insertion, T> of) {
    return title(held -> held.atSixMonths() == null ? null : of.apply(held.atSixMonths()));
  }

  private static <T> Function<CourseRow, @Nullable T> twoYears(Function<Insertion, T> of) {
    return title(held -> held.atTwoYears() == null ? null : of.apply(held.atTwoYears()));
  }

  /** True, false, or not answered. */
  private static Column<CourseRow> flag(String name, Function<CourseRow, @Nullable Boolean> value) {
    return new Column<>(
        name,
        "boolean",
        row -> {
          @Nullable Boolean answered = value.apply(row);
          return answered == null ? null : answered.toString();
        });
  }

  private static CourseRow read(ResultSet row) throws SQLException {
    Pins pins =
        new Pins(
            new PathId(row.getObject("path_id", UUID.class)),
            new CandidateId(row.getObject("candidate_id", UUID.class)),
            new ReferentielCode(row.getString("certification")),
            row.getInt("certification_version"),
            new RegimeId(row.getString("regime"), row.getInt("regime_edition")),
            Route.valueOf(row.getString("route")),
            Access.valueOf(row.getString("access")),
            row.getObject("opened_on", LocalDate.class));
    return new CourseRow(
        pins,
        SITTINGS.read(row.getString("sittings")),
        LAPSES.read(row.getString("lapses")),
        readTitle(row),
        row.getLong("version"));
  }

  private static @Nullable TitleHeld readTitle(ResultSet row) throws SQLException {
    @Nullable LocalDate awardedOn = row.getObject("title_awarded_on", LocalDate.class);
    return awardedOn == null
        ? null
        : new TitleHeld(
            row.getString("title_certification"),
            awardedOn,
            row.getString("title_session"),
            row.getObject("title_withdrawn_on", LocalDate.class),
            insertion(row, "6m"),
            insertion(row, "2y"));
  }

  private static @Nullable Insertion insertion(ResultSet row, String after) throws SQLException {
    @Nullable LocalDate answeredOn = row.getObject("answered_" + after + "_on", LocalDate.class);
    return answeredOn == null
        ? null
        : new Insertion(
            answeredOn,
            row.getBoolean("employed_" + after),
            row.getBoolean("in_occupation_" + after));
  }

  @Override
  public String name() {
    return "courses";
  }

  @Override
  public Class<PathEvent> events() {
    return PathEvent.class;
  }

  @Override
  public Table<PathId, CourseRow> table() {
    return TABLE;
  }

  @Override
  public Optional<PathId> key(Fact<PathEvent> fact) {
    return Optional.of(fact.event().path());
  }

  @Override
  public Fold<PathEvent, CourseRow> folding(List<Fact<PathEvent>> batch) {
    return (row, fact) ->
        row == null
            ? CourseRow.opened(fact.event(), fact.version())
            : row.evolve(fact.event(), fact.version());
  }
}
