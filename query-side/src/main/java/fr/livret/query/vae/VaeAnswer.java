package fr.livret.query.vae;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.vae.ExperienceKind;
import fr.livret.kernel.vae.VaeOutcome;
import fr.livret.kernel.vae.VaeSituation;
import fr.livret.kernel.vae.VaeUse;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.reading.Basis;
import fr.livret.query.vae.ListedVae.Clock;
import fr.livret.query.vae.ListedVae.Deadline;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as it stands on a day, by what was known at a moment.
 *
 * @param version of its stream by then, for If-Match
 * @param authority who decides under the regime
 * @param flags what an adviser should notice
 * @param workedDates every day that follows from a rule, with its text
 * @param facts what happened, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "VaeApplication")
public record VaeAnswer(
    UUID id,
    @Schema(example = "3") long version,
    UUID candidateId,
    CandidateName candidate,
    @Schema(example = "AMIS-2023") String certification,
    int certificationVersion,
    @Schema(example = "VAE-2024") String regime,
    @Schema(example = "1") int regimeEdition,
    String regimeTitle,
    String authority,
    LocalDate filedOn,
    @Schema(example = "TITLE") String target,
    List<String> blocs,
    VaeSituation state,
    @Nullable Clock clock,
    @Nullable SilenceShown silence,
    @Nullable DecisionShown decision,
    List<DecisionShown> lateDecisions,
    List<LocalDate> completeOn,
    List<SupplementShown> supplementRequests,
    ExperienceShown experience,
    QuotaShown quota,
    @Nullable RecevabiliteShown recevabilite,
    @Nullable Deadline deadline,
    List<Flag> flags,
    List<WorkedDate> workedDates,
    List<FactShown> facts,
    AsOf asOf) {

  /** What an adviser should notice. */
  enum Flag {
    /** Silence decided. */
    DECIDED_BY_SILENCE,
    /** A decision came after silence, and changes nothing. */
    LATE_DECISION,
    /** Silence was announced, and taken back by a fact learned since. */
    SILENCE_REVERSED,
    /** Granted, and no end of it is known. */
    NO_KNOWN_END,
    /** Silence follows from the day, and the clock has not announced it yet. */
    NOT_YET_ANNOUNCED
  }

  /** Silence that took effect. */
  @Schema(name = "VaeSilence")
  record SilenceShown(
      LocalDate lastDay, LocalDate effectiveOn, VaeOutcome effect, Basis legalBasis) {}

  /** An explicit decision. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "VaeDecision")
  record DecisionShown(
      LocalDate decidedOn,
      VaeOutcome decision,
      LocalDate notifiedOn,
      @Nullable String reason,
      Instant recordedAt) {}

  /** What was asked for. */
  @Schema(name = "VaeSupplement")
  record SupplementShown(LocalDate requestedOn, List<String> missing) {}

  /**
   * The experience, and what of it counts.
   *
   * @param required absent where none is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "VaeExperience")
  record ExperienceShown(
      List<PeriodShown> periods,
      List<SpanShown> counted,
      @Schema(example = "P3Y2M") String total,
      int years,
      int months,
      int days,
      @Schema(example = "P3Y") @Nullable String required,
      Basis legalBasis,
      Basis countedBy) {}

  /**
   * A stretch of experience as stated.
   *
   * @param counts whether it is of a kind that counts and related to the title
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "VaePeriod")
  record PeriodShown(
      LocalDate from,
      LocalDate to,
      ExperienceKind kind,
      @Nullable String occupation,
      BigDecimal fullTimeShare,
      boolean related,
      boolean counts) {}

  /** Days that follow each other, with the share of full time on each. */
  @Schema(name = "VaeSpan")
  record SpanShown(LocalDate from, LocalDate to, BigDecimal fullTimeShare) {}

  /**
   * The quota of the civil year of the filing, as of the same day and moment.
   *
   * @param exempt whether this application takes no place in it
   */
  @Schema(name = "VaeQuota")
  record QuotaShown(
      int year,
      boolean exempt,
      long filedForTitle,
      long allowedForTitle,
      long filedInAll,
      long allowedInAll,
      Basis legalBasis) {}

  /**
   * What was granted.
   *
   * @param notifiedOn the day it counts from
   * @param implicit whether by silence
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "VaeRecevabilite")
  record RecevabiliteShown(
      LocalDate notifiedOn,
      boolean implicit,
      @Nullable LocalDate validThrough,
      @Nullable LocalDate startBy,
      @Nullable LocalDate lapsedOn,
      List<UseShown> uses,
      Basis legalBasis) {}

  /** What was done on it. */
  @Schema(name = "VaeUse")
  record UseShown(VaeUse.Kind kind, String path, LocalDate on) {}

  /** A day that follows from a rule. */
  @Schema(name = "VaeWorkedDate")
  record WorkedDate(
      @Schema(example = "SILENCE_LAST_DAY") String name, LocalDate day, Basis legalBasis) {}

  /** One fact. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "VaeFact")
  record FactShown(
      long sequence,
      @Schema(example = "vae.SilenceTookEffect") String type,
      LocalDate effectiveOn,
      Instant recordedAt,
      String actor,
      @Nullable Basis legalBasis) {}

  /** For which day and by what was known when. */
  @Schema(name = "VaeAsOf")
  record AsOf(LocalDate effectiveOn, Instant knownAt) {}
}
