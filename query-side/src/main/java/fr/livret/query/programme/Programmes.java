package fr.livret.query.programme;

import fr.livret.form.event.EventJson;
import fr.livret.kernel.programme.ProgrammeCode;
import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import fr.livret.query.reading.Waiting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The programmes as they are published. */
@Component
public final class Programmes {
  /** The newest version known of each programme. */
  private static final String NEWEST =
      " from (select distinct on (code) *, event #>> '{content,certification}' as certification"
          + " from query.programme_version where recorded_at <= :knownAt"
          + " order by code, number desc) v";

  private final JdbcClient jdbc;
  private final EventJson json;
  private final Waiting waiting;

  /** A version never changes. */
  private final Map<ProgrammeVersion, ProgrammePublished> read = new ConcurrentHashMap<>();

  Programmes(JdbcClient jdbc, EventJson json, Waiting waiting) {
    this.jdbc = jdbc;
    this.json = json;
    this.waiting = waiting;
  }

  /**
   * One version. A training can pin one that is published only just now: waits for it.
   *
   * @throws fr.livret.http.NotYetProjected when it is not there in time
   */
  public ProgrammePublished version(ProgrammeVersion version) {
    return read.computeIfAbsent(version, this::awaited);
  }

  private ProgrammePublished awaited(ProgrammeVersion version) {
    waiting.until(
        OptionalLong.of(version.number()),
        () -> row(version).map(found -> found.key().number()).orElse(0));
    return row(version).map(this::published).orElseThrow();
  }

  private Optional<ProgrammeRow> row(ProgrammeVersion version) {
    return jdbc.sql("select * from query.programme_version where code = ? and number = ?")
        .params(version.code().value(), version.number())
        .query((row, _) -> ProgrammeProjection.read(row))
        .optional();
  }

  ProgrammePublished published(ProgrammeRow row) {
    return (ProgrammePublished)
        json.read(
            json.nameOf(ProgrammePublished.class),
            row.revision(),
            row.event().getBytes(StandardCharsets.UTF_8));
  }

  /** Every version, oldest first; the number of the last is the version of the stream. */
  List<ProgrammeRow> versions(ProgrammeCode code) {
    return jdbc.sql("select * from query.programme_version where code = ? order by number")
        .param(code.value())
        .query((row, _) -> ProgrammeProjection.read(row))
        .list();
  }

  long versionOf(ProgrammeCode code) {
    List<ProgrammeRow> versions = versions(code);
    return versions.isEmpty() ? 0 : versions.getLast().key().number();
  }

  /** The newest version known of each programme, by code. */
  Page<ProgrammeRow> newest(
      Optional<String> certification, Moment moment, Optional<String> after, int limit) {
    Filter filter =
        new Filter()
            .with("v.certification = :certification", "certification", certification)
            .value("knownAt", moment.lastRecordInSql());
    long total =
        jdbc.sql("select count(*)" + NEWEST + filter.where())
            .params(filter.values())
            .query(Long.class)
            .single();
    filter.with("v.code > :after", "after", after).value("limit", limit + 1);
    List<ProgrammeRow> rows =
        jdbc.sql("select v.*" + NEWEST + filter.where() + " order by v.code limit :limit")
            .params(filter.values())
            .query((row, _) -> ProgrammeProjection.read(row))
            .list();
    return Page.of(rows, limit, total, row -> Cursor.of(row.key().code()));
  }
}
