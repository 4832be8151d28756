package fr.livret.kernel.proof;

import java.time.LocalDate;

/**
 * A day an answer claims, with how it was worked out.
 *
 * @param claim what the day is
 * @param about of what, as in {@code CCP1}; empty where the claim says all
 */
public record Proof(Claim claim, String about, Reckoning reckoning) {

  /** Of a claim that says all. */
  public static Proof of(Claim claim, Reckoning reckoning) {
    return new Proof(claim, "", reckoning);
  }

  /** The day claimed. */
  public LocalDate day() {
    return reckoning.day();
  }

  /** What a day can be claimed to be. */
  public enum Claim {
    /** The day a path was opened. */
    OPENED_ON,
    /** The day a CCP was obtained, the last time. */
    OBTAINED_ON,
    /** The first day on which a CCP counted no longer. */
    LAPSED_ON,
    /** The day of the decision that annulled a CCP. */
    ANNULLED_ON,
    /** The day the running window counts from. */
    WINDOW_ANCHOR,
    /** The last day one limit leaves the running window. */
    WINDOW_LIMIT,
    /** The last day of the running window. */
    WINDOW_LAST_DAY,
    /** The day the target of the window was met. */
    WINDOW_FULFILLED_ON,
    /** The last day on which a fact of the path may lie. */
    FACTS_THROUGH,
    /** The day the jury awarded the title. */
    TITLE_AWARDED_ON,
    /** The day the title was taken back. */
    TITLE_WITHDRAWN_ON,
    /** The day from which a title holder can be asked what became of them. */
    SURVEY_FROM,
    /** The first of the sessions sat in vain that count together. */
    RESIT_FIRST_SESSION_ON,
    /** The last day of the sessions that count together. */
    RESIT_THROUGH,
    /** The day from which a session can be sat again. */
    RESIT_POSSIBLE_FROM,
    /** The day a path was transferred. */
    TRANSFERRED_ON,
    /** The day an application was filed. */
    FILED_ON,
    /** The day the delay for an answer counts from. */
    DELAY_COUNTED_FROM,
    /** The last day for an answer. */
    SILENCE_LAST_DAY,
    /** The day silence has, or would have, its effect. */
    SILENCE_EFFECT,
    /** The day a recevabilité counts from. */
    RECEVABILITE_COUNTED_FROM,
    /** The last day to open a path on a recevabilité. */
    START_BY,
    /** The last day of a first session on a recevabilité. */
    VALID_THROUGH,
    /** The day a recevabilité was no longer valid, unused. */
    RECEVABILITE_LAPSED_ON,
    /** The first day of a certificate. */
    CERTIFICATE_FROM,
    /** The last day of a certificate. */
    CERTIFICATE_THROUGH,
    /** The first day a title is valid. */
    TITLE_VALID_FROM,
    /** The last day a title is valid. */
    TITLE_VALID_THROUGH,
    /** The last day on which a fact of a path to the title may lie. */
    TITLE_FACTS_THROUGH,
    /** The day from which paths can be transferred to a successor. */
    TRANSFER_FROM,
    /** The day before which CCPs that count for a successor were obtained. */
    EQUIVALENT_BEFORE,
    /** The day of a session, and of what it decides. */
    SESSION_HELD_ON,
    /** The last day on which a convocation is in time. */
    CONVOCATION_LAST_DAY,
    /** The last day of a session on which a member who left the sector may sit. */
    MEMBER_MAY_SIT_THROUGH,
    /** The day from which an alert is raised. */
    ALERT_FROM,
    /** The first day on which what an alert announced has ended. */
    DEADLINE_PASSED_ON
  }
}
