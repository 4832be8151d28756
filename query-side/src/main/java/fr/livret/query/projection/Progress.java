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
    /** Another process holds the claim on it: a node at work, or for some seconds a killed one. */
    ELSEWHERE,
    /** It failed on a batch and tries again. */
    FAILING,
    /** Nobody takes them here. */
    STOPPED
  }

  /** Whether it is known to follow; a claim held elsewhere may be that of a killed process. */
  public boolean healthy() {
    return switch (state) {
      case FOLLOWING -> true;
      case ELSEWHERE, FAILING, STOPPED -> false;
    };
  }
}
