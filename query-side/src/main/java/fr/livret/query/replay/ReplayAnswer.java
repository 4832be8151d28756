package fr.livret.query.replay;

import fr.livret.query.replay.Replays.Replay;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A replay: what was asked, how far it is, and what it has found. */
@Schema(name = "Replay", description = "What was asked, how far it is, what it has found so far.")
record ReplayAnswer(
    UUID id,
    @Nullable UUID path,
    @Schema(description = "Decisions recorded from then on") @Nullable Instant from,
    @Schema(description = "Decisions recorded up to then") @Nullable Instant to,
    @Schema(description = "`PINNED`, or the regime asked instead", example = "PINNED")
        String regimes,
    Replays.State state,
    Instant askedAt,
    @Nullable Instant endedAt,
    @Schema(description = "The last position of the log that counts") long upTo,
    @Schema(description = "Events to be read") long events,
    @Schema(description = "Events read so far") long read,
    @Schema(description = "Decisions taken again so far") long decisions,
    @Schema(description = "Those that come to the same") long same,
    @Schema(description = "Those that come to something else") long different,
    @Schema(description = "Those that could not be taken again") long notReplayed,
    @Schema(description = "Facts no decision accounts for: from before decisions were kept")
        long unrecorded,
    @Schema(description = "Decisions a second") double rate,
    @Schema(description = "How long the rest will take at this rate") @Nullable Long secondsLeft,
    @Schema(description = "Why it ended before its end") @Nullable String failure) {

  static ReplayAnswer of(Replay replay) {
    Tally tally = replay.tally();
    Progress progress = replay.progress();
    return new ReplayAnswer(
        replay.id(),
        replay.question().path().orElse(null),
        replay.question().from().orElse(null),
        replay.question().to().orElse(null),
        replay.question().regimes(),
        replay.state(),
        replay.askedAt(),
        replay.endedAt(),
        replay.upTo(),
        replay.events(),
        tally.events(),
        tally.decisions(),
        tally.same(),
        tally.different(),
        tally.notReplayed(),
        tally.unrecorded(),
        Math.round(progress.rate()),
        secondsLeft(replay, progress),
        replay.failure());
  }

  private static @Nullable Long secondsLeft(Replay replay, Progress progress) {
    @Nullable Duration left = progress.left();
    return replay.endedAt() != null ? Long.valueOf(0) : left == null ? null : left.toSeconds();
  }
}
