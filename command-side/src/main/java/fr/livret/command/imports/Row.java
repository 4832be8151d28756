package fr.livret.command.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a line.
 *
 * @param id of its key
 * @param fingerprint of its content
 * @param line where it stood when it was last seen
 * @param run in which it was last seen
 * @param doneIn the run in which it was last carried out, and not answered from memory
 * @param lane of the lines it must keep its order with
 * @param status of its outcome; absent while that is not known
 */
record Row(
    UUID id,
    UUID fingerprint,
    long line,
    UUID run,
    @Nullable UUID doneIn,
    UUID lane,
    @Nullable Integer status,
    @Nullable String aggregate,
    @Nullable Long version,
    @Nullable String problem) {

  boolean accepted() {
    return status != null && status >= 200 && status < 300;
  }

  /** A rule refused it: the same line is refused again, unless what it rests on has changed. */
  boolean refused() {
    return status != null && status == 409;
  }

  /** Nobody knows whether it had an effect. */
  boolean unanswered() {
    return status == null || status >= 500;
  }
}
