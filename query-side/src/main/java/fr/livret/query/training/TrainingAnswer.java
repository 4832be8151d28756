package fr.livret.query.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.training.EfaResult;
import fr.livret.query.candidate.CandidateName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training as it stands on a day, by what was known at a moment.
 *
 * @param version of its stream by then, for If-Match
 * @param programme absent where it follows none that is known
 * @param hours of the whole training
 * @param blocs the progress in each bloc of the programme; without one, in each CCP
 * @param otherModules hours recorded outside any programme, by module
 * @param gain how entry and exit test compare; absent until both are taken
 * @param efas every in-training assessment, by day
 * @param positioning absent without an entry test or without a threshold
 * @param remarks what the reader must know of the figures
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Training")
public record TrainingAnswer(
    UUID id,
    @Schema(example = "12") long version,
    UUID candidateId,
    CandidateName candidate,
    @Schema(example = "AMIS-2023") String certification,
    int certificationVersion,
    String certificationTitle,
    @Nullable ProgrammeShown programme,
    @Nullable String centre,
    LocalDate startedOn,
    @Nullable LocalDate endedOn,
    TrainingStatus status,
    HoursShown hours,
    List<BlocShown> blocs,
    List<ModuleShown> otherModules,
    @Nullable TestShown entryTest,
    @Nullable TestShown exitTest,
    @Nullable GainShown gain,
    List<TestShown> mockExams,
    List<EfaShown> efas,
    @Nullable PositioningShown positioning,
    List<RemarkShown> remarks,
    AsOf asOf) {

  /** The version of the programme that the training pinned. */
  @Schema(name = "TrainingProgramme")
  record ProgrammeShown(
      @Schema(example = "AMIS-12-MOIS") String code,
      int version,
      String title,
      String source,
      List<Integer> months) {}

  /**
   * Hours followed against hours planned.
   *
   * @param planned where the programme gives one number
   * @param plannedAtLeast where it gives two
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TrainingHours")
  record HoursShown(
      @Schema(example = "218.5") BigDecimal done,
      @Schema(example = "455") @Nullable BigDecimal planned,
      @Nullable BigDecimal plannedAtLeast,
      @Nullable BigDecimal plannedAtMost) {}

  /**
   * The progress in a bloc.
   *
   * @param transversal whether it serves every CCP and none in particular
   * @param hoursDone absent without a programme
   * @param hoursPlanned absent where the programme gives none for this bloc
   * @param modules in the order of the programme
   * @param ccps the CCPs it serves, with their tests and assessments
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TrainingBloc")
  record BlocShown(
      @Schema(example = "BLOC1") String bloc,
      String title,
      boolean transversal,
      @Nullable BigDecimal hoursDone,
      @Nullable BigDecimal hoursPlanned,
      List<ModuleShown> modules,
      List<CcpShown> ccps) {}

  /** Hours of a module. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TrainingModule")
  record ModuleShown(
      @Schema(example = "M01") String module,
      @Nullable String title,
      BigDecimal hoursDone,
      @Nullable BigDecimal hoursPlanned) {}

  /**
   * Where a CCP stands in the training.
   *
   * @param gain points of percent from the entry test to the exit test
   * @param efa the latest assessment, which counts
   * @param priority whether the entry test makes it one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TrainingCcp")
  record CcpShown(
      @Schema(example = "CCP1") String ccp,
      String title,
      @Nullable ScoreShown entry,
      @Nullable ScoreShown exit,
      @Schema(example = "37.5") @Nullable BigDecimal gain,
      @Nullable EfaShown efa,
      boolean priority) {}

  /** Points, and the percent they are, rounded to one decimal. */
  @Schema(name = "TrainingScore")
  record ScoreShown(
      @Schema(example = "CCP1") String ccp,
      @Schema(example = "7.5") BigDecimal points,
      @Schema(example = "20") BigDecimal outOf,
      @Schema(example = "37.5") BigDecimal percent) {}

  /** A test that was taken. */
  @Schema(name = "TrainingTest")
  record TestShown(LocalDate takenOn, String instrument, List<ScoreShown> scores) {}

  /** What the gain compares. */
  @Schema(name = "TrainingGain")
  record GainShown(String entryInstrument, String exitInstrument, boolean sameInstrument) {}

  /** An in-training assessment. */
  @Schema(name = "TrainingEfa")
  record EfaShown(String ccp, LocalDate assessedOn, EfaResult result) {}

  /**
   * Where to begin.
   *
   * @param priorityBelow the share of the points below which a CCP is a priority
   * @param source where that number comes from
   * @param mark S text seen, 2 secondary source only, R our choice
   * @param priorities the weakest first
   */
  @Schema(name = "TrainingPositioning")
  record PositioningShown(
      @Schema(example = "0.5") BigDecimal priorityBelow,
      String source,
      @Schema(example = "R") String mark,
      List<PriorityShown> priorities) {}

  /**
   * A CCP below the threshold.
   *
   * @param blocs which serve it
   * @param modules those of these blocs
   */
  @Schema(name = "TrainingPriority")
  record PriorityShown(
      @Schema(example = "CCP1") String ccp,
      String title,
      @Schema(example = "37.5") BigDecimal percent,
      List<String> blocs,
      List<ModuleShown> modules) {}

  /** A remark: its code, and a sentence in French. */
  @Schema(name = "TrainingRemark")
  record RemarkShown(@Schema(example = "INSTRUMENTS_DIFFER") String code, String text) {}

  /** For which day and by what was known when. */
  @Schema(name = "TrainingAsOf")
  record AsOf(LocalDate effectiveOn, Instant knownAt) {}
}
