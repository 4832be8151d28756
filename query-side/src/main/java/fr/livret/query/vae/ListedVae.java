package fr.livret.query.vae;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.vae.SilenceRule.CountsFrom;
import fr.livret.kernel.vae.VaeOutcome;
import fr.livret.kernel.vae.VaeRegime;
import fr.livret.kernel.vae.VaeSituation;
import fr.livret.kernel.vae.VaeUse;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.vae.VaeRow.Delay;
import fr.livret.query.vae.VaeRow.Granted;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application in the queue, as its events announced it; where a day or a moment is asked for, as
 * derived.
 *
 * @param target TITLE or CCPS
 * @param blocs the CCPs asked for
 * @param ageInDays since its filing
 * @param bySilence whether silence decided
 * @param lateDecision whether a decision came after silence
 * @param clock the delay that runs; absent where none does
 * @param deadline the next day by which a recevabilité must be used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "VaeApplicationItem")
record ListedVae(
    UUID id,
    @Schema(example = "3") long version,
    UUID candidateId,
    CandidateName candidate,
    @Schema(example = "AMIS-2023") String certification,
    int certificationVersion,
    @Schema(example = "VAE-2024") String regime,
    @Schema(example = "1") int regimeEdition,
    LocalDate filedOn,
    @Schema(example = "TITLE") String target,
    List<String> blocs,
    long ageInDays,
    VaeSituation state,
    boolean bySilence,
    boolean lateDecision,
    @Schema(example = "1") long supplementRequests,
    @Nullable Clock clock,
    @Nullable Deadline deadline) {

  /**
   * A delay that runs.
   *
   * @param countsFrom what it counts from under the regime
   * @param lastDay included
   * @param daysLeft 0 on the last day
   * @param effectAtSilence what no answer would mean
   */
  @Schema(name = "VaeClock")
  record Clock(
      CountsFrom countsFrom,
      @Schema(example = "2024-12-31") LocalDate countedFrom,
      @Schema(example = "2025-02-28") LocalDate lastDay,
      @Schema(example = "12") long daysLeft,
      VaeOutcome effectAtSilence) {}

  /**
   * The last day of an unused recevabilité.
   *
   * @param needs what must happen by then
   */
  @Schema(name = "VaeDeadline")
  record Deadline(VaeUse.Kind needs, LocalDate lastDay, long daysLeft) {}

  static ListedVae of(VaeRow row, CandidateName candidate, VaeRegime regime, LocalDate today) {
    VaeRow.Filed filed = row.filed();
    return new ListedVae(
        filed.id(),
        row.version(),
        filed.candidate(),
        candidate,
        filed.certification(),
        filed.certificationVersion(),
        filed.regime().code(),
        filed.regime().edition(),
        filed.filedOn(),
        filed.blocs().isEmpty() ? "TITLE" : "CCPS",
        filed.blocs(),
        ChronoUnit.DAYS.between(filed.filedOn(), today),
        row.situation(),
        row.silentSince() != null,
        row.lateDecision(),
        row.supplements(),
        clock(row.delay(), regime, today),
        row.situation() == VaeSituation.GRANTED ? deadline(row.granted(), today) : null);
  }

  private static @Nullable Clock clock(@Nullable Delay delay, VaeRegime regime, LocalDate today) {
    return delay == null
        ? null
        : new Clock(
            regime.silence().from(),
            delay.countedFrom(),
            delay.lastDay(),
            ChronoUnit.DAYS.between(today, delay.lastDay()),
            regime.silence().effect());
  }

  private static @Nullable Deadline deadline(@Nullable Granted granted, LocalDate today) {
    @Nullable LocalDate last = granted == null ? null : granted.lastDay();
    return granted == null || last == null || granted.usedOn() != null
        ? null
        : new Deadline(granted.asksFor(), last, ChronoUnit.DAYS.between(today, last));
  }
}
