package fr.livret.kernel.law;

/** The rules a regime file states, each once. The key is what stands in the file. */
public enum RuleName {
  // Of every regime: stated once, in COMMON.
  NOT_IN_FUTURE("record.not-in-future"),
  DATE_RANGE("record.date-range"),
  DATE_ORDER("record.date-order"),
  ONCE_ONLY("record.once-only"),
  MUST_EXIST("record.must-exist"),
  ERASED("record.erased"),
  WITHIN_VALIDITY("record.within-validity"),
  ROUTE_OPEN("path.route-open"),
  VAE_RECEVABILITE("path.vae-recevabilite"),
  ENDS_WITH_TITLE("path.ends-with-title"),
  OF_THE_REFERENTIEL("ccp.of-the-referentiel"),
  NOT_TWICE("ccp.not-twice"),
  ANNULMENT("ccp.annulment"),
  CCP_EVIDENCE("ccp.evidence"),
  TITLE_EVIDENCE("title.evidence"),
  TITLE_PREREQUISITES("title.prerequisites"),
  CCS_OF_THE_REFERENTIEL("ccs.of-the-referentiel"),
  // Of each regime.
  WINDOW_START("window.start"),
  WINDOW_LENGTH("window.length"),
  WINDOW_COUNTING("window.counting"),
  WINDOW_VALIDITY("window.validity"),
  WINDOW_CLOSURE("window.closure"),
  WINDOW_TARGET("window.target"),
  WINDOW_EXPIRY("window.expiry"),
  CCP_GRANTING("ccp.granting"),
  EVALUATOR_INDEPENDENCE("ccp.evaluator-independence"),
  JURY_PARTIAL("jury.partial"),
  TITLE_DECISION("title.decision"),
  TITLE_INTERVIEW("title.interview"),
  RESIT("jury.resit"),
  CCS_AFTER_TITLE("ccs.after-title"),
  CCS_EVIDENCE("ccs.evidence");

  private final String key;

  RuleName(String key) {
    this.key = key;
  }

  /** The rule's name in files and answers. */
  public String key() {
    return key;
  }

  /** Whether the rule is the same under every regime. */
  public boolean common() {
    return ordinal() < WINDOW_START.ordinal();
  }
}
