package fr.livret.query.session;

import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.session.Plan;
import fr.livret.kernel.session.SessionEvent;
import fr.livret.kernel.session.SessionId;
import fr.livret.kernel.session.SessionKind;
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
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One row for each session, with what statistics count. */
@Component
final class SessionProjection implements Projection<SessionEvent, SessionId, SessionRow> {
  private static final JsonColumn<Seat> SEATS = JsonColumn.of(Seat.class);
  private static final JsonColumn<Contender> CONTENDERS = JsonColumn.of(Contender.class);
  private static final JsonColumn<EditionRow> EDITIONS = JsonColumn.of(EditionRow.class);
  private static final JsonColumn<LaterAct> ACTS = JsonColumn.of(LaterAct.class);
  private static final Table<SessionId, SessionRow> TABLE =
      new Table<>(
          "query.session",
          List.of(Column.uuid("id", SessionId::value)),
          List.of(
              Column.text("kind", row -> row.plan().kind().name()),
              Column.text("certification", row -> row.plan().certification().value()),
              Column.number("certification_version", SessionRow::certificationVersion),
              Column.text("regime", row -> row.regime().code()),
              Column.number("regime_edition", row -> row.regime().edition()),
              Column.day("held_on", SessionRow::heldOn),
              Column.text("centre", row -> row.plan().centre()),
              Column.text("place", row -> row.plan().place()),
              Column.text("authority", row -> row.plan().authority()),
              Column.text("replaces", row -> text(row.plan().replaces())),
              Column.text("state", row -> row.status().name()),
              Column.json("seats", row -> SEATS.write(row.seats())),
              Column.json("contenders", row -> CONTENDERS.write(row.contenders())),
              Column.json("editions", row -> EDITIONS.write(row.editions())),
              Column.json("acts", row -> ACTS.write(row.acts())),
              count("enrolled", Counts::enrolled),
              count("presented", Counts::presented),
              count("titles", Counts::titles),
              count("partial", Counts::partial),
              count("refused", Counts::refused),
              count("absent_excused", Counts::absentExcused),
              count("absent_not_excused", Counts::absentNotExcused),
              count("ccps_decided", Counts::ccpsDecided),
              count("ccps_granted", Counts::ccpsGranted),
              count("ccs", Counts::ccs),
              count("pending", Counts::pending),
              count("not_recorded", Counts::notRecorded),
              Column.number("version", SessionRow::version)),
          SessionRow::id,
          (row, _) -> read(row));

  private static Column<SessionRow> count(String name, ToIntFunction<Counts> of) {
    return Column.number(name, row -> of.applyAsInt(row.counts()));
  }

  private static @Nullable String text(@Nullable SessionId id) {
    return id == null ? null : id.toString();
  }

  static SessionRow read(ResultSet row) throws SQLException {
    @Nullable String replaces = row.getString("replaces");
    return new SessionRow(
        new SessionId(row.getObject("id", UUID.class)),
        new Plan(
            SessionKind.valueOf(row.getString("kind")),
            new ReferentielCode(row.getString("certification")),
            row.getObject("held_on", LocalDate.class),
            row.getString("centre"),
            row.getString("place"),
            row.getString("authority"),
            replaces == null ? null : SessionId.of(replaces)),
        row.getInt("certification_version"),
        new RegimeId(row.getString("regime"), row.getInt("regime_edition")),
        SessionStatus.valueOf(row.getString("state")),
        SEATS.read(row.getString("seats")),
        CONTENDERS.read(row.getString("contenders")),
        EDITIONS.read(row.getString("editions")),
        ACTS.read(row.getString("acts")),
        row.getLong("version"));
  }

  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public Class<SessionEvent> events() {
    return SessionEvent.class;
  }

  @Override
  public Table<SessionId, SessionRow> table() {
    return TABLE;
  }

  @Override
  public Optional<SessionId> key(Fact<SessionEvent> fact) {
    return Optional.of(fact.event().session());
  }

  @Override
  public Fold<SessionEvent, SessionRow> folding(List<Fact<SessionEvent>> batch) {
    return (row, fact) -> SessionRow.evolve(row, fact.event(), fact.version());
  }
}
