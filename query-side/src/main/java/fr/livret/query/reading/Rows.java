package fr.livret.query.reading;

import fr.livret.query.projection.Beside;
import fr.livret.query.projection.Projection;
import fr.livret.query.projection.Projections;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where lists read their rows: those there are, or those of a moment. It is the very same SQL that
 * reads them, so that an answer about the past is filtered, ordered and paged as one of today.
 */
@Component
public final class Rows {
  private final JdbcClient jdbc;
  private final Projections projections;

  Rows(JdbcClient jdbc, Projections projections) {
    this.jdbc = jdbc;
    this.projections = projections;
  }

  /**
   * Where rows stand.
   *
   * @param schema of the table of the projection asked for; whatever is joined to it stands in
   *     {@code query}, as it is now
   */
  public record Source(JdbcClient jdbc, String schema) {
    private static Source then(JdbcTemplate jdbc) {
      return new Source(JdbcClient.create(jdbc), "pg_temp");
    }
  }

  /**
   * Rows folded from facts.
   *
   * @param by whether an event counts as of a day
   */
  public record Told<E, R>(Projection<E, ?, R> projection, BiPredicate<E, LocalDate> by) {
    private Beside.Folded at(Moment moment) {
      return new Beside.Folded(
          projection.name(),
          moment::knows,
          event -> by.test(projection.events().cast(event), moment.effectiveOn()));
    }
  }

  /** Those there are; where a moment is given, those it makes of every event there is. */
  public <A> A at(Optional<Moment> moment, Told<?, ?> rows, Function<Source, A> reader) {
    return moment
        .map(then ->
            projections.beside(
                List.of(rows.at(then)), jdbcThen -> reader.apply(Source.then(jdbcThen))))
        .orElseGet(() -> now(reader));
  }

  /**
   * The same where rows of a moment say more than a fold of events can.
   *
   * @param derived gives each of them at that moment
   */
  public <R, A> A at(
      Optional<Moment> moment,
      Projection<?, ?, R> projection,
      Function<Moment, Consumer<Consumer<R>>> derived,
      Function<Source, A> reader) {
    return moment
        .map(then ->
            projections.beside(
                List.of(new Beside.Derived<>(projection, derived.apply(then))),
                jdbcThen -> reader.apply(Source.then(jdbcThen))))
        .orElseGet(() -> now(reader));
  }

  private <A> A now(Function<Source, A> reader) {
    return reader.apply(new Source(jdbc, "query"));
  }

  /** The row of one stream at a moment; empty where none was known and there. */
  public <E, R> Optional<R> one(Told<E, R> rows, String stream, Moment moment) {
    return projections.then(rows.projection(), stream, rows.at(moment));
  }
}
