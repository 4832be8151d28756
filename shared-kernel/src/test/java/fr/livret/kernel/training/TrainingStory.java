package fr.livret.kernel.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.programme.Programmes;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiels;
import fr.livret.kernel.training.TrainingCommand.EndTraining;
import fr.livret.kernel.training.TrainingCommand.RecordEfa;
import fr.livret.kernel.training.TrainingCommand.RecordEntryTest;
import fr.livret.kernel.training.TrainingCommand.RecordExitTest;
import fr.livret.kernel.training.TrainingCommand.RecordMockExam;
import fr.livret.kernel.training.TrainingCommand.RecordModule;
import fr.livret.kernel.training.TrainingCommand.StartTraining;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Given what happened in a training, when a command comes, then what follows. Immutable. */
public record TrainingStory(
    TrainingLaw law, TrainingState state, List<TrainingEvent> events, @Nullable Refusal refusal) {
  static final TrainingId TRAINING = new TrainingId(new UUID(0, 3));
  static final CandidateId CANDIDATE = new CandidateId(new UUID(0, 2));
  static final TrainingLaw PLANNED = new TrainingLaw(Referentiels.AMIS_2013, Programmes.AMIS);
  static final TrainingLaw FRAMED = new TrainingLaw(Referentiels.AMIS_2013, Programmes.FRAME);
  static final TrainingLaw UNPLANNED = new TrainingLaw(Referentiels.AMIS_2013, null);

  /** Long after everything here happened. */
  static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  static TrainingStory unstarted(TrainingLaw law) {
    return new TrainingStory(law, new TrainingState.NotStarted(), List.of(), null);
  }

  /** A training that started on 1 September 2014. */
  public static TrainingStory training() {
    return training(PLANNED);
  }

  static TrainingStory training(TrainingLaw law) {
    return unstarted(law).given(start(law, "2014-09-01"));
  }

  public TrainingStory given(TrainingCommand... commands) {
    TrainingState next = state;
    for (TrainingCommand command : commands) {
      for (TrainingEvent event : TrainingDecider.decide(command, next, law)) {
        next = TrainingState.evolve(next, event);
      }
    }
    return new TrainingStory(law, next, List.of(), null);
  }

  TrainingStory when(TrainingCommand command) {
    try {
      List<TrainingEvent> decided = TrainingDecider.decide(command, state, law);
      TrainingState next = state;
      for (TrainingEvent event : decided) {
        next = TrainingState.evolve(next, event);
      }
      return new TrainingStory(law, next, decided, null);
    } catch (Refusal refused) {
      return new TrainingStory(law, state, List.of(), refused);
    }
  }

  TrainingStory then(TrainingEvent... expected) {
    assertThat(refusal).as("refusal").isNull();
    assertThat(events).containsExactly(expected);
    return this;
  }

  TrainingStory accepted() {
    assertThat(refusal).as("refusal").isNull();
    return this;
  }

  Refusal refused(Refused code) {
    assertThat(Optional.ofNullable(refusal).map(Refusal::code))
        .as("refusal, where these events were decided: %s", events)
        .contains(code);
    if (refusal == null) {
      throw new AssertionError("not refused");
    }
    return refusal;
  }

  void refused(Refused code, Map<String, ?> facts) {
    assertThat(refused(code).facts()).containsAllEntriesOf(facts);
  }

  public TrainingFile file() {
    return state.started().orElseThrow();
  }

  // What may be asked

  static StartTraining start(TrainingLaw law, String startedOn) {
    return start(law, startedOn, TODAY);
  }

  static StartTraining start(TrainingLaw law, String startedOn, LocalDate today) {
    Programme programme = law.programme();
    return new StartTraining(
        TRAINING,
        CANDIDATE,
        law.referentiel().code(),
        1,
        programme == null ? null : new ProgrammeVersion(programme.code(), 1),
        on(startedOn),
        "Lille",
        today);
  }

  /** A test of {@code QCM-A}; scores as in {@code CCP1 7/20}. */
  static Qcm test(String takenOn, String... scores) {
    return testBy("QCM-A", takenOn, scores);
  }

  static Qcm testBy(String instrument, String takenOn, String... scores) {
    return new Qcm(on(takenOn), instrument, Stream.of(scores).map(TrainingStory::score).toList());
  }

  static Score score(String text) {
    String[] parts = text.split("[ /]", -1);
    return new Score(new CcpCode(parts[0]), new BigDecimal(parts[1]), new BigDecimal(parts[2]));
  }

  static RecordEntryTest entry(String takenOn, String... scores) {
    return new RecordEntryTest(TRAINING, test(takenOn, scores), TODAY);
  }

  static RecordExitTest exit(String takenOn, String... scores) {
    return new RecordExitTest(TRAINING, test(takenOn, scores), TODAY);
  }

  static RecordMockExam mock(String takenOn, String... scores) {
    return new RecordMockExam(TRAINING, test(takenOn, scores), TODAY);
  }

  static RecordModule followed(String module, String hours, String on) {
    return new RecordModule(TRAINING, module, new BigDecimal(hours), on(on), TODAY);
  }

  public static RecordEfa acquired(String ccp, String assessedOn) {
    return efa(ccp, assessedOn, EfaResult.ACQUIRED);
  }

  public static RecordEfa notAcquired(String ccp, String assessedOn) {
    return efa(ccp, assessedOn, EfaResult.NOT_ACQUIRED);
  }

  private static RecordEfa efa(String ccp, String assessedOn, EfaResult result) {
    return new RecordEfa(TRAINING, new CcpCode(ccp), on(assessedOn), result, TODAY);
  }

  static EndTraining end(String endedOn, Outcome outcome) {
    return new EndTraining(TRAINING, on(endedOn), outcome, TODAY);
  }

  static LocalDate on(String day) {
    return LocalDate.parse(day);
  }
}
