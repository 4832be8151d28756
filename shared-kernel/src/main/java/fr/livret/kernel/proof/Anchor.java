package fr.livret.kernel.proof;

import java.time.LocalDate;

/**
 * A day that an event recorded, or a document states: what a reckoning begins with.
 *
 * @param day the day itself
 * @param about what it is of, as in {@code CCP1}; empty where the kind says all
 */
public record Anchor(Kind kind, LocalDate day, String about) {

  /** Of a kind that says all. */
  public static Anchor of(Kind kind, LocalDate day) {
    return new Anchor(kind, day, "");
  }

  /** Sorts of days. */
  public enum Kind {
    /** A path was opened. */
    PATH_OPENED,
    /** A CCP was obtained; its day stays what it was through a transfer. */
    CCP_OBTAINED,
    /** A CCP was annulled. */
    CCP_ANNULLED,
    /** A jury awarded the title. */
    TITLE_AWARDED,
    /** The title was taken back. */
    TITLE_WITHDRAWN,
    /** A session was sat in vain. */
    SESSION_IN_VAIN,
    /** A path was transferred. */
    PATH_TRANSFERRED,
    /** The first day of validity a référentiel states. */
    VALIDITY_BEGINS,
    /** The last day of validity a référentiel states. */
    VALIDITY_STATED,
    /** A title was closed. */
    TITLE_CLOSED,
    /** A title was prorogued. */
    TITLE_PROROGUED,
    /** A title was revised: another succeeds it. */
    TITLE_REVISED,
    /** The day a revision states, before which CCPs that count for the successor were obtained. */
    EQUIVALENCE_STATED,
    /** An application for VAE was filed. */
    APPLICATION_FILED,
    /** Its file was complete. */
    FILE_COMPLETE,
    /** A decision on it was notified. */
    DECISION_NOTIFIED,
    /** The last day the notification of a recevabilité states, or the path that rests on it. */
    RECEVABILITE_STATED,
    /** The first day of a certificate. */
    CERTIFICATE_OBTAINED,
    /** The last day a certificate states. */
    CERTIFICATE_STATED,
    /** The day a session is planned for. */
    SESSION_PLANNED,
    /** A member of a jury left the sector. */
    SECTOR_LEFT,
    /** The last day an alert announces. */
    DEADLINE_ANNOUNCED
  }
}
