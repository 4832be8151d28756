package fr.livret.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One decision.
 *
 * @param position its place in the order of all events: that of the event it is kept with
 * @param client the software it was asked with, as it says of itself; absent where it says nothing,
 *     or it was the product itself that asked
 * @param target the aggregate it is on
 * @param content the command as it was received, with what is sealed opened, or {@code effacé};
 *     what it was sent with of other aggregates by id and number of facts
 * @param code the reason of a refusal
 * @param rule behind the refusal
 * @param facts of the refused case
 * @param events how many facts of the target follow from it
 * @param seen how many facts of the target there were
 * @param laws editions of regimes and versions of référentiels and programmes that counted
 * @param summary one sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Decision")
record DecisionAnswer(
    @Schema(example = "1042") long position,
    Instant recordedAt,
    @Schema(example = "jury.secretariat") String actor,
    @Nullable String requestId,
    @Schema(example = "registry/2.1") @Nullable String client,
    String target,
    @Schema(example = "path") String kind,
    @Schema(example = "RecordCcp") String command,
    @Schema(type = "object") JsonNode content,
    Outcome outcome,
    @Schema(example = "CCP_ALREADY_HELD") @Nullable String code,
    @Schema(example = "TP-2006/1#ccp.not-twice") @Nullable String rule,
    @Schema(type = "object") @Nullable JsonNode facts,
    @Schema(example = "2") long events,
    @Schema(example = "7") long seen,
    @Schema(example = "[\"TP-2006/1\", \"AMIS-2013 v1\"]") List<String> laws,
    @Schema(example = "RecordCcp, acceptée : 2 faits consignés.") String summary) {

  static DecisionAnswer of(DecisionRow row, JsonNode content, @Nullable JsonNode facts) {
    return new DecisionAnswer(
        row.position(),
        row.recordedAt(),
        row.actor(),
        row.requestId(),
        row.client(),
        row.target(),
        row.kind(),
        row.command(),
        content,
        row.outcome(),
        row.code(),
        row.rule(),
        facts,
        row.events(),
        row.seen(),
        row.laws(),
        row.command() + ", " + cameTo(row));
  }

  private static String cameTo(DecisionRow row) {
    return switch (row.outcome()) {
      case ACCEPTED ->
          row.events() == 1
              ? "acceptée : un fait consigné."
              : "acceptée : %d faits consignés.".formatted(row.events());
      case REFUSED -> "refusée : %s, selon %s.".formatted(row.code(), row.rule());
      case NO_EFFECT -> "sans effet : rien à changer.";
    };
  }
}
