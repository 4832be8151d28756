package fr.livret.query.training;

import fr.livret.kernel.training.TrainingEvent;
import fr.livret.kernel.training.TrainingState;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Recorded;
import java.util.List;
import java.util.Optional;

/**
 * A training as of a day, by what was known of it.
 *
 * @param state what its facts of that day or before fold to
 * @param version of the stream after the last fact that was known
 */
record KnownTraining(TrainingState state, long version) {

  /** Empty before the training was recorded or started. */
  static Optional<KnownTraining> by(Moment moment, List<Recorded<TrainingEvent>> all) {
    List<Recorded<TrainingEvent>> known = moment.known(all);
    if (known.isEmpty() || known.getFirst().event().effectiveOn().isAfter(moment.effectiveOn())) {
      return Optional.empty();
    }
    TrainingState state = new TrainingState.NotStarted();
    for (Recorded<TrainingEvent> one : known) {
      if (!one.event().effectiveOn().isAfter(moment.effectiveOn())) {
        state = TrainingState.evolve(state, one.event());
      }
    }
    return Optional.of(new KnownTraining(state, known.getLast().version()));
  }
}
