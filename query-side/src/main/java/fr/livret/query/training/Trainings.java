package fr.livret.query.training;

import fr.livret.form.event.EventJson;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.kernel.training.TrainingId;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Page;
import fr.livret.query.training.KnownTraining.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trainings: each by its facts, and all of them in lists. */
@Component
final class Trainings {
  private static final String FROM =
      " from query.training t left join query.candidate c on c.id = t.candidate_id";

  private final JdbcClient jdbc;
  private final EventJson json;

  Trainings(JdbcClient jdbc, EventJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The version that is projected; 0 when the training is not. */
  long versionOf(TrainingId training) {
    return jdbc.sql(
            "select coalesce(max(version), 0) from query.training_fact where training_id = ?")
        .param(training.value())
        .query(Long.class)
        .single();
  }

  /** Every fact, in order. */
  List<Recorded> facts(TrainingId training) {
    return jdbc.sql("select * from query.training_fact where training_id = ? order by version")
        .param(training.value())
        .query((row, _) -> recorded(TrainingFactProjection.read(row)))
        .list();
  }

  private Recorded recorded(TrainingFactRow row) {
    TrainingEvent event =
        (TrainingEvent)
            json.read(row.type(), row.revision(), row.event().getBytes(StandardCharsets.UTF_8));
    return new Recorded(event, row.key().version(), row.recordedAt());
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
