package fr.livret.query.replay;

import fr.livret.kernel.decision.Difference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one decision when it was taken again.
 *
 * @param position of its entry in the log
 * @param target the aggregate it is on
 * @param command logical name, as in {@code path.RecordCcp}
 * @param decidedAt when it was recorded
 * @param laws it was taken under, as in {@code TP-2016/1}
 * @param recorded what it came to then
 * @param now what it comes to; absent where it could not be taken again
 * @param differences between the two
 * @param reason why it could not be taken again; absent where it was
 */
public record Verdict(
    long position,
    String target,
    String command,
    Instant decidedAt,
    Kind kind,
    List<String> laws,
    String recorded,
    @Nullable String now,
    List<Difference> differences,
    @Nullable String reason) {

  /** How a replay may end. */
  public enum Kind {
    /** It comes to the same. */
    SAME,
    /** It comes to something else. */
    DIFFERENT,
    /** What it rested on cannot be read, or is not there. */
    NOT_REPLAYED
  }
}
