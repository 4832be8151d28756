package fr.livret.query.vae;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The applications as their events announced them, each with whose it is; those of a moment as
 * derived from their facts, since what follows from a day alone may not have been announced.
 */
@Component
class VaeQueue {
  private final JdbcClient jdbc;
  private final Rows rows;
  private final VaeProjection projection;
  private final Facts<VaeEvent> facts;
  private final RegimeLibrary regimes;

  VaeQueue(
      JdbcClient jdbc,
      Rows rows,
      VaeProjection projection,
      Facts<VaeEvent> facts,
      RegimeLibrary regimes) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.projection = projection;
    this.facts = facts;
    this.regimes = regimes;
  }

  /**
   * One application of the queue.
   *
   * @param day its place in the order asked for
   */
  record Found(VaeRow row, CandidateName candidate, LocalDate day) {}

  /** What was found, one more than asked for where there are more, and how many there are. */
  record Portion(List<Found> found, long total) {}

  private record Counted(@Nullable Found found, long total) {}

  /**
   * One read: the page and the total together; as of now where no moment is given.
   *
   * @param day the expression the queue is ordered by
   */
  Portion portion(Filter filter, String day, Optional<Moment> moment) {
    return rows.at(moment, projection, this::derived, source -> portion(source, filter, day));
  }

  private Consumer<Consumer<VaeRow>> derived(Moment moment) {
    return each ->
        facts.each(
            " from query.vae_fact f",
            new Filter(),
            all ->
                KnownVae.by(moment, all)
                    .map(known ->
                        VaeRow.asOf(
                            moment.effectiveOn(),
                            known,
                            regimes.vae().regime(known.filing().regime())))
                    .ifPresent(each));
  }

  private static Portion portion(Rows.Source source, Filter filter, String day) {
    List<Counted> rows =
        source
            .jdbc()
            .sql(
                """
                with matching as (
                  select v.*, %1$s as place, %2$s
                  from %4$s.vae_application v
                  left join query.candidate c on c.id = v.candidate_id%3$s
                ), page as (
                  select * from matching where (place, id) > (:after, :afterId)
                  order by place, id limit :limit
                )
                select page.*, counted.total
                from (select count(*) as total from matching) counted left join page on true
                order by page.place, page.id
                """
                    .formatted(day, CandidateName.COLUMNS, filter.where(), source.schema()))
            .params(filter.values())
            .query((row, _) -> new Counted(found(row), row.getLong("total")))
            .list();
    return new Portion(
        rows.stream().map(Counted::found).filter(Objects::nonNull).toList(),
        rows.getFirst().total());
  }

  /** Where nothing was found the total stands alone. */
  private static @Nullable Found found(ResultSet row) throws SQLException {
    return row.getObject("id") == null
        ? null
        : new Found(
            VaeProjection.read(row),
            CandidateName.read(row.getObject("candidate_id", UUID.class), row),
            row.getObject("place", LocalDate.class));
  }

  /**
   * How many applications a candidate filed in a civil year that take a place in its quota, as of a
   * day and by what was known.
   */
  Quota quota(UUID candidate, String certification, int year, Moment moment) {
    return jdbc.sql(
            """
            select count(*) filter (where certification = :certification) as same, count(*) as total
            from query.vae_application v
            where candidate_id = :candidate and not exempt
              and extract(year from filed_on) = :year and filed_on <= :effectiveOn
              and not exists (
                select from query.vae_fact f
                where f.application = v.id and f.version = 1 and f.recorded_at > :knownAt)
            """)
        .param("effectiveOn", moment.effectiveOn())
        .param("knownAt", moment.lastRecordInSql())
        .param("candidate", candidate)
        .param("certification", certification)
        .param("year", year)
        .query((row, _) -> new Quota(row.getLong("same"), row.getLong("total")))
        .single();
  }

  /** The applications of a candidate, the first filed first. */
  List<UUID> of(UUID candidate) {
    return jdbc.sql(
            "select id from query.vae_application where candidate_id = ? order by filed_on, id")
        .param(candidate)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Places taken in a quota: for one title, and in all. */
  record Quota(long same, long total) {}
}
