package fr.livret.kernel.session;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.law.SessionRules.Notice;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Reckoning;
import java.time.LocalDate;
import java.time.Period;

/** What a session decides on. */
public enum SessionKind {
  /** The title; a jury that refuses it may grant CCPs. */
  TITLE,
  /** Single CCPs, before a binôme or a jury. */
  CCP,
  /** A specialisation after the title. */
  CCS;

  /** The last day, included, on which a convocation to a session of that day is in time. */
  public Reckoning lastDayToConvoke(LocalDate heldOn, CapitalisationRegime regime) {
    Notice notice = regime.sessions().notice();
    Period before =
        switch (this) {
          case TITLE -> notice.title();
          case CCP -> notice.ccp();
          case CCS -> notice.ccs();
        };
    return Reckoning.from(Anchor.of(Anchor.Kind.SESSION_PLANNED, heldOn), null)
        .minus(before, regime.basis(RuleName.SESSION_CONVOCATION));
  }
}
