package fr.livret.query.referentiel;

import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.query.projection.Column;
import fr.livret.query.projection.Fact;
import fr.livret.query.projection.JsonColumn;
import fr.livret.query.projection.Projection;
import fr.livret.query.projection.Table;
import fr.livret.query.referentiel.ReferentielRow.Change;
import fr.livret.query.referentiel.ReferentielRow.Revised;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One row for each référentiel. */
@Component
final class ReferentielProjection
    implements Projection<ReferentielEvent, ReferentielCode, ReferentielRow> {
  private static final JsonColumn<Change> CHANGES = JsonColumn.of(Change.class);
  private static final JsonColumn<Revised> REVISIONS = JsonColumn.of(Revised.class);
  private static final Table<ReferentielCode, ReferentielRow> TABLE =
      new Table<>(
          "query.referentiel",
          List.of(Column.text("code", ReferentielCode::value)),
          List.of(
              Column.text("title", ReferentielRow::title),
              Column.text("regime", ReferentielRow::regime),
              Column.number("newest", ReferentielRow::newest),
              Column.json("changes", row -> CHANGES.write(row.changes())),
              Column.json("revisions", row -> REVISIONS.write(row.revisions())),
              Column.number("version", ReferentielRow::version)),
          ReferentielRow::code,
          (row, _) -> read(row));

  static ReferentielRow read(ResultSet row) throws SQLException {
    return new ReferentielRow(
        new ReferentielCode(row.getString("code")),
        row.getString("title"),
        row.getString("regime"),
        row.getInt("newest"),
        CHANGES.read(row.getString("changes")),
        REVISIONS.read(row.getString("revisions")),
        row.getLong("version"));
  }

  @Override
  public String name() {
    return "referentiels";
  }

  @Override
  public Class<ReferentielEvent> events() {
    return ReferentielEvent.class;
  }

  @Override
  public Table<ReferentielCode, ReferentielRow> table() {
    return TABLE;
  }

  @Override
  public Optional<ReferentielCode> key(Fact<ReferentielEvent> fact) {
    return Optional.of(fact.event().referentiel());
  }

  @Override
  public Fold<ReferentielEvent, ReferentielRow> folding(List<Fact<ReferentielEvent>> batch) {
    return ReferentielRow::evolve;
  }
}
