package fr.livret.query.training;

import fr.livret.kernel.programme.ProgrammeEvent.ProgrammePublished;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.kernel.training.TrainingFile;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.candidate.Candidates;
import fr.livret.query.programme.Programmes;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
import fr.livret.query.referentiel.Referentiels;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Trainings as they are answered: as of a day, by what was known at a moment. */
@Component
public final class TrainingAnswers {
  private final Facts<TrainingEvent> facts;
  private final Candidates candidates;
  private final Referentiels referentiels;
  private final Programmes programmes;
  private final JdbcClient jdbc;

  TrainingAnswers(
      Facts<TrainingEvent> facts,
      Candidates candidates,
      Referentiels referentiels,
      Programmes programmes,
      JdbcClient jdbc) {
    this.facts = facts;
    this.candidates = candidates;
    this.referentiels = referentiels;
    this.programmes = programmes;
    this.jdbc = jdbc;
  }

  /** The trainings of a candidate, known by then or not. */
  public List<UUID> of(UUID candidate) {
    return jdbc.sql("select id from query.training where candidate_id = ? order by started_on, id")
        .param(candidate)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Empty where no training was known and started. */
  public Optional<TrainingAnswer> at(UUID training, Moment moment) {
    return KnownTraining.by(moment, facts.of(training))
        .map(known -> view(known, moment).answer(candidates.name(pins(known).candidate())));
  }

  /** The same of some of its facts, without asking whose it is. */
  Optional<TrainingAnswer> nameless(List<Recorded<TrainingEvent>> some, Moment moment) {
    return KnownTraining.by(moment, some)
        .map(known ->
            view(known, moment)
                .answer(new CandidateName(pins(known).candidate().value(), null, false)));
  }

  private TrainingView view(KnownTraining known, Moment moment) {
    TrainingFile.Pins pins = pins(known);
    Referentiel referentiel =
        referentiels.version(pins.certification(), pins.certificationVersion()).content();
    @Nullable ProgrammePublished programme =
        pins.programme() == null ? null : programmes.version(pins.programme());
    return new TrainingView(known, referentiel, programme, moment);
  }

  private static TrainingFile.Pins pins(KnownTraining known) {
    return known.state().started().orElseThrow().pins();
  }
}
