package fr.livret.kernel.training;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in a training. */
public sealed interface TrainingEvent {
  TrainingId training();

  /** The day on which it became true. */
  LocalDate effectiveOn();

  record TrainingStarted(
      TrainingId training,
      CandidateId candidate,
      ReferentielCode certification,
      int certificationVersion,
      @Nullable ProgrammeVersion programme,
      LocalDate startedOn,
      @Nullable String centre)
      implements TrainingEvent {
    @Override
    public LocalDate effectiveOn() {
      return startedOn;
    }
  }

  record EntryTestTaken(
      TrainingId training, LocalDate takenOn, String instrument, List<Score> scores)
      implements TrainingEvent {
    public EntryTestTaken {
      scores = List.copyOf(scores);
    }

    @Override
    public LocalDate effectiveOn() {
      return takenOn;
    }
  }

  record ExitTestTaken(
      TrainingId training, LocalDate takenOn, String instrument, List<Score> scores)
      implements TrainingEvent {
    public ExitTestTaken {
      scores = List.copyOf(scores);
    }

    @Override
    public LocalDate effectiveOn() {
      return takenOn;
    }
  }

  record MockExamTaken(
      TrainingId training, LocalDate takenOn, String instrument, List<Score> scores)
      implements TrainingEvent {
    public MockExamTaken {
      scores = List.copyOf(scores);
    }

    @Override
    public LocalDate effectiveOn() {
      return takenOn;
    }
  }

  record ModuleFollowed(TrainingId training, String module, BigDecimal hours, LocalDate on)
      implements TrainingEvent {
    @Override
    public LocalDate effectiveOn() {
      return on;
    }
  }

  record EfaAssessed(TrainingId training, CcpCode ccp, LocalDate assessedOn, EfaResult result)
      implements TrainingEvent {
    @Override
    public LocalDate effectiveOn() {
      return assessedOn;
    }
  }

  record TrainingCompleted(TrainingId training, LocalDate endedOn) implements TrainingEvent {
    @Override
    public LocalDate effectiveOn() {
      return endedOn;
    }
  }

  record TrainingAbandoned(TrainingId training, LocalDate endedOn) implements TrainingEvent {
    @Override
    public LocalDate effectiveOn() {
      return endedOn;
    }
  }
}
