package fr.livret.kernel.training;

import fr.livret.kernel.training.TrainingEvent.EfaAssessed;
import fr.livret.kernel.training.TrainingEvent.EntryTestTaken;
import fr.livret.kernel.training.TrainingEvent.ExitTestTaken;
import fr.livret.kernel.training.TrainingEvent.MockExamTaken;
import fr.livret.kernel.training.TrainingEvent.ModuleFollowed;
import fr.livret.kernel.training.TrainingEvent.TrainingAbandoned;
import fr.livret.kernel.training.TrainingEvent.TrainingCompleted;
import fr.livret.kernel.training.TrainingEvent.TrainingStarted;
import java.time.LocalDate;
import java.util.Optional;

/** Where a training stands. */
public sealed interface TrainingState {

  /** Nothing is recorded under this id. */
  record NotStarted() implements TrainingState {}

  /** The candidate is in training. */
  record InTraining(TrainingFile file) implements TrainingState {}

  /**
   * The training is over; what happened before its end may still be recorded.
   *
   * @param endedOn its last day
   */
  record TrainingEnded(TrainingFile file, LocalDate endedOn, Outcome outcome)
      implements TrainingState {}

  /** What the training is made of, once started. */
  default Optional<TrainingFile> started() {
    return switch (this) {
      case NotStarted() -> Optional.empty();
      case InTraining(var file) -> Optional.of(file);
      case TrainingEnded(var file, _, _) -> Optional.of(file);
    };
  }

  /** The state after one more event. */
  static TrainingState evolve(TrainingState state, TrainingEvent event) {
    return switch (event) {
      case TrainingStarted started -> start(state, started);
      case EntryTestTaken(_, var on, var instrument, var scores) ->
          with(state, file(state).entry(new Qcm(on, instrument, scores)));
      case ExitTestTaken(_, var on, var instrument, var scores) ->
          with(state, file(state).exit(new Qcm(on, instrument, scores)));
      case MockExamTaken(_, var on, var instrument, var scores) ->
          with(state, file(state).with(new Qcm(on, instrument, scores)));
      case ModuleFollowed(_, var module, var hours, var on) ->
          with(state, file(state).with(new ModuleHours(module, hours, on)));
      case EfaAssessed(_, var ccp, var on, var result) ->
          with(state, file(state).with(new Efa(ccp, on, result)));
      case TrainingCompleted(_, var endedOn) ->
          new TrainingEnded(file(state), endedOn, Outcome.COMPLETED);
      case TrainingAbandoned(_, var endedOn) ->
          new TrainingEnded(file(state), endedOn, Outcome.ABANDONED);
    };
  }

  private static TrainingState start(TrainingState state, TrainingStarted event) {
    if (state.started().isPresent()) {
      throw new IllegalStateException("training " + event.training() + " was started twice");
    }
    return new InTraining(
        TrainingFile.started(
            new TrainingFile.Pins(
                event.training(),
                event.candidate(),
                event.certification(),
                event.certificationVersion(),
                event.programme(),
                event.startedOn(),
                event.centre())));
  }

  private static TrainingFile file(TrainingState state) {
    return state
        .started()
        .orElseThrow(() -> new IllegalStateException("a training's first event is its start"));
  }

  private static TrainingState with(TrainingState state, TrainingFile file) {
    return switch (state) {
      case NotStarted _, InTraining _ -> new InTraining(file);
      case TrainingEnded(_, var endedOn, var outcome) -> new TrainingEnded(file, endedOn, outcome);
    };
  }
}
