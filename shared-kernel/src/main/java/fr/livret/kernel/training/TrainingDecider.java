package fr.livret.kernel.training;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.training.TrainingCommand.EndTraining;
import fr.livret.kernel.training.TrainingCommand.RecordEfa;
import fr.livret.kernel.training.TrainingCommand.RecordEntryTest;
import fr.livret.kernel.training.TrainingCommand.RecordExitTest;
import fr.livret.kernel.training.TrainingCommand.RecordMockExam;
import fr.livret.kernel.training.TrainingCommand.RecordModule;
import fr.livret.kernel.training.TrainingCommand.StartTraining;
import fr.livret.kernel.training.TrainingEvent.TrainingAbandoned;
import fr.livret.kernel.training.TrainingEvent.TrainingCompleted;
import fr.livret.kernel.training.TrainingEvent.TrainingStarted;
import fr.livret.kernel.training.TrainingState.InTraining;
import fr.livret.kernel.training.TrainingState.NotStarted;
import fr.livret.kernel.training.TrainingState.TrainingEnded;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What follows from a command about a training: events, or one {@link Refusal}. */
public final class TrainingDecider {
  private TrainingDecider() {}

  /**
   * Pure: the same command on the same state under the same law gives the same events or the same
   * refusal.
   *
   * @param law what the training pinned; for one to start, what it is going to pin
   */
  public static List<TrainingEvent> decide(
      TrainingCommand command, TrainingState state, TrainingLaw law) {
    return switch (state) {
      case NotStarted _ ->
          switch (command) {
            case StartTraining start -> start(start, law);
            case RecordEntryTest _,
                RecordExitTest _,
                RecordMockExam _,
                RecordModule _,
                RecordEfa _,
                EndTraining _ ->
                throw Refusal.of(Refused.UNKNOWN, id(command));
          };
      case InTraining(var file) -> started(command, new TrainingFacts(file, null, law));
      case TrainingEnded(var file, var endedOn, _) ->
          started(command, new TrainingFacts(file, endedOn, law));
    };
  }

  private static List<TrainingEvent> started(TrainingCommand command, TrainingFacts facts) {
    return switch (command) {
      case StartTraining _ -> throw Refusal.of(Refused.ALREADY_RECORDED, id(command));
      case RecordEntryTest entry -> List.of(facts.entry(entry));
      case RecordExitTest exit -> List.of(facts.exit(exit));
      case RecordMockExam mock -> List.of(facts.mockExam(mock));
      case RecordModule module -> List.of(facts.module(module));
      case RecordEfa efa -> List.of(facts.efa(efa));
      case EndTraining end -> List.of(end(end, facts));
    };
  }

  private static List<TrainingEvent> start(StartTraining command, TrainingLaw law) {
    Days.requirePast("startedOn", command.startedOn(), command.today());
    law.planned()
        .map(Programme::certification)
        .filter(other -> !other.equals(command.certification()))
        .ifPresent(other -> {
          throw Refusal.of(
              Refused.PROGRAMME_OF_ANOTHER_TITLE,
              Map.of(
                  "certification", command.certification().toString(),
                  "certificationOfProgramme", other.toString()));
        });
    return List.of(
        new TrainingStarted(
            command.training(),
            command.candidate(),
            command.certification(),
            command.certificationVersion(),
            command.programme(),
            command.startedOn(),
            command.centre()));
  }

  private static TrainingEvent end(EndTraining command, TrainingFacts facts) {
    Days.requirePast("endedOn", command.endedOn(), command.today());
    facts
        .ended()
        .ifPresent(endedOn -> {
          throw Refusal.of(Refused.ALREADY_RECORDED, Map.of("endedOn", endedOn));
        });
    LocalDate lastFactOn = facts.file().lastFactOn();
    if (command.endedOn().isBefore(lastFactOn)) {
      throw Refusal.of(
          Refused.DATES_OUT_OF_ORDER,
          Map.of("endedOn", command.endedOn(), "lastFactOn", lastFactOn));
    }
    return switch (command.outcome()) {
      case COMPLETED -> new TrainingCompleted(command.training(), command.endedOn());
      case ABANDONED -> new TrainingAbandoned(command.training(), command.endedOn());
    };
  }

  private static Map<String, Object> id(TrainingCommand command) {
    return Map.of("trainingId", command.training().toString());
  }
}
