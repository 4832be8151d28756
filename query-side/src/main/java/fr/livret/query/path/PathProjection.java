package fr.livret.query.path;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.path.LimitRule;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathFacts.Award;
import fr.livret.kernel.path.PathFile.Pins;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.WindowSpan;
import fr.livret.kernel.referentiel.ReferentielCode;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One row for each path, as its events announced it. */
@Component
final class PathProjection implements Projection<PathEvent, PathId, PathRow> {
  private static final JsonColumn<PathRow.Standing> STANDING =
      JsonColumn.of(PathRow.Standing.class);
  private static final Table<PathId, PathRow> TABLE =
      new Table<>(
          "query.path",
          List.of(Column.uuid("id", PathId::value)),
          List.of(
              Column.uuid("candidate_id", row -> row.pins().candidate().value()),
              Column.text("certification", row -> row.pins().certification().value()),
              Column.number("certification_version", row -> row.pins().certificationVersion()),
              Column.text("regime", row -> row.pins().regime().code()),
              Column.number("regime_edition", row -> row.pins().regime().edition()),
              Column.text("route", row -> row.pins().route().name()),
              Column.text("access", row -> row.pins().access().name()),
              Column.day("opened_on", row -> row.pins().openedOn()),
              Column.text("status", row -> row.status().name()),
              Column.flag("in_question", PathRow::inQuestion),
              Column.day(
                  "title_awarded_on", row -> row.title() == null ? null : row.title().heldOn()),
              Column.text(
                  "title_rests_on",
                  row -> row.title() == null ? null : row.title().restsOn().name()),
              Column.day("title_withdrawn_on", PathRow::titleWithdrawnOn),
              Column.flag("windowless", PathRow::windowless),
              Column.text("window_state", row -> row.windowState().name()),
              Column.day("anchor", row -> row.span() == null ? null : row.span().anchor()),
              Column.day("last_day", row -> row.span() == null ? null : row.span().lastDay()),
              Column.text(
                  "governed_by", row -> row.span() == null ? null : row.span().governedBy().name()),
              Column.day("fulfilled_on", PathRow::fulfilledOn),
              Column.json("standing", row -> STANDING.write(row.standing())),
              Column.number("version", PathRow::version)),
          row -> row.pins().path(),
          (row, _) -> read(row));

  private final RegimeLibrary regimes;

  PathProjection(RegimeLibrary regimes) {
    this.regimes = regimes;
  }

  static PathRow read(ResultSet row) throws SQLException {
    Pins pins =
        new Pins(
            new PathId(row.getObject("id", UUID.class)),
            new CandidateId(row.getObject("candidate_id", UUID.class)),
            new ReferentielCode(row.getString("certification")),
            row.getInt("certification_version"),
            new RegimeId(row.getString("regime"), row.getInt("regime_edition")),
            Route.valueOf(row.getString("route")),
            Access.valueOf(row.getString("access")),
            row.getObject("opened_on", LocalDate.class));
    return new PathRow(
        pins,
        row.getBoolean("windowless"),
        span(row),
        row.getObject("fulfilled_on", LocalDate.class),
        STANDING.read(row.getString("standing")),
        title(row),
        row.getObject("title_withdrawn_on", LocalDate.class),
        row.getBoolean("in_question"),
        row.getLong("version"));
  }

  private static @Nullable WindowSpan span(ResultSet row) throws SQLException {
    @Nullable LocalDate anchor = row.getObject("anchor", LocalDate.class);
    return anchor == null
        ? null
        : new WindowSpan(
            anchor,
            row.getObject("last_day", LocalDate.class),
            LimitRule.valueOf(row.getString("governed_by")));
  }

  private static @Nullable Award title(ResultSet row) throws SQLException {
    @Nullable LocalDate heldOn = row.getObject("title_awarded_on", LocalDate.class);
    return heldOn == null
        ? null
        : new Award(heldOn, RestsOn.valueOf(row.getString("title_rests_on")), null, null);
  }

  @Override
  public String name() {
    return "paths";
  }

  @Override
  public Class<PathEvent> events() {
    return PathEvent.class;
  }

  @Override
  public Table<PathId, PathRow> table() {
    return TABLE;
  }

  @Override
  public Optional<PathId> key(Fact<PathEvent> fact) {
    return Optional.of(fact.event().path());
  }

  @Override
  public Fold<PathEvent, PathRow> folding(List<Fact<PathEvent>> batch) {
    return (row, fact) ->
        row == null ? PathRow.opened(fact, this::windowless) : row.evolve(fact, this::windowless);
  }

  private boolean windowless(RegimeId regime) {
    return regimes.regime(regime).windowRule().isEmpty();
  }
}
