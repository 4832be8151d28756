package fr.livret.query.replay;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one decision.
 *
 * @param reason why it could not be taken again
 */
@Schema(name = "ReplayedDecision", description = "What became of one decision, taken again.")
record VerdictAnswer(
    @Schema(description = "Of its entry in the log", example = "1042") long position,
    @Schema(description = "The aggregate it is on") String target,
    @Schema(example = "path.RecordCcp") String command,
    Instant decidedAt,
    Verdict.Kind verdict,
    @Schema(
            description = "The law it was taken under",
            example = "[\"TP-2006/1\", \"AMIS-2013 v1\"]")
        List<String> laws,
    @Schema(example = "accepted: CcpObtained, WindowOpened") String recorded,
    @Schema(description = "What it comes to now", example = "refused: WINDOW_EXPIRED (ccp=CCP1)")
        @Nullable String now,
    List<DifferenceAnswer> differences,
    @Schema(description = "Why it could not be taken again") @Nullable String reason) {

  /** One thing the two outcomes do not have in common. */
  @Schema(name = "ReplayDifference")
  record DifferenceAnswer(
      @Schema(description = "The fact, and what in it", example = "WindowOpened.window.lastDay")
          String where,
      @Nullable String recorded,
      @Nullable String now,
      @Schema(description = "The rule behind it", example = "TP-2016/1#window.length")
          @Nullable String rule) {}

  static VerdictAnswer of(Verdict verdict) {
    return new VerdictAnswer(
        verdict.position(),
        verdict.target(),
        verdict.command(),
        verdict.decidedAt(),
        verdict.kind(),
        verdict.laws(),
        verdict.recorded(),
        verdict.now(),
        verdict.differences().stream()
            .map(one -> new DifferenceAnswer(one.where(), one.recorded(), one.now(), one.rule()))
            .toList(),
        verdict.reason());
  }
}
