package fr.livret.kernel.law;

/** The rules a regime file states, each once. The key is what stands in the file. */
public enum RuleName {
  // Of every regime: stated once.
  NOT_IN_FUTURE(Scope.COMMON, "record.not-in-future"),
  DATE_RANGE(Scope.COMMON, "record.date-range"),
  DATE_ORDER(Scope.COMMON, "record.date-order"),
  ONCE_ONLY(Scope.COMMON, "record.once-only"),
  MUST_EXIST(Scope.COMMON, "record.must-exist"),
  ERASED(Scope.COMMON, "record.erased"),
  WITHIN_VALIDITY(Scope.COMMON, "record.within-validity"),
  ROUTE_OPEN(Scope.COMMON, "path.route-open"),
  VAE_RECEVABILITE(Scope.COMMON, "path.vae-recevabilite"),
  TRANSFER(Scope.COMMON, "path.transfer"),
  SURVEY(Scope.COMMON, "path.survey"),
  APPEAL(Scope.COMMON, "decision.appeal"),
  ENDS_WITH_TITLE(Scope.COMMON, "path.ends-with-title"),
  OF_THE_REFERENTIEL(Scope.COMMON, "ccp.of-the-referentiel"),
  NOT_TWICE(Scope.COMMON, "ccp.not-twice"),
  ANNULMENT(Scope.COMMON, "ccp.annulment"),
  CCP_EVIDENCE(Scope.COMMON, "ccp.evidence"),
  TITLE_EVIDENCE(Scope.COMMON, "title.evidence"),
  TITLE_PREREQUISITES(Scope.COMMON, "title.prerequisites"),
  TITLE_ANNULMENT(Scope.COMMON, "title.annulment"),
  TITLE_WITHDRAWAL(Scope.COMMON, "title.withdrawal"),
  CCS_OF_THE_REFERENTIEL(Scope.COMMON, "ccs.of-the-referentiel"),
  // Of alerts.
  ALERT_COURSE(Scope.COMMON, "alert.course"),
  // Of trainings.
  OF_THE_PROGRAMME(Scope.COMMON, "training.of-the-programme"),
  PROGRAMME_TITLE(Scope.COMMON, "training.programme-title"),
  TRAINING_PERIOD(Scope.COMMON, "training.period"),
  TRAINING_HOURS(Scope.COMMON, "training.hours"),
  TEST_POINTS(Scope.COMMON, "training.test-points"),
  EFA_ONCE_ACQUIRED(Scope.COMMON, "training.efa-once-acquired"),
  // Sessions, of every regime.
  SESSION_CANDIDATE(Scope.COMMON, "session.candidate"),
  SESSION_RESULT(Scope.COMMON, "session.result"),
  SESSION_MAJORITY(Scope.COMMON, "session.majority"),
  SESSION_LAWFUL(Scope.COMMON, "session.lawful-decisions"),
  // Of each capitalisation regime.
  WINDOW_START(Scope.CAPITALISATION, "window.start"),
  WINDOW_LENGTH(Scope.CAPITALISATION, "window.length"),
  WINDOW_COUNTING(Scope.CAPITALISATION, "window.counting"),
  WINDOW_VALIDITY(Scope.CAPITALISATION, "window.validity"),
  WINDOW_CLOSURE(Scope.CAPITALISATION, "window.closure"),
  WINDOW_TARGET(Scope.CAPITALISATION, "window.target"),
  WINDOW_EXPIRY(Scope.CAPITALISATION, "window.expiry"),
  CCP_GRANTING(Scope.CAPITALISATION, "ccp.granting"),
  EVALUATOR_INDEPENDENCE(Scope.CAPITALISATION, "ccp.evaluator-independence"),
  JURY_PARTIAL(Scope.CAPITALISATION, "jury.partial"),
  TITLE_DECISION(Scope.CAPITALISATION, "title.decision"),
  TITLE_INTERVIEW(Scope.CAPITALISATION, "title.interview"),
  RESIT(Scope.CAPITALISATION, "jury.resit"),
  CCS_AFTER_TITLE(Scope.CAPITALISATION, "ccs.after-title"),
  CCS_EVIDENCE(Scope.CAPITALISATION, "ccs.evidence"),
  // Sessions, of each capitalisation regime.
  SESSION_CONVOCATION(Scope.CAPITALISATION, "session.convocation"),
  SESSION_QUORUM(Scope.CAPITALISATION, "session.quorum"),
  SESSION_JURY(Scope.CAPITALISATION, "session.jury"),
  SESSION_HABILITATION(Scope.CAPITALISATION, "session.habilitation"),
  SESSION_CONFLICT(Scope.CAPITALISATION, "session.conflict"),
  SESSION_BINOME(Scope.CAPITALISATION, "session.binome"),
  SESSION_VAE_JURY(Scope.CAPITALISATION, "session.vae-jury"),
  SESSION_CASTING_VOTE(Scope.CAPITALISATION, "session.casting-vote"),
  SESSION_ABSENCE(Scope.CAPITALISATION, "session.absence"),
  SESSION_MINUTES(Scope.CAPITALISATION, "session.minutes"),
  SESSION_FROZEN(Scope.CAPITALISATION, "session.minutes-frozen"),
  SESSION_REGISTRATION(Scope.CAPITALISATION, "session.registration"),
  SESSION_ANNULMENT(Scope.CAPITALISATION, "session.annulment"),
  SESSION_APPEAL(Scope.CAPITALISATION, "session.appeal"),
  // Of each VAE regime.
  VAE_EXPERIENCE(Scope.VAE, "vae.experience"),
  VAE_EXPERIENCE_KINDS(Scope.VAE, "vae.experience-kinds"),
  VAE_EXPERIENCE_COUNTING(Scope.VAE, "vae.experience-counting"),
  VAE_AUTHORITY(Scope.VAE, "vae.authority"),
  VAE_SILENCE(Scope.VAE, "vae.silence"),
  VAE_COUNTING(Scope.VAE, "vae.counting"),
  VAE_SUPPLEMENT(Scope.VAE, "vae.supplement"),
  VAE_DECISION(Scope.VAE, "vae.decision"),
  VAE_VALIDITY(Scope.VAE, "vae.validity"),
  VAE_IMPLICIT_GRANT(Scope.VAE, "vae.implicit-grant"),
  VAE_USE(Scope.VAE, "vae.use"),
  VAE_TARGET(Scope.VAE, "vae.target"),
  VAE_QUOTA(Scope.VAE, "vae.quota"),
  VAE_QUOTA_BLOCS(Scope.VAE, "vae.quota-blocs");

  /** Which rule sets state a rule. */
  public enum Scope {
    /** The same under every regime, stated once. */
    COMMON,
    /** Each capitalisation regime's. */
    CAPITALISATION,
    /** Each VAE regime's. */
    VAE
  }

  private final Scope scope;
  private final String key;

  RuleName(Scope scope, String key) {
    this.scope = scope;
    this.key = key;
  }

  /** The rule's name in files and answers. */
  public String key() {
    return key;
  }

  /** Which rule sets state it. */
  public Scope scope() {
    return scope;
  }

  /** Whether the rule is the same under every regime. */
  public boolean common() {
    return scope == Scope.COMMON;
  }
}
