package fr.livret.query.programme;

import fr.livret.form.event.EventJson;
import fr.livret.form.event.EventTypes.EventType;
import fr.livret.kernel.programme.ProgrammeCode;
import fr.livret.kernel.programme.ProgrammeEvent;
import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import fr.livret.kernel.programme.ProgrammeVersion;
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
import org.springframework.stereotype.Component;

/** Every version of every programme: a training is read by the one it pinned. */
@Component
final class ProgrammeProjection
    implements Projection<ProgrammeEvent, ProgrammeVersion, ProgrammeRow> {
  private static final Table<ProgrammeVersion, ProgrammeRow> TABLE =
      new Table<>(
          "query.programme_version",
          List.of(
              Column.text("code", key -> key.code().value()),
              Column.number("number", ProgrammeVersion::number)),
          List.of(
              Column.text("digest", ProgrammeRow::digest),
              Column.day("published_on", ProgrammeRow::publishedOn),
              Column.instant("recorded_at", ProgrammeRow::recordedAt),
              Column.text("revision", ProgrammeRow::revision),
              Column.json("event", ProgrammeRow::event)),
          ProgrammeRow::key,
          (row, _) -> read(row));

  private final EventJson json;

  ProgrammeProjection(EventJson json) {
    this.json = json;
  }

  static ProgrammeRow read(ResultSet row) throws SQLException {
    return new ProgrammeRow(
        new ProgrammeVersion(new ProgrammeCode(row.getString("code")), row.getInt("number")),
        row.getString("digest"),
        row.getObject("published_on", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("revision"),
        row.getString("event"));
  }

  @Override
  public String name() {
    return "programmes";
  }

  @Override
  public Class<ProgrammeEvent> events() {
    return ProgrammeEvent.class;
  }

  @Override
  public Table<ProgrammeVersion, ProgrammeRow> table() {
    return TABLE;
  }

  @Override
  public Optional<ProgrammeVersion> key(Fact<ProgrammeEvent> fact) {
    return switch (fact.event()) {
      case ProgrammePublished published ->
          Optional.of(new ProgrammeVersion(published.programme(), published.version()));
    };
  }

  @Override
  public Fold<ProgrammeEvent, ProgrammeRow> folding(List<Fact<ProgrammeEvent>> batch) {
    return (_, fact) ->
        switch (fact.event()) {
          case ProgrammePublished published -> row(published, fact);
        };
  }

  private ProgrammeRow row(ProgrammePublished published, Fact<ProgrammeEvent> fact) {
    EventType type = json.types().of(ProgrammePublished.class).orElseThrow();
    return new ProgrammeRow(
        new ProgrammeVersion(published.programme(), published.version()),
        published.digest(),
        published.publishedOn(),
        fact.recordedAt(),
        type.revision(),
        new String(json.write(published), StandardCharsets.UTF_8));
  }
}
