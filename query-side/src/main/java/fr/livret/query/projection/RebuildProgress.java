package fr.livret.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come.
 *
 * @param stage where it is
 * @param askedAt when it was asked for
 * @param events passed so far
 * @param of how many there are
 * @param eventsPerSecond since it began to read
 * @param secondsLeft of reading, at that rate
 * @param rows written, once it is done
 * @param seconds it took, once it is over
 * @param error what kind of error ended it, never the words of one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RebuildProgress")
public record RebuildProgress(
    Stage stage,
    Instant askedAt,
    long events,
    long of,
    @Nullable Long eventsPerSecond,
    @Nullable Long secondsLeft,
    @Nullable Long rows,
    @Nullable Double seconds,
    @Nullable String error) {

  /** Where a rebuild is. */
  @Schema(name = "RebuildStage")
  public enum Stage {
    /** Another is before it. */
    WAITING,
    /** It reads and folds the events. */
    READING,
    /** The rows are written; their indexes are built. */
    INDEXING,
    /** It folds what came meanwhile, and takes the place of the old rows. */
    SWAPPING,
    /** Reads see the new rows. */
    DONE,
    /** It is given up, and nothing is changed. */
    FAILED
  }

  /** Whether it waits or runs. */
  boolean open() {
    return switch (stage) {
      case WAITING, READING, INDEXING, SWAPPING -> true;
      case DONE, FAILED -> false;
    };
  }
}
