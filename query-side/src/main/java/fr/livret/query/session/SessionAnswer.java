package fr.livret.query.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.session.Unrecorded;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.reading.Basis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as it is read. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Session")
record SessionAnswer(
    UUID id,
    long version,
    LocalDate effectiveOn,
    Instant knownAt,
    String kind,
    String certification,
    int certificationVersion,
    String regime,
    String state,
    LocalDate heldOn,
    String centre,
    @Nullable String place,
    @Nullable String authority,
    @Nullable String replaces,
    Rules rules,
    List<SeatAnswer> jury,
    List<CandidateAnswer> candidates,
    List<ConvocationAnswer> convocations,
    @Nullable Presence presence,
    @Nullable MinutesAnswer minutes,
    @Nullable LaterAct absenceReport,
    @Nullable LaterAct annulment,
    List<LaterAct> annulmentRefusals,
    List<LaterAct> appeals,
    Counts counts,
    @Schema(description = "In per cent; - where there is nothing to count from", example = "66.7")
        String successRate) {

  /** The rules this session is held under. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "SessionRulesApplied")
  record Rules(
      LocalDate lastDayForConvocations,
      int quorum,
      @Nullable Integer practiceYears,
      @Nullable String leftAtMost,
      boolean listed,
      List<Basis> legalBases) {}

  /** A member, with what entitles them to sit on the day. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "SessionMember")
  record SeatAnswer(
      String id,
      @Schema(example = "Marie Dupré") @Nullable String name,
      String role,
      boolean chair,
      @Nullable Integer practiceYears,
      @Nullable LocalDate leftSectorOn,
      @Nullable LocalDate listedFrom,
      @Nullable LocalDate listedThrough,
      List<String> specialities,
      List<String> organisations,
      List<String> trained,
      LocalDate appointedOn,
      String rule,
      @Nullable Boolean present) {}

  /** A candidate, what was decided, and how far that has come. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "SessionCandidateAnswer")
  record CandidateAnswer(
      UUID pathId,
      CandidateName candidate,
      String route,
      List<String> ccps,
      @Nullable String ccs,
      List<String> organisations,
      LocalDate enrolledOn,
      @Nullable Decided result,
      List<String> deliberating,
      List<String> conflicted,
      @Nullable EffectAnswer effect) {}

  /** How far what is decided has come on the path of the candidate. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "SessionEffect")
  record EffectAnswer(
      @Schema(example = "RECORDED") String state,
      int edition,
      @Nullable LocalDate notedOn,
      List<Unrecorded> refused) {}

  /** Who was convoked when, and by when it had to be. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "SessionConvocation")
  record ConvocationAnswer(
      @Nullable String member,
      @Nullable UUID pathId,
      LocalDate sentOn,
      LocalDate lastDay,
      @Nullable String derogation,
      String rule) {}

  /** Who came on the day. */
  @Schema(name = "SessionPresenceAnswer")
  record Presence(LocalDate heldOn, List<String> present, List<String> absent) {}

  /**
   * The minutes with their four days; what is decided counts from the day it was obtained.
   *
   * @param registeredOn the day the authority validated the latest edition
   * @param counts the name of the day that counts: always {@code obtainedOn}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "SessionMinutes")
  record MinutesAnswer(
      int edition,
      boolean frozen,
      LocalDate obtainedOn,
      LocalDate signedOn,
      @Nullable LocalDate registeredOn,
      @Nullable LocalDate notifiedOn,
      @Schema(example = "obtainedOn") String counts,
      @Nullable String number,
      List<EditionRow> editions) {}
}
