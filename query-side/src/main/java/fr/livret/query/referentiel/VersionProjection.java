package fr.livret.query.referentiel;

import fr.livret.form.event.EventJson;
import fr.livret.form.event.EventTypes.EventType;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleClosed;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleProrogued;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleRevised;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every version of every référentiel: a path is read by the one it pinned. */
@Component
final class VersionProjection implements Projection<ReferentielEvent, VersionRow.Key, VersionRow> {
  private static final Table<VersionRow.Key, VersionRow> TABLE =
      new Table<>(
          "query.referentiel_version",
          List.of(
              Column.text("code", key -> key.code().value()),
              Column.number("number", VersionRow.Key::number)),
          List.of(
              Column.text("digest", VersionRow::digest),
              Column.day("published_on", VersionRow::publishedOn),
              Column.instant("recorded_at", VersionRow::recordedAt),
              Column.text("revision", VersionRow::revision),
              Column.json("event", VersionRow::event)),
          VersionRow::key,
          (row, _) -> read(row));

  private final EventJson json;

  VersionProjection(EventJson json) {
    this.json = json;
  }

  static VersionRow read(ResultSet row) throws SQLException {
    return new VersionRow(
        new ReferentielCode(row.getString("code")),
        row.getInt("number"),
        row.getString("digest"),
        row.getObject("published_on", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("revision"),
        row.getString("event"));
  }

  @Override
  public String name() {
    return "referentiel-versions";
  }

  @Override
  public Class<ReferentielEvent> events() {
    return ReferentielEvent.class;
  }

  @Override
  public Table<VersionRow.Key, VersionRow> table() {
    return TABLE;
  }

  @Override
  public Optional<VersionRow.Key> key(Fact<ReferentielEvent> fact) {
    return switch (fact.event()) {
      case ReferentielPublished published ->
          Optional.of(new VersionRow.Key(published.referentiel(), published.version()));
      case TitleClosed _, TitleProrogued _, TitleRevised _ -> Optional.empty();
    };
  }

  @Override
  public Fold<ReferentielEvent, VersionRow> folding(List<Fact<ReferentielEvent>> batch) {
    return this::evolve;
  }

  private @Nullable VersionRow evolve(@Nullable VersionRow row, Fact<ReferentielEvent> fact) {
    if (!(fact.event() instanceof ReferentielPublished published)) {
      return row;
    }
    EventType type = json.types().of(ReferentielPublished.class).orElseThrow();
    return new VersionRow(
        published.referentiel(),
        published.version(),
        published.digest(),
        published.publishedOn(),
        fact.recordedAt(),
        type.revision(),
        new String(json.write(published), StandardCharsets.UTF_8));
  }
}
