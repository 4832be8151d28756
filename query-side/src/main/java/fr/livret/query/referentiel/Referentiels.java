package fr.livret.query.referentiel;

import fr.livret.form.event.EventJson;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import fr.livret.query.reading.Waiting;
import fr.livret.query.referentiel.VersionRow.Key;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The référentiels as they are published. */
@Component
public final class Referentiels {
  private static final String LISTED = " from query.referentiel r";

  private final JdbcClient jdbc;
  private final EventJson json;
  private final RegimeLibrary regimes;
  private final Waiting waiting;

  /** A version never changes. */
  private final Map<Key, ReferentielPublished> read = new ConcurrentHashMap<>();

  Referentiels(JdbcClient jdbc, EventJson json, RegimeLibrary regimes, Waiting waiting) {
    this.jdbc = jdbc;
    this.json = json;
    this.regimes = regimes;
    this.waiting = waiting;
  }

  /**
   * One version. A path can pin one that is published only just now: waits for it.
   *
   * @throws fr.livret.http.NotYetProjected when it is not there in time
   */
  public ReferentielPublished version(ReferentielCode code, int number) {
    return read.computeIfAbsent(new Key(code, number), this::awaited);
  }

  private ReferentielPublished awaited(Key key) {
    waiting.until(OptionalLong.of(key.number()), () -> row(key).map(VersionRow::number).orElse(0));
    return row(key).map(this::published).orElseThrow();
  }

  private Optional<VersionRow> row(Key key) {
    return jdbc.sql("select * from query.referentiel_version where code = ? and number = ?")
        .params(key.code().value(), key.number())
        .query((row, _) -> VersionProjection.read(row))
        .optional();
  }

  private ReferentielPublished published(VersionRow row) {
    return (ReferentielPublished)
        json.read(
            json.nameOf(ReferentielPublished.class),
            row.revision(),
            row.event().getBytes(StandardCharsets.UTF_8));
  }

  Optional<ReferentielRow> find(ReferentielCode code) {
    return jdbc.sql("select * from query.referentiel where code = ?")
        .param(code.value())
        .query((row, _) -> ReferentielProjection.read(row))
        .optional();
  }

  /** The newest edition of a regime, which a path opens under; null where no file states it. */
  @Nullable Integer edition(String regime) {
    return regimes.knows(regime) ? regimes.latest(regime).id().edition() : null;
  }

  /** The number of the newest version; 0 where none is published. */
  public int newest(ReferentielCode code) {
    return find(code).map(ReferentielRow::newest).orElse(0);
  }

  long versionOf(ReferentielCode code) {
    return find(code).map(ReferentielRow::version).orElse(0L);
  }

  /** Every version, oldest first. */
  List<VersionRow> versions(ReferentielCode code) {
    return jdbc.sql("select * from query.referentiel_version where code = ? order by number")
        .param(code.value())
        .query((row, _) -> VersionProjection.read(row))
        .list();
  }

  /** Those of which a version was known, by code. */
  Page<ReferentielRow> list(Moment moment, Optional<String> after, int limit) {
    Filter filter =
        new Filter()
            .with(
                """
                exists (
                  select from query.referentiel_version v
                  where v.code = r.code and v.recorded_at <= :knownAt)
                """,
                "knownAt",
                Optional.of(moment).filter(Moment::past).map(Moment::lastRecordInSql));
    long total =
        jdbc.sql("select count(*)" + LISTED + filter.where())
            .params(filter.values())
            .query(Long.class)
            .single();
    filter.with("r.code > :after", "after", after).value("limit", limit + 1);
    List<ReferentielRow> rows =
        jdbc.sql("select r.*" + LISTED + filter.where() + " order by r.code limit :limit")
            .params(filter.values())
            .query((row, _) -> ReferentielProjection.read(row))
            .list();
    return Page.of(rows, limit, total, row -> Cursor.of(row.code()));
  }
}
