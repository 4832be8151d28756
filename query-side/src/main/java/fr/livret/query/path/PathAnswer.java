package fr.livret.query.path;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.law.Target;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.path.Appeal;
import fr.livret.kernel.path.LimitRule;
import fr.livret.kernel.path.MinutesRef;
import fr.livret.kernel.path.Window;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.vae.Recevabilite;
import fr.livret.query.candidate.CandidateName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A path as it stands on a day, by what was known at a moment.
 *
 * @param version of its stream by then, for If-Match
 * @param vae the recevabilité it was opened on, where it was on one
 * @param dateUsed which of the four dates of a CCP everything rests on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Path")
public record PathAnswer(
    UUID id,
    @Schema(example = "5") long version,
    UUID candidateId,
    CandidateName candidate,
    @Schema(example = "AMIS-2013") String certification,
    @Schema(example = "1") int certificationVersion,
    String certificationTitle,
    Route route,
    Access access,
    @Schema(example = "TP-2006") String regime,
    @Schema(example = "1") int regimeEdition,
    LocalDate openedOn,
    PathStatus status,
    List<CcpShown> ccps,
    WindowShown window,
    @Nullable TitleShown title,
    @Nullable ResitShown resit,
    List<AppealShown> appeals,
    @Nullable TransferShown transferredFrom,
    @Nullable VaeShown vae,
    @Schema(example = "OBTAINED") String dateUsed,
    AsOf asOf) {

  /**
   * The recevabilité it was opened on, as it pinned it.
   *
   * @param blocs the CCPs asked for; none where the whole title is
   * @param notifiedOn the day it counts from
   * @param validThrough the last day of a first session on it
   * @param startBy the last day to open a path on it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PathVae")
  record VaeShown(
      String vaeApplicationId,
      @Schema(example = "VAE-2024") String regime,
      int regimeEdition,
      List<String> blocs,
      LocalDate notifiedOn,
      @Nullable LocalDate validThrough,
      @Nullable LocalDate startBy) {
    static VaeShown of(Recevabilite on) {
      return new VaeShown(
          on.application().toString(),
          on.regime().code(),
          on.regime().edition(),
          on.blocs().stream().sorted().map(CcpCode::value).toList(),
          on.notifiedOn(),
          on.validThrough(),
          on.startBy());
    }
  }

  /** Whether a CCP counts. */
  enum CcpStatus {
    HELD,
    /** It counted, until its window expired. */
    LAPSED,
    /** It was taken away by a decision. */
    ANNULLED,
    MISSING
  }

  /**
   * A CCP of the référentiel.
   *
   * @param obtainedOn the last time, also where it counts no longer
   * @param lapsedOn the last lapse, also where it was obtained again since
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PathCcp")
  record CcpShown(
      @Schema(example = "CCP1") String ccp,
      String title,
      CcpStatus status,
      @Nullable LocalDate obtainedOn,
      @Nullable LocalDate lapsedOn,
      @Nullable LocalDate annulledOn,
      @Nullable Boolean byTitle) {}

  /**
   * The capitalisation window.
   *
   * @param lastDay the last day on which its target can be met, included
   * @param daysLeft 0 on the last day
   * @param target what must happen inside it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PathWindow")
  record WindowShown(
      Window.State state,
      @Schema(example = "2014-03-10") @Nullable LocalDate anchor,
      @Schema(example = "2019-03-10") @Nullable LocalDate lastDay,
      @Nullable Long daysLeft,
      Target target,
      @Nullable LimitRule governedBy,
      @Nullable LocalDate fulfilledOn,
      List<LimitShown> limits) {}

  /** One limit of the window, worked out. */
  @Schema(name = "PathLimit")
  record LimitShown(
      LimitRule rule,
      @Schema(example = "2019-03-10") LocalDate lastDay,
      String citation,
      String source,
      @Schema(description = "S text seen, 2 secondary source only, R our reading", example = "S")
          String mark,
      @Schema(example = "TP-2006/1#window.length") String basis,
      String origin) {}

  /**
   * The title.
   *
   * @param minutes the PV it stands in, where Livret keeps it
   * @param inQuestion whether a fact learned since takes away what it rested on
   * @param withdrawnOn the day it was taken back, if it was
   * @param ccs the specialisations awarded since
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PathTitle")
  record TitleShown(
      LocalDate awardedOn,
      RestsOn restsOn,
      @Nullable MinutesRef minutes,
      boolean inQuestion,
      @Nullable LocalDate withdrawnOn,
      List<String> ccs) {}

  /**
   * The sessions sat in vain that count together.
   *
   * @param through the last day of the series, included
   * @param possibleFrom the day from which a session can be sat again; absent while one still can
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PathResit")
  record ResitShown(
      LocalDate firstSessionOn,
      int sessionsSat,
      int sessionsAllowed,
      LocalDate through,
      @Nullable LocalDate possibleFrom,
      @Schema(example = "TP-2006/1#jury.resit") String basis) {}

  /** An appeal; without an outcome it is pending. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PathAppeal")
  record AppealShown(
      int number,
      LocalDate against,
      Appeal.Before before,
      LocalDate lodgedOn,
      Appeal.@Nullable Outcome outcome) {
    static AppealShown of(Appeal appeal) {
      return new AppealShown(
          appeal.number(), appeal.against(), appeal.before(), appeal.lodgedOn(), appeal.outcome());
    }
  }

  /** The title the path led to before it was transferred. */
  @Schema(name = "PathTransfer")
  record TransferShown(
      @Schema(example = "TMS-2004") String certification, String regime, LocalDate on) {}

  /** For which day and by what was known when. */
  @Schema(name = "AsOf")
  record AsOf(LocalDate effectiveOn, Instant knownAt) {}
}
