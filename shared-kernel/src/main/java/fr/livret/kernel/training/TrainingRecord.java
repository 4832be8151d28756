package fr.livret.kernel.training;

import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import java.util.List;

/**
 * What is recorded of a candidate's trainings for one title: what a jury decision on the training
 * route may rest on. An EFA acquired in one of them is acquired.
 *
 * @param trainings every one that was started, abandoned ones included
 */
public record TrainingRecord(List<TrainingFile> trainings) {

  /** No training is recorded, as for what was on paper only. */
  public static final TrainingRecord NONE = new TrainingRecord(List.of());

  public TrainingRecord {
    trainings = List.copyOf(trainings);
  }

  /** Whether one had started by that day. */
  public boolean startedBy(LocalDate day) {
    return trainings.stream().anyMatch(training -> !training.pins().startedOn().isAfter(day));
  }

  /** Whether an EFA had acquired that CCP by that day. */
  public boolean acquired(CcpCode ccp, LocalDate day) {
    return trainings.stream()
        .flatMap(training -> training.acquired(ccp).stream())
        .anyMatch(efa -> !efa.assessedOn().isAfter(day));
  }
}
