package fr.livret.query.path;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathFile.Pins;
import fr.livret.kernel.path.PathLaw;
import fr.livret.query.projection.FactRow;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.referentiel.Referentiels;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts of paths and the law they pinned. */
@Component
final class PathFiles {
  private static final String FACTS = "select * from query.path_fact where path_id = :path";

  private final JdbcClient jdbc;
  private final Facts<PathEvent> facts;
  private final RegimeLibrary regimes;
  private final Referentiels referentiels;

  PathFiles(
      JdbcClient jdbc, Facts<PathEvent> facts, RegimeLibrary regimes, Referentiels referentiels) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.regimes = regimes;
    this.referentiels = referentiels;
  }

  /**
   * Each path {@code p} of candidates {@code c} under that filter that was known and open at that
   * moment, by its id.
   */
  void each(Filter filter, Moment moment, Consumer<KnownPath> path) {
    filter.with("p.opened_on <= :effectiveOn", "effectiveOn", Optional.of(moment.effectiveOn()));
    facts.each(
        Paths.FROM + " join query.path_fact f on f.path_id = p.id",
        filter,
        all -> KnownPath.by(moment, all).ifPresent(path));
  }

  /**
   * A page of what is stored, one fact more than the limit where there are more.
   *
   * @param effectiveOn the last day of effect, where one is set
   */
  List<FactRow> page(
      UUID path, Instant knownAt, Optional<LocalDate> effectiveOn, long after, int limit) {
    return jdbc.sql(
            FACTS
                + """
                  and recorded_at <= :knownAt
                  and effective_on <= :effectiveOn
                  and version > :after
                order by version limit :limit
                """)
        .param("path", path)
        .param("knownAt", sql(knownAt))
        .param("effectiveOn", effectiveOn.orElse(LocalDate.of(9999, 12, 31)))
        .param("after", after)
        .param("limit", limit + 1)
        .query((row, _) -> facts.read(row))
        .list();
  }

  /** How many facts all pages have. */
  long count(UUID path, Instant knownAt, Optional<LocalDate> effectiveOn) {
    return jdbc.sql(
            """
            select count(*) from query.path_fact
            where path_id = :path and recorded_at <= :knownAt and effective_on <= :effectiveOn
            """)
        .param("path", path)
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
