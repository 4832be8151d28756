package fr.livret.query.training;

import fr.livret.kernel.training.TrainingEvent;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Filter;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import fr.livret.query.reading.Rows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The trainings as their events announced them, now or by a moment, each with whose it is. */
@Component
final class Trainings {
  private final Rows rows;
  private final Rows.Told<TrainingEvent, TrainingRow> told;

  Trainings(Rows rows, TrainingProjection projection) {
    this.rows = rows;
    this.told = new Rows.Told<>(projection, (event, day) -> !event.effectiveOn().isAfter(day));
  }

  /** Those started last come first; as of now where no moment is given. */
  Page<ListedTraining> list(
      TrainingSearch search,
      Optional<Moment> moment,
      Optional<TrainingSearch.After> after,
      int limit) {
    return rows.at(moment, told, source -> list(source, search.filter(), after, limit));
  }

  private static Page<ListedTraining> list(
      Rows.Source source, Filter filter, Optional<TrainingSearch.After> after, int limit) {
    String from =
        " from %s.training t left join query.candidate c on c.id = t.candidate_id"
            .formatted(source.schema());
    long total =
        source
            .jdbc()
            .sql("select count(*)" + from + filter.where())
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
        source
            .jdbc()
            .sql(
                "select t.*, "
                    + CandidateName.COLUMNS
                    + from
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
