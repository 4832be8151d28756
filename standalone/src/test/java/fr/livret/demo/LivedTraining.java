package fr.livret.demo;

import fr.livret.demo.Step.EfaSat;
import fr.livret.demo.Step.ModuleFollowed;
import fr.livret.demo.Step.TestTaken;
import fr.livret.demo.Step.TrainingDeed;
import fr.livret.demo.Step.TrainingEnded;
import fr.livret.demo.Step.TrainingStarted;
import fr.livret.form.law.ProgrammeDocument;
import fr.livret.form.law.ShippedProgrammes;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.training.EfaResult;
import fr.livret.kernel.training.Outcome;
import fr.livret.kernel.training.Qcm;
import fr.livret.kernel.training.Score;
import fr.livret.kernel.training.TrainingCommand;
import fr.livret.kernel.training.TrainingCommand.EndTraining;
import fr.livret.kernel.training.TrainingCommand.RecordEfa;
import fr.livret.kernel.training.TrainingCommand.RecordEntryTest;
import fr.livret.kernel.training.TrainingCommand.RecordExitTest;
import fr.livret.kernel.training.TrainingCommand.RecordMockExam;
import fr.livret.kernel.training.TrainingCommand.RecordModule;
import fr.livret.kernel.training.TrainingCommand.StartTraining;
import fr.livret.kernel.training.TrainingDecider;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.kernel.training.TrainingFile;
import fr.livret.kernel.training.TrainingId;
import fr.livret.kernel.training.TrainingLaw;
import fr.livret.kernel.training.TrainingState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A training of a story, lived through in the kernel alone. */
record LivedTraining(TrainingLaw law, TrainingState state) {
  private static final TrainingId ID = new TrainingId(new UUID(3, 3));

  static LivedTraining started(TrainingStarted deed, LocalDate today) {
    @Nullable Programme programme = deed.programme() == null ? null : shipped(deed.programme());
    TrainingLaw law = new TrainingLaw(Title.of(deed.certification()).referentiel(), programme);
    StartTraining command =
        new StartTraining(
            ID,
            new CandidateId(new UUID(2, 2)),
            law.referentiel().code(),
            1,
            programme == null ? null : new ProgrammeVersion(programme.code(), 1),
            deed.day(),
            deed.centre(),
            today);
    return new LivedTraining(law, new TrainingState.NotStarted()).told(command);
  }

  LivedTraining after(TrainingDeed deed, LocalDate today) {
    return told(command(deed, today));
  }

  TrainingFile file() {
    return state.started().orElseThrow();
  }

  private LivedTraining told(TrainingCommand command) {
    TrainingState next = state;
    for (TrainingEvent event : TrainingDecider.decide(command, state, law)) {
      next = TrainingState.evolve(next, event);
    }
    return new LivedTraining(law, next);
  }

  private static TrainingCommand command(TrainingDeed deed, LocalDate today) {
    return switch (deed) {
      case TrainingStarted _ -> throw new IllegalStateException("started already");
      case TestTaken taken ->
          switch (taken.test()) {
            case ENTRY -> new RecordEntryTest(ID, test(taken), today);
            case MOCK -> new RecordMockExam(ID, test(taken), today);
            case EXIT -> new RecordExitTest(ID, test(taken), today);
          };
      case ModuleFollowed(var module, var hours, var day) ->
          new RecordModule(ID, module, BigDecimal.valueOf(hours), day, today);
      case EfaSat(var ccp, var day, var acquired) ->
          new RecordEfa(
              ID,
              new CcpCode(ccp),
              day,
              acquired ? EfaResult.ACQUIRED : EfaResult.NOT_ACQUIRED,
              today);
      case TrainingEnded(var day, var completed) ->
          new EndTraining(ID, day, completed ? Outcome.COMPLETED : Outcome.ABANDONED, today);
    };
  }

  private static Qcm test(TestTaken taken) {
    return new Qcm(
        taken.day(),
        taken.instrument(),
        taken.points().entrySet().stream()
            .map(one ->
                new Score(
                    new CcpCode(one.getKey()),
                    BigDecimal.valueOf(one.getValue()),
                    BigDecimal.valueOf(20)))
            .toList());
  }

  private static Programme shipped(String code) {
    return ShippedProgrammes.all().stream()
        .map(ProgrammeDocument::content)
        .filter(one -> one.code().value().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
