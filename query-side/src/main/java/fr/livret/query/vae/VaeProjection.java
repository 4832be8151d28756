package fr.livret.query.vae;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.vae.VaeApplicationId;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeEvent.ApplicationFiled;
import fr.livret.kernel.vae.VaeSituation;
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

/** One row for each application, as its events announced it. */
@Component
final class VaeProjection implements Projection<VaeEvent, VaeApplicationId, VaeRow> {
  private static final JsonColumn<String> BLOCS = JsonColumn.of(String.class);
  private static final Table<VaeApplicationId, VaeRow> TABLE =
      new Table<>(
          "query.vae_application",
          List.of(Column.uuid("id", VaeApplicationId::value)),
          List.of(
              Column.uuid("candidate_id", row -> row.filed().candidate()),
              Column.text("certification", row -> row.filed().certification()),
              Column.number("certification_version", row -> row.filed().certificationVersion()),
              Column.text("regime", row -> row.filed().regime().code()),
              Column.number("regime_edition", row -> row.filed().regime().edition()),
              Column.day("filed_on", row -> row.filed().filedOn()),
              Column.json("blocs", row -> BLOCS.write(row.filed().blocs())),
              Column.flag("exempt", VaeRow::exempt),
              Column.text("situation", row -> row.situation().name()),
              Column.day(
                  "counted_from", row -> row.delay() == null ? null : row.delay().countedFrom()),
              Column.day("last_day", row -> row.delay() == null ? null : row.delay().lastDay()),
              Column.day("silent_since", VaeRow::silentSince),
              Column.flag("decided", VaeRow::decided),
              Column.flag("late_decision", VaeRow::lateDecision),
              Column.number("supplements", VaeRow::supplements),
              Column.day(
                  "notified_on", row -> row.granted() == null ? null : row.granted().notifiedOn()),
              Column.day(
                  "valid_through",
                  row -> row.granted() == null ? null : row.granted().validThrough()),
              Column.day("start_by", row -> row.granted() == null ? null : row.granted().startBy()),
              Column.day("used_on", row -> row.granted() == null ? null : row.granted().usedOn()),
              Column.number("version", VaeRow::version)),
          row -> new VaeApplicationId(row.filed().id()),
          (row, _) -> read(row));

  private final RegimeLibrary regimes;

  VaeProjection(RegimeLibrary regimes) {
    this.regimes = regimes;
  }

  static VaeRow read(ResultSet row) throws SQLException {
    return new VaeRow(
        new VaeRow.Filed(
            row.getObject("id", UUID.class),
            row.getObject("candidate_id", UUID.class),
            row.getString("certification"),
            row.getInt("certification_version"),
            new RegimeId(row.getString("regime"), row.getInt("regime_edition")),
            row.getObject("filed_on", LocalDate.class),
            BLOCS.read(row.getString("blocs"))),
        row.getBoolean("exempt"),
        VaeSituation.valueOf(row.getString("situation")),
        delay(row),
        row.getObject("silent_since", LocalDate.class),
        row.getBoolean("decided"),
        row.getBoolean("late_decision"),
        row.getLong("supplements"),
        granted(row),
        row.getLong("version"));
  }

  private static VaeRow.@Nullable Delay delay(ResultSet row) throws SQLException {
    @Nullable LocalDate from = row.getObject("counted_from", LocalDate.class);
    return from == null ? null : new VaeRow.Delay(from, row.getObject("last_day", LocalDate.class));
  }

  private static VaeRow.@Nullable Granted granted(ResultSet row) throws SQLException {
    @Nullable LocalDate notifiedOn = row.getObject("notified_on", LocalDate.class);
    return notifiedOn == null
        ? null
        : new VaeRow.Granted(
            notifiedOn,
            row.getObject("valid_through", LocalDate.class),
            row.getObject("start_by", LocalDate.class),
            row.getObject("used_on", LocalDate.class));
  }

  @Override
  public String name() {
    return "vae-applications";
  }

  @Override
  public Class<VaeEvent> events() {
    return VaeEvent.class;
  }

  @Override
  public Table<VaeApplicationId, VaeRow> table() {
    return TABLE;
  }

  @Override
  public Optional<VaeApplicationId> key(Fact<VaeEvent> fact) {
    return Optional.of(fact.event().application());
  }

  @Override
  public Fold<VaeEvent, VaeRow> folding(List<Fact<VaeEvent>> batch) {
    return (row, fact) -> row == null ? filed(fact) : row.evolve(fact, regimes.vae()::regime);
  }

  private VaeRow filed(Fact<VaeEvent> fact) {
    if (fact.event() instanceof ApplicationFiled filed) {
      return VaeRow.filed(filed, fact.version(), regimes.vae().regime(filed.regime()));
    }
    throw new IllegalStateException(
        "application " + fact.event().application() + " was never filed");
  }
}
