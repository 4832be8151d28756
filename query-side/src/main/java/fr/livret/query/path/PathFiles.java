package fr.livret.query.path;

import fr.livret.form.event.EventJson;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathFile.Pins;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.path.PathLaw;
import fr.livret.query.path.KnownPath.Recorded;
import fr.livret.query.referentiel.Referentiels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts of a path and the law it pinned. */
@Component
final class PathFiles {
  private static final String FACTS = "select * from query.path_fact where path_id = :path";

  private final JdbcClient jdbc;
  private final EventJson json;
  private final RegimeLibrary regimes;
  private final Referentiels referentiels;

  PathFiles(JdbcClient jdbc, EventJson json, RegimeLibrary regimes, Referentiels referentiels) {
    this.jdbc = jdbc;
    this.json = json;
    this.regimes = regimes;
    this.referentiels = referentiels;
  }

  /** The version that is projected; 0 when the path is not. */
  long versionOf(PathId path) {
    return jdbc.sql("select coalesce(max(version), 0) from query.path_fact where path_id = ?")
        .param(path.value())
        .query(Long.class)
        .single();
  }

  /** Every fact, in order. */
  List<Recorded> facts(PathId path) {
    return jdbc.sql(FACTS + " order by version")
        .param("path", path.value())
        .query((row, _) -> recorded(PathFactProjection.read(row)))
        .list();
  }

  private Recorded recorded(PathFactRow row) {
    PathEvent event =
        (PathEvent)
            json.read(row.type(), row.revision(), row.event().getBytes(StandardCharsets.UTF_8));
    return new Recorded(event, row.version(), row.recordedAt());
  }

  /**
   * A page of what is stored, one fact more than the limit where there are more.
   *
   * @param effectiveOn the last day of effect, where one is set
   */
  List<PathFactRow> page(
      PathId path, Instant knownAt, Optional<LocalDate> effectiveOn, long after, int limit) {
    return jdbc.sql(
            FACTS
                + """
                  and recorded_at <= :knownAt
                  and effective_on <= :effectiveOn
                  and version > :after
                order by version limit :limit
                """)
        .param("path", path.value())
        .param("knownAt", sql(knownAt))
        .param("effectiveOn", effectiveOn.orElse(LocalDate.of(9999, 12, 31)))
        .param("after", after)
        .param("limit", limit + 1)
        .query((row, _) -> PathFactProjection.read(row))
        .list();
  }

  /** How many facts all pages have. */
  long count(PathId path, Instant knownAt, Optional<LocalDate> effectiveOn) {
    return jdbc.sql(
            """
            select count(*) from query.path_fact
            where path_id = :path and recorded_at <= :knownAt and effective_on <= :effectiveOn
            """)
        .param("path", path.value())
        .param("knownAt", sql(knownAt))
        .param("effectiveOn", effectiveOn.orElse(LocalDate.of(9999, 12, 31)))
        .query(Long.class)
        .single();
  }

  /** PostgreSQL would round up what is finer than a microsecond. */
  private static OffsetDateTime sql(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** The law a path pinned when it opened. */
  PathLaw law(Pins pins) {
    return new PathLaw(
        regimes.regime(pins.regime()),
        referentiels.version(pins.certification(), pins.certificationVersion()).content(),
        pins.certificationVersion());
  }
}
