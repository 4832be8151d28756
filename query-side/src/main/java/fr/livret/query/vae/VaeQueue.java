package fr.livret.query.vae;

import fr.livret.query.candidate.CandidateName;
import fr.livret.query.reading.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The applications as their events announced them, each with whose it is. */
@Component
class VaeQueue {
  private final JdbcClient jdbc;

  VaeQueue(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
   * One read: the page and the total together.
   *
   * @param day the expression the queue is ordered by
   */
  Portion portion(Filter filter, String day) {
    List<Counted> rows =
        jdbc.sql(
                """
                with matching as (
                  select v.*, %1$s as place, %2$s
                  from query.vae_application v
                  left join query.candidate c on c.id = v.candidate_id%3$s
                ), page as (
                  select * from matching where (place, id) > (:after, :afterId)
                  order by place, id limit :limit
                )
                select page.*, counted.total
                from (select count(*) as total from matching) counted left join page on true
                order by page.place, page.id
                """
                    .formatted(day, CandidateName.COLUMNS, filter.where()))
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

  /** How many applications a candidate filed in a civil year that take a place in its quota. */
  Quota quota(UUID candidate, String certification, int year) {
    return jdbc.sql(
            """
            select count(*) filter (where certification = :certification) as same, count(*) as total
            from query.vae_application
            where candidate_id = :candidate and not exempt
              and extract(year from filed_on) = :year
            """)
        .param("candidate", candidate)
        .param("certification", certification)
        .param("year", year)
        .query((row, _) -> new Quota(row.getLong("same"), row.getLong("total")))
        .single();
  }

  /** Places taken in a quota: for one title, and in all. */
  record Quota(long same, long total) {}
}
