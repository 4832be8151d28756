package fr.livret.query.path;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.path.PathEvent;
import fr.livret.kernel.path.PathFile.Pins;
import fr.livret.kernel.path.PathLaw;
import fr.livret.query.projection.FactRow;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
import fr.livret.query.referentiel.Referentiels;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The facts of paths and the law they pinned. */
@Component
final class PathFiles {
  private static final String FACTS = "select * from query.path_fact where path_id = :path";
  private static final int PORTION = 500;

  private final JdbcClient jdbc;
  private final Facts<PathEvent> facts;
  private final RegimeLibrary regimes;
  private final Referentiels referentiels;
  private final TransactionTemplate reading;

  PathFiles(
      JdbcClient jdbc,
      Facts<PathEvent> facts,
      RegimeLibrary regimes,
      Referentiels referentiels,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.regimes = regimes;
    this.referentiels = referentiels;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /**
   * Each path {@code p} of candidates {@code c} under that filter that was known and open at that
   * moment, by its id. Facts come from the database in small portions, one path's at a time here.
   */
  void each(Filter filter, Moment moment, Consumer<KnownPath> path) {
    filter.with("p.opened_on <= :effectiveOn", "effectiveOn", Optional.of(moment.effectiveOn()));
    List<Recorded<PathEvent>> known = new ArrayList<>();
    // PostgreSQL gives portions only inside a transaction.
    reading.executeWithoutResult(_ -> {
      jdbc.sql(
              "select f.*"
                  + Paths.FROM
                  + " join query.path_fact f on f.path_id = p.id"
                  + filter.where()
                  + " order by f.path_id, f.version")
          .withFetchSize(PORTION)
          .params(filter.values())
          .query((ResultSet row) -> {
            Recorded<PathEvent> fact = facts.recorded(row);
            if (!known.isEmpty() && !fact.event().path().equals(known.getLast().event().path())) {
              KnownPath.by(moment, known).ifPresent(path);
              known.clear();
            }
            known.add(fact);
          });
      KnownPath.by(moment, known).ifPresent(path);
    });
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
