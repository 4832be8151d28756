package fr.livret.query.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.kernel.session.Result;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on one candidate, as the minutes carry it.
 *
 * @param excused whether an absence is excused; absent where the candidate came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ResultOfSession")
record Decided(
    UUID pathId,
    String decision,
    boolean interviewHeld,
    List<String> evidence,
    List<DecidedCcp> ccps,
    @Nullable String excuse,
    @Nullable Boolean proved,
    @Nullable Boolean excused,
    @Nullable Votes votes,
    @Nullable String fraudReport) {

  /** One CCP of it. */
  @Schema(name = "CcpResultOfSession")
  record DecidedCcp(String ccp, boolean granted, List<String> evidence) {}

  /** How the votes fell. */
  @Schema(name = "VotesOfSession")
  record Votes(int inFavour, int against, boolean castingVote) {}

  static Decided of(Result result) {
    Result.@Nullable Absence absence = result.absence();
    Result.@Nullable Votes votes = result.votes();
    return new Decided(
        result.path().value(),
        result.outcome().name(),
        result.interviewHeld(),
        result.evidence().stream().sorted().toList(),
        result.ccps().stream()
            .map(one ->
                new DecidedCcp(
                    one.ccp().value(), one.granted(), one.evidence().stream().sorted().toList()))
            .toList(),
        absence == null || absence.excuse() == null ? null : absence.excuse().name(),
        absence == null ? null : absence.proved(),
        absence == null ? null : absence.excused(),
        votes == null ? null : new Votes(votes.inFavour(), votes.against(), votes.castingVote()),
        result.fraudReport());
  }

  boolean is(Result.Outcome outcome) {
    return decision.equals(outcome.name());
  }
}
