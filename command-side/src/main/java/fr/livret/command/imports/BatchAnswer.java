package fr.livret.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come, in its latest run.
 *
 * @param state CUT_SHORT where nothing was heard of it for a minute: send the file again
 * @param lines done so far
 * @param repeated lines answered from memory, since an earlier run had done them
 * @param part of the file, from 0 to 1, where its size is known
 * @param secondsLeft at the present rate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import")
record BatchAnswer(
    @Schema(example = "registre-2009") String name,
    State state,
    String actor,
    Instant begunAt,
    @Nullable Instant endedAt,
    @Schema(example = "12400") long lines,
    long accepted,
    long refused,
    long repeated,
    @Schema(example = "812.5") double linesPerSecond,
    @Schema(example = "0.45") @Nullable Double part,
    @Schema(example = "70") @Nullable Long secondsLeft) {

  /** Where a run stands. */
  enum State {
    RUNNING,
    ENDED,
    CUT_SHORT
  }
}
