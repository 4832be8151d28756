package fr.livret.command.path;

import fr.livret.command.dispatch.Histories;
import fr.livret.command.training.TrainingIndex;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Grounds;
import fr.livret.kernel.path.PathFile;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.training.TrainingRecord;
import org.springframework.stereotype.Component;

/**
 * Brings together what a jury's decision may rest on beyond its path, from the facts themselves.
 */
@Component
public class Gathering {
  private final Histories histories;
  private final TrainingIndex trainings;

  Gathering(Histories histories, TrainingIndex trainings) {
    this.histories = histories;
    this.trainings = trainings;
  }

  /** As of now, for a decision on that path. */
  public Grounds groundsOf(PathId path) {
    return groundsOf(histories.path(path));
  }

  /** As of now, for a decision on a path as it stands. */
  public Grounds groundsOf(PathFile path) {
    return new Grounds(
        histories.candidate(path.pins().candidate()).certificatesHeld(), training(path.pins()));
  }

  /** Only a decision on the training route rests on trainings. */
  private TrainingRecord training(PathFile.Pins pins) {
    return pins.route() == Route.TRAINING
        ? new TrainingRecord(
            trainings.of(pins.candidate(), pins.certification()).stream()
                .flatMap(training -> histories.training(training).started().stream())
                .toList())
        : TrainingRecord.NONE;
  }
}
