package fr.livret.query.statistics;

import fr.livret.query.projection.Projections;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import fr.livret.query.statistics.Figures.CcpFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the functions of the schema {@code reporting}, where each statistic is defined once for all
 * readers.
 */
@Component
final class Statistics {
  private static final String NOW = "reporting";
  private static final String ASKED =
      "cast(:certification as text), cast(:from as date), cast(:to as date), cast(:route as text))";

  private final JdbcClient jdbc;
  private final Projections projections;
  private final TransactionTemplate oneMoment;

  Statistics(JdbcClient jdbc, Projections projections, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.projections = projections;
    this.oneMoment = new TransactionTemplate(transactions);
    oneMoment.setReadOnly(true);
    oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Where the functions are asked for, and by which connection. */
  private record Asked(JdbcClient jdbc, String schema, Population population) {}

  /** Everything of it at one moment; as of now where none is given. */
  StatisticsAnswer of(Population population, Optional<Moment> moment) {
    return at(
        population,
        moment,
        asked ->
            new StatisticsAnswer(
                asked.population().from().orElse(null),
                asked.population().to().orElse(null),
                moment.map(Moment::effectiveOn).orElse(null),
                moment.map(Moment::knownAt).orElse(null),
                figures(asked, true),
                figures(asked, false)));
  }

  private <A> A at(Population population, Optional<Moment> moment, Function<Asked, A> answer) {
    return moment
        .map(then ->
            projections.beside(
                Then.rows(then),
                rows -> {
                  Then.define(rows, then.effectiveOn());
                  return answer.apply(
                      new Asked(
                          JdbcClient.create(rows),
                          Then.SCHEMA,
                          population.until(then.effectiveOn())));
                }))
        .orElseGet(() ->
            Objects.requireNonNull(
                oneMoment.execute(_ -> {
                  hold();
                  return answer.apply(new Asked(jdbc, NOW, population));
                })));
  }

  /** Taken before the moment is: rows that a rebuild puts in place after it would not be seen. */
  private void hold() {
    jdbc.sql("lock table query.course, query.session, query.version_ccps in access share mode")
        .update();
  }

  private record Bucket(String certification, @Nullable Integer year) {}

  private static List<Figures> figures(Asked asked, boolean byYear) {
    Map<String, @Nullable Object> arguments = asked.population().arguments();
    arguments.put("byYear", byYear);
    Map<Bucket, List<CcpFigures>> ccps = new HashMap<>();
    asked
        .jdbc()
        .sql("select * from " + asked.schema() + ".ccp_figures(:byYear, " + ASKED + " order by ccp")
        .params(arguments)
        .query(row -> {
          Bucket bucket =
              new Bucket(row.getString("certification"), row.getObject("year", Integer.class));
          ccps.computeIfAbsent(bucket, _ -> new ArrayList<>())
              .add(
                  new CcpFigures(
                      row.getString("ccp"), Rate.read(row, "success_rate", "granted", "judged")));
        });
    return asked
        .jdbc()
        .sql(
            "select * from "
                + asked.schema()
                + ".figures(:byYear, "
                + ASKED
                + " order by year desc nulls last, certification")
        .params(arguments)
        .query((row, _) -> {
          Bucket bucket =
              new Bucket(row.getString("certification"), row.getObject("year", Integer.class));
          return Figures.read(row, ccps.getOrDefault(bucket, List.of()));
        })
        .list();
  }

  /** The sessions, the latest first; as of now where no moment is given. */
  Page<SessionFigures> sessions(
      Population population, Optional<Moment> moment, long before, int limit) {
    return at(population, moment, asked -> sessions(asked, before, limit));
  }

  private static Page<SessionFigures> sessions(Asked asked, long before, int limit) {
    Map<String, @Nullable Object> arguments = asked.population().arguments();
    String sessions = " from " + asked.schema() + ".session_figures(" + ASKED;
    long total =
        asked.jdbc().sql("select count(*)" + sessions).params(arguments).query(Long.class).single();
    arguments.put("before", before);
    arguments.put("limit", limit + 1);
    List<SessionFigures> found =
        asked
            .jdbc()
            .sql(
                "select *"
                    + sessions
                    + " order by held_on desc, certification, session_id"
                    + " offset :before limit :limit")
            .params(arguments)
            .query((row, _) -> SessionFigures.read(row))
            .list();
    return Page.of(found, limit, total, _ -> Cursor.of(before + limit));
  }
}
