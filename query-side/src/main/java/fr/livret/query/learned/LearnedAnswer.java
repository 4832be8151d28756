package fr.livret.query.learned;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.livret.query.reading.Cursor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that was learned, and what it changed in the answer of the day asked for.
 *
 * @param subject what it is a fact of
 * @param position in the order of all events
 * @param sequence in its stream
 * @param effectiveOn the day on which it became true
 * @param recordedAt when it was learned
 * @param effect what it changed; nothing where it only announces what followed from facts before
 */
@Schema(name = "Learned")
public record LearnedAnswer(
    Subject subject,
    UUID id,
    @Schema(example = "1042") long position,
    @Schema(example = "4") long sequence,
    @Schema(example = "path.CcpObtained") String type,
    @Schema(example = "2014-01-20") LocalDate effectiveOn,
    Instant recordedAt,
    @Schema(example = "jury.secretariat") String actor,
    List<Change> effect) {
  public LearnedAnswer {
    effect = List.copyOf(effect);
  }

  /** What facts are of. */
  public enum Subject {
    CANDIDATE,
    TRAINING,
    VAE_APPLICATION,
    PATH,
    SESSION
  }

  /**
   * A change of the answer.
   *
   * @param what as in {@code window.lastDay}
   * @param before absent where there was nothing
   * @param after absent where there is nothing any longer
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Change")
  public record Change(
      @Schema(example = "window.lastDay") String what,
      @Schema(example = "2020-06-01") @Nullable String before,
      @Schema(example = "2019-01-20") @Nullable String after) {}

  String cursor() {
    return Cursor.of(position);
  }
}
