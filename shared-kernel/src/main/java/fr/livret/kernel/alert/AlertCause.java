package fr.livret.kernel.alert;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why what an alert announced no longer holds.
 *
 * @param kind what sort of fact
 * @param on its own day
 * @param movedTo the last day that holds instead, where there is one
 */
public record AlertCause(Kind kind, LocalDate on, @Nullable LocalDate movedTo) {

  /** That the last day has passed. */
  public static AlertCause passed(LocalDate lastDay) {
    return new AlertCause(Kind.DEADLINE_PASSED, AlertProofs.passed(lastDay).day(), null);
  }

  /** Sorts of causes. */
  public enum Kind {
    /** A fact gave the window another last day. */
    WINDOW_MOVED,
    /** The window's target is met. */
    WINDOW_FULFILLED,
    /** No window runs any longer. */
    WINDOW_CLOSED,
    /** The title is awarded. */
    TITLE_AWARDED,
    /** The recevabilité has served: its path is open. */
    RECEVABILITE_USED,
    /** The recevabilité has another last day, or none. */
    RECEVABILITE_CHANGED,
    /** A newer certificate of the same kind is held. */
    CERTIFICATE_RENEWED,
    /** The candidate's personal data were erased. */
    CANDIDATE_ERASED,
    /** The last day has passed: what was announced has happened. */
    DEADLINE_PASSED
  }
}
