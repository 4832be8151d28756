package fr.livret.query.projection;

import org.jspecify.annotations.Nullable;

/**
 * How one projection is doing.
 *
 * @param state whether it follows
 * @param lag how many events it is behind
 * @param error what kind of error it fails on, never the words of one
 */
public record Progress(State state, long lag, @Nullable String error) {

  /** Whether a projection follows. */
  public enum State {
    /** It takes events as they come. */
    FOLLOWING,
    /** Another node takes them. */
    ELSEWHERE,
    /** It failed on a batch and tries again. */
    FAILING,
    /** Nobody takes them here. */
    STOPPED
  }

  /** Whether its rows will come up to date by themselves. */
  public boolean healthy() {
    return switch (state) {
      case FOLLOWING, ELSEWHERE -> true;
      case FAILING, STOPPED -> false;
    };
  }
}
