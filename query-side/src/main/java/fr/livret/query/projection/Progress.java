package fr.livret.query.projection;

import org.jspecify.annotations.Nullable;

/**
 * How one projection is doing.
 *
 * @param state whether it follows
 * @param lag how many events it is behind
 * @param lagSeconds for how long the oldest event that waits for it has been there
 * @param error what kind of error it fails on, never the words of one
 * @param rebuild the one that runs or waits, else the last of this process
 */
public record Progress(
    State state,
    long lag,
    double lagSeconds,
    @Nullable String error,
    @Nullable RebuildProgress rebuild) {

  /** Whether a projection follows. */
  public enum State {
    /** It takes events as they come. */
    FOLLOWING,
    /** It failed on a batch and tries again. */
    FAILING,
    /** Nobody takes them here. */
    STOPPED
  }

  /** Whether it follows. */
  public boolean healthy() {
    return switch (state) {
      case FOLLOWING -> true;
      case FAILING, STOPPED -> false;
    };
  }
}
