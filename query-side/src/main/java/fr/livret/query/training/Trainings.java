package fr.livret.query.training;

import fr.livret.query.candidate.CandidateName;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Page;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trainings as their events announced them, each with whose it is. */
@Component
final class Trainings {
  private static final String FROM =
      " from query.training t left join query.candidate c on c.id = t.candidate_id";

  private final JdbcClient jdbc;

  Trainings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those started last come first. */
  Page<ListedTraining> list(
      TrainingSearch search, Optional<TrainingSearch.After> after, int limit) {
    Filter filter = search.filter();
    long total =
        jdbc.sql("select count(*)" + FROM + filter.where())
            .params(filter.values())
            .query(Long.class)
            .single();
    filter
        .with(
            "(t.started_on, t.id) < (:startedOn, :id)",
            "startedOn",
            after.map(TrainingSearch.After::startedOn))
        .value("id", after.map(TrainingSearch.After::id).orElse(new UUID(0, 0)))
        .value("limit", limit + 1);
    List<ListedTraining> found =
        jdbc.sql(
                "select t.*, "
                    + CandidateName.COLUMNS
                    + FROM
                    + filter.where()
                    + " order by t.started_on desc, t.id desc limit :limit")
            .params(filter.values())
            .query((row, _) ->
                ListedTraining.of(
                    TrainingProjection.read(row),
                    CandidateName.read(row.getObject("candidate_id", UUID.class), row)))
            .list();
    return Page.of(found, limit, total, training -> Cursor.of(training.startedOn(), training.id()));
  }
}
