package fr.livret.kernel.training;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.programme.ProgrammeVersion;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may be asked about a training. */
public sealed interface TrainingCommand {
  TrainingId training();

  /** The day on which the command is given. */
  LocalDate today();

  /**
   * Starts a training.
   *
   * @param certification the référentiel it prepares for
   * @param certificationVersion the version of its content that the training pins
   * @param programme the version of the programme it follows and pins
   * @param centre where, as it is called
   */
  record StartTraining(
      TrainingId training,
      CandidateId candidate,
      ReferentielCode certification,
      int certificationVersion,
      @Nullable ProgrammeVersion programme,
      LocalDate startedOn,
      @Nullable String centre,
      LocalDate today)
      implements TrainingCommand {}

  /** Records the QCM taken at entry. */
  record RecordEntryTest(TrainingId training, Qcm test, LocalDate today)
      implements TrainingCommand {}

  /** Records the QCM taken at exit. */
  record RecordExitTest(TrainingId training, Qcm test, LocalDate today)
      implements TrainingCommand {}

  /** Records a mock exam (examen blanc). */
  record RecordMockExam(TrainingId training, Qcm test, LocalDate today)
      implements TrainingCommand {}

  /** Records hours followed. */
  record RecordModule(
      TrainingId training, String module, BigDecimal hours, LocalDate on, LocalDate today)
      implements TrainingCommand {}

  /** Records an in-training assessment (EFA). */
  record RecordEfa(
      TrainingId training, CcpCode ccp, LocalDate assessedOn, EfaResult result, LocalDate today)
      implements TrainingCommand {}

  /** Ends the training. */
  record EndTraining(TrainingId training, LocalDate endedOn, Outcome outcome, LocalDate today)
      implements TrainingCommand {}
}
