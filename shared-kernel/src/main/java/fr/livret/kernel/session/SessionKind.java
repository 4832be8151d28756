package fr.livret.kernel.session;

import fr.livret.kernel.law.SessionRules;
import java.time.LocalDate;

/** What a session decides on. */
public enum SessionKind {
  /** The title; a jury that refuses it may grant CCPs. */
  TITLE,
  /** Single CCPs, before a binôme or a jury. */
  CCP,
  /** A specialisation after the title. */
  CCS;

  /** The last day on which a convocation to a session of that day is in time. */
  public LocalDate lastDayToConvoke(LocalDate heldOn, SessionRules rules) {
    return heldOn.minus(
        switch (this) {
          case TITLE -> rules.notice().title();
          case CCP -> rules.notice().ccp();
          case CCS -> rules.notice().ccs();
        });
  }
}
