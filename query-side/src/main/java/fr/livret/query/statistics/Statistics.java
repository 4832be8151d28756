package fr.livret.query.statistics;

import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Page;
import fr.livret.query.statistics.Figures.CcpFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private static final String ASKED =
      "cast(:certification as text), cast(:from as date), cast(:to as date), cast(:route as text))";

  private final JdbcClient jdbc;
  private final TransactionTemplate oneMoment;

  Statistics(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.oneMoment = new TransactionTemplate(transactions);
    oneMoment.setReadOnly(true);
    oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Everything of it at one moment. */
  StatisticsAnswer of(Population population) {
    return Objects.requireNonNull(
        oneMoment.execute(_ -> {
          hold();
          return new StatisticsAnswer(
              population.from().orElse(null),
              population.to().orElse(null),
              figures(population, true),
              figures(population, false));
        }));
  }

  /** Taken before the moment is: rows that a rebuild puts in place after it would not be seen. */
  private void hold() {
    jdbc.sql("lock table query.course, query.session, query.version_ccps in access share mode")
        .update();
  }

  private record Bucket(String certification, @Nullable Integer year) {}

  private List<Figures> figures(Population population, boolean byYear) {
    Map<String, @Nullable Object> arguments = population.arguments();
    arguments.put("byYear", byYear);
    Map<Bucket, List<CcpFigures>> ccps = new HashMap<>();
    jdbc.sql("select * from reporting.ccp_figures(:byYear, " + ASKED + " order by ccp")
        .params(arguments)
        .query(row -> {
          Bucket bucket =
              new Bucket(row.getString("certification"), row.getObject("year", Integer.class));
          ccps.computeIfAbsent(bucket, _ -> new ArrayList<>())
              .add(
                  new CcpFigures(
                      row.getString("ccp"), Rate.read(row, "success_rate", "granted", "judged")));
        });
    return jdbc.sql(
            "select * from reporting.figures(:byYear, "
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

  /** The sessions, the latest first. */
  Page<SessionFigures> sessions(Population population, long before, int limit) {
    Map<String, @Nullable Object> arguments = population.arguments();
    String sessions = " from reporting.session_figures(" + ASKED;
    long total =
        jdbc.sql("select count(*)" + sessions).params(arguments).query(Long.class).single();
    arguments.put("before", before);
    arguments.put("limit", limit + 1);
    List<SessionFigures> found =
        jdbc.sql(
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
