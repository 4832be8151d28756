package fr.livret.query.training;

import fr.livret.kernel.programme.Amount;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.kernel.training.TrainingEvent.EfaAssessed;
import fr.livret.kernel.training.TrainingEvent.EntryTestTaken;
import fr.livret.kernel.training.TrainingEvent.ExitTestTaken;
import fr.livret.kernel.training.TrainingEvent.MockExamTaken;
import fr.livret.kernel.training.TrainingEvent.ModuleFollowed;
import fr.livret.kernel.training.TrainingEvent.TrainingAbandoned;
import fr.livret.kernel.training.TrainingEvent.TrainingCompleted;
import fr.livret.kernel.training.TrainingEvent.TrainingStarted;
import fr.livret.kernel.training.TrainingFile.Pins;
import fr.livret.query.projection.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A training as it stands: what lists and searches show.
 *
 * @param endedOn its last day, once it is over
 * @param efasAcquired the CCPs whose EFA is acquired, by code
 * @param recordedAt when its start became known
 * @param version of its stream
 */
record TrainingRow(
    Pins pins,
    TrainingStatus status,
    @Nullable LocalDate endedOn,
    BigDecimal hoursDone,
    List<String> efasAcquired,
    Instant recordedAt,
    long version) {
  TrainingRow {
    efasAcquired = List.copyOf(efasAcquired);
  }

  static TrainingRow evolve(@Nullable TrainingRow row, Fact<TrainingEvent> fact) {
    return switch (fact.event()) {
      case TrainingStarted started -> started(started, fact);
      case ModuleFollowed followed -> known(row, fact).and(followed.hours(), fact.version());
      case EfaAssessed efa -> known(row, fact).and(efa, fact.version());
      case TrainingCompleted completed ->
          known(row, fact).ended(TrainingStatus.COMPLETED, completed.endedOn(), fact.version());
      case TrainingAbandoned abandoned ->
          known(row, fact).ended(TrainingStatus.ABANDONED, abandoned.endedOn(), fact.version());
      case EntryTestTaken _, ExitTestTaken _, MockExamTaken _ ->
          known(row, fact).at(fact.version());
    };
  }

  private static TrainingRow started(TrainingStarted event, Fact<TrainingEvent> fact) {
    Pins pins =
        new Pins(
            event.training(),
            event.candidate(),
            event.certification(),
            event.certificationVersion(),
            event.programme(),
            event.startedOn(),
            event.centre());
    return new TrainingRow(
        pins,
        TrainingStatus.IN_TRAINING,
        null,
        BigDecimal.ZERO,
        List.of(),
        fact.recordedAt(),
        fact.version());
  }

  private static TrainingRow known(@Nullable TrainingRow row, Fact<TrainingEvent> fact) {
    if (row == null) {
      throw new IllegalStateException("training " + fact.event().training() + " was never started");
    }
    return row;
  }

  private TrainingRow and(BigDecimal hours, long now) {
    return new TrainingRow(
        pins, status, endedOn, Amount.plain(hoursDone.add(hours)), efasAcquired, recordedAt, now);
  }

  private TrainingRow and(EfaAssessed efa, long now) {
    TreeSet<String> acquired = new TreeSet<>(efasAcquired);
    switch (efa.result()) {
      case ACQUIRED -> acquired.add(efa.ccp().value());
      case NOT_ACQUIRED -> {
        return at(now);
      }
    }
    return new TrainingRow(
        pins, status, endedOn, hoursDone, List.copyOf(acquired), recordedAt, now);
  }

  private TrainingRow ended(TrainingStatus how, LocalDate on, long now) {
    return new TrainingRow(pins, how, on, hoursDone, efasAcquired, recordedAt, now);
  }

  private TrainingRow at(long now) {
    return new TrainingRow(pins, status, endedOn, hoursDone, efasAcquired, recordedAt, now);
  }
}
