package fr.livret.kernel.training;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.training.TrainingCommand.RecordEfa;
import fr.livret.kernel.training.TrainingCommand.RecordEntryTest;
import fr.livret.kernel.training.TrainingCommand.RecordExitTest;
import fr.livret.kernel.training.TrainingCommand.RecordMockExam;
import fr.livret.kernel.training.TrainingCommand.RecordModule;
import fr.livret.kernel.training.TrainingEvent.EfaAssessed;
import fr.livret.kernel.training.TrainingEvent.EntryTestTaken;
import fr.livret.kernel.training.TrainingEvent.ExitTestTaken;
import fr.livret.kernel.training.TrainingEvent.MockExamTaken;
import fr.livret.kernel.training.TrainingEvent.ModuleFollowed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be recorded of a started training: facts between its start and its end, recorded then or
 * later.
 *
 * @param endedOn its last day; absent while it goes on
 */
record TrainingFacts(TrainingFile file, @Nullable LocalDate endedOn, TrainingLaw law) {
  private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);

  Optional<LocalDate> ended() {
    return Optional.ofNullable(endedOn);
  }

  TrainingEvent entry(RecordEntryTest command) {
    Qcm test = command.test();
    requireWithin("takenOn", test.takenOn(), command.today());
    requirePossible(test);
    requireFirst(file.entryTest());
    requireInOrder(test, file.exitTest());
    return new EntryTestTaken(command.training(), test.takenOn(), test.instrument(), test.scores());
  }

  TrainingEvent exit(RecordExitTest command) {
    Qcm test = command.test();
    requireWithin("takenOn", test.takenOn(), command.today());
    requirePossible(test);
    requireFirst(file.exitTest());
    requireInOrder(file.entryTest(), test);
    return new ExitTestTaken(command.training(), test.takenOn(), test.instrument(), test.scores());
  }

  TrainingEvent mockExam(RecordMockExam command) {
    Qcm test = command.test();
    requireWithin("takenOn", test.takenOn(), command.today());
    requirePossible(test);
    for (Qcm known : file.mockExams()) {
      if (known.takenOn().equals(test.takenOn()) && known.instrument().equals(test.instrument())) {
        requireFirst(known);
      }
    }
    return new MockExamTaken(command.training(), test.takenOn(), test.instrument(), test.scores());
  }

  TrainingEvent module(RecordModule command) {
    requireWithin("on", command.on(), command.today());
    law.planned()
        .map(Programme::recordable)
        .filter(codes -> !codes.contains(command.module()))
        .ifPresent(codes -> {
          throw Refusal.of(
              Refused.MODULE_UNKNOWN, Map.of("module", command.module(), "known", codes));
        });
    ModuleHours hours = new ModuleHours(command.module(), command.hours(), command.on());
    BigDecimal ofTheDay = file.hoursOn(command.on()).add(hours.hours());
    if (hours.hours().signum() <= 0 || ofTheDay.compareTo(HOURS_OF_A_DAY) > 0) {
      throw Refusal.of(
          Refused.HOURS_OUT_OF_RANGE,
          Map.of("hours", hours.hours(), "on", command.on(), "hoursOfTheDay", ofTheDay));
    }
    return new ModuleFollowed(command.training(), hours.module(), hours.hours(), hours.on());
  }

  /** Once an EFA has acquired a CCP, none of that CCP follows. */
  TrainingEvent efa(RecordEfa command) {
    requireWithin("assessedOn", command.assessedOn(), command.today());
    CcpCode ccp = known(command.ccp());
    List<Efa> others = file.efas(ccp).toList();
    for (Efa other : others) {
      if (other.assessedOn().equals(command.assessedOn())) {
        throw Refusal.of(
            Refused.ALREADY_RECORDED,
            Map.of("ccp", ccp.value(), "assessedOn", other.assessedOn(), "result", other.result()));
      }
    }
    Efa efa = new Efa(ccp, command.assessedOn(), command.result());
    for (Efa other : others) {
      Efa earlier = other.assessedOn().isBefore(efa.assessedOn()) ? other : efa;
      if (earlier.acquired()) {
        Efa later = earlier == efa ? other : efa;
        throw Refusal.of(
            Refused.EFA_ALREADY_ACQUIRED,
            Map.of(
                "ccp", ccp.value(),
                "acquiredOn", earlier.assessedOn(),
                "assessedOn", later.assessedOn()));
      }
    }
    return new EfaAssessed(command.training(), ccp, command.assessedOn(), command.result());
  }

  private void requireWithin(String field, LocalDate day, LocalDate today) {
    Days.requirePast(field, day, today);
    LocalDate startedOn = file.pins().startedOn();
    if (day.isBefore(startedOn) || (endedOn != null && day.isAfter(endedOn))) {
      Map<String, Object> facts = new HashMap<>();
      facts.put("field", field);
      facts.put("date", day);
      facts.put("startedOn", startedOn);
      if (endedOn != null) {
        facts.put("endedOn", endedOn);
      }
      throw Refusal.of(Refused.OUTSIDE_TRAINING, facts);
    }
  }

  private void requirePossible(Qcm test) {
    for (Score score : test.scores()) {
      CcpCode ccp = known(score.ccp());
      if (!score.possible()) {
        throw Refusal.of(
            Refused.POINTS_OUT_OF_RANGE,
            Map.of("ccp", ccp.value(), "points", score.points(), "outOf", score.outOf()));
      }
    }
  }

  private CcpCode known(CcpCode ccp) {
    if (law.referentiel().ccp(ccp).isEmpty()) {
      throw Refusal.of(
          Refused.CCP_UNKNOWN,
          Map.of(
              "ccp", ccp.value(),
              "certification", law.referentiel().code().toString(),
              "known", law.referentiel().ccpCodes().toString()));
    }
    return ccp;
  }

  private static void requireFirst(@Nullable Qcm known) {
    if (known != null) {
      throw Refusal.of(
          Refused.ALREADY_RECORDED,
          Map.of("takenOn", known.takenOn(), "instrument", known.instrument()));
    }
  }

  private static void requireInOrder(@Nullable Qcm entry, @Nullable Qcm exit) {
    if (entry != null && exit != null && exit.takenOn().isBefore(entry.takenOn())) {
      throw Refusal.of(
          Refused.DATES_OUT_OF_ORDER,
          Map.of("entryTestOn", entry.takenOn(), "exitTestOn", exit.takenOn()));
    }
  }
}
