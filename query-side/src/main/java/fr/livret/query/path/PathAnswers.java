package fr.livret.query.path;

import fr.livret.kernel.path.PathEvent;
import fr.livret.query.candidate.Candidates;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Paths as they are answered: as of a day, by what was known at a moment. */
@Component
public final class PathAnswers {
  private final Facts<PathEvent> facts;
  private final PathFiles files;
  private final Candidates candidates;
  private final JdbcClient jdbc;

  PathAnswers(Facts<PathEvent> facts, PathFiles files, Candidates candidates, JdbcClient jdbc) {
    this.facts = facts;
    this.files = files;
    this.candidates = candidates;
    this.jdbc = jdbc;
  }

  /** The paths of a candidate, known by then or not. */
  public List<UUID> of(UUID candidate) {
    return jdbc.sql("select id from query.path where candidate_id = ? order by opened_on, id")
        .param(candidate)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Empty where no path was known and open. */
  public Optional<PathAnswer> at(UUID path, Moment moment) {
    return of(facts.of(path), moment);
  }

  /** The same from all its facts. */
  Optional<PathAnswer> of(List<Recorded<PathEvent>> all, Moment moment) {
    return KnownPath.by(moment, all)
        .map(known ->
            new PathView(known, files.law(known.file().on(moment.effectiveOn()).pins()), moment)
                .answer(candidates.name(known.file().pins().candidate())));
  }
}
