package fr.livret.kernel.law;

/** Every reason for which a command is refused, with the rule behind it. */
public enum Refused {
  CCP_ALREADY_HELD(RuleName.NOT_TWICE, "This CCP is already held on that day"),
  CCP_UNKNOWN(RuleName.OF_THE_REFERENTIEL, "The référentiel has no such CCP"),
  CCP_NOT_OBTAINED(RuleName.ANNULMENT, "No standing CCP of that code was obtained by that day"),
  CCP_GRANTED_BY_JURY(
      RuleName.CCP_GRANTING, "On this route the jury grants CCPs when it refuses the title"),
  EVALUATORS_INCOMPLETE(RuleName.CCP_GRANTING, "Those who may grant this CCP are not all there"),
  EVALUATOR_CONFLICT(
      RuleName.EVALUATOR_INDEPENDENCE, "A trainer of the candidate cannot evaluate the candidate"),
  EVIDENCE_MISSING(RuleName.CCP_EVIDENCE, "A required element of the assessment is missing"),
  TITLE_EVIDENCE_MISSING(
      RuleName.TITLE_EVIDENCE, "A required element of the title's assessment is missing"),
  CCPS_MISSING(RuleName.TITLE_DECISION, "The title needs every CCP to be held on that day"),
  INTERVIEW_REQUIRED(RuleName.TITLE_INTERVIEW, "The title is awarded only after an interview"),
  PREREQUISITE_MISSING(
      RuleName.TITLE_PREREQUISITES, "A certificate the title requires is not valid on that day"),
  PARTIAL_NOT_PROVIDED(
      RuleName.JURY_PARTIAL, "On this route a jury that refuses the title grants no CCP"),
  RESIT_LIMIT_REACHED(RuleName.RESIT, "No further session can be sat before a later day"),
  TITLE_NOT_HELD(RuleName.TITLE_WITHDRAWAL, "The path has no title that stands"),
  TITLE_NOT_IN_QUESTION(RuleName.TITLE_WITHDRAWAL, "Nothing calls the title into question"),
  NO_SUCH_REVISION(RuleName.TRANSFER, "No revision leads from this title to that one"),
  NOTHING_TO_APPEAL(RuleName.APPEAL, "No decision of that day is recorded on the path"),
  ROUTE_NOT_OPEN(RuleName.ROUTE_OPEN, "The title is not open by this route or access"),
  RECEVABILITE_REQUIRED(
      RuleName.VAE_RECEVABILITE, "The VAE route opens on a recevabilité in force on that day"),
  PATH_CLOSED(RuleName.ENDS_WITH_TITLE, "The path has ended with its title"),
  TITLE_REQUIRED(RuleName.CCS_AFTER_TITLE, "A CCS is awarded only to the holder of its title"),
  CCS_UNKNOWN(RuleName.CCS_OF_THE_REFERENTIEL, "The référentiel has no such CCS"),
  CCS_NOT_HELD(RuleName.TITLE_WITHDRAWAL, "No such CCS is held"),
  CCS_ALREADY_HELD(RuleName.ONCE_ONLY, "This CCS is already held"),
  CCS_EVIDENCE_MISSING(RuleName.CCS_EVIDENCE, "A required element of the CCS is missing"),
  // Sessions.
  MEMBER_PRACTICE_TOO_SHORT(
      RuleName.SESSION_HABILITATION, "The member has not practised for long enough"),
  MEMBER_LEFT_SECTOR(
      RuleName.SESSION_HABILITATION, "The member left the sector too long before the session"),
  MEMBER_NOT_LISTED(
      RuleName.SESSION_HABILITATION, "The member is not on the authority's list on that day"),
  TRAINER_NOT_ON_JURY(RuleName.SESSION_JURY, "This jury is made of professionals only"),
  TRAINER_OF_OTHER_SPECIALITY(
      RuleName.SESSION_BINOME, "The trainer of a binôme trains in the title's speciality"),
  MEMBER_CONFLICT(RuleName.SESSION_CONFLICT, "Those present may not deliberate on this candidate"),
  VAE_JURY_INCOMPLETE(
      RuleName.SESSION_VAE_JURY, "Too few of the jury of a VAE candidate are professionals"),
  CANDIDATE_NOT_OF_SESSION(
      RuleName.SESSION_CANDIDATE, "What the candidate seeks is not what the session decides on"),
  CONVOCATION_TOO_LATE(
      RuleName.SESSION_CONVOCATION, "The convocation is sent too late for this session"),
  NOT_CONVOKED(RuleName.SESSION_CONVOCATION, "Whoever comes to a session was convoked to it"),
  PRESENCE_UNKNOWN(RuleName.SESSION_QUORUM, "Who of the members was present is not recorded yet"),
  QUORUM_NOT_MET(RuleName.SESSION_QUORUM, "Too few of the convoked members may deliberate"),
  QUORUM_MET(RuleName.SESSION_QUORUM, "Enough members were present for the session to be held"),
  RESULT_NOT_OF_SESSION(
      RuleName.SESSION_RESULT, "A session decides on what its candidate seeks, on all of it"),
  VOTES_DO_NOT_CARRY(RuleName.SESSION_MAJORITY, "The votes do not carry what is recorded"),
  CASTING_VOTE_NOT_PROVIDED(
      RuleName.SESSION_CASTING_VOTE, "No chair's vote decides here between equal votes"),
  RESULTS_MISSING(RuleName.SESSION_MINUTES, "The minutes say what was decided on each candidate"),
  SIGNATURES_MISSING(RuleName.SESSION_MINUTES, "Every member present signs the minutes"),
  SIGNATORY_NOT_PRESENT(RuleName.SESSION_MINUTES, "Only members present sign the minutes"),
  DECISIONS_REFUSED(
      RuleName.SESSION_LAWFUL, "The law that governs a candidate's path refuses the decision"),
  MINUTES_NOT_SIGNED(RuleName.SESSION_MINUTES, "The minutes are not signed yet"),
  MINUTES_FROZEN(
      RuleName.SESSION_FROZEN, "Signed minutes are rectified or annulled by a reasoned act only"),
  MINUTES_NOT_REGISTERED(
      RuleName.SESSION_REGISTRATION, "Results are notified once the minutes are registered"),
  SESSION_OVER(RuleName.SESSION_ANNULMENT, "The session was annulled, or could not be held"),
  ANNULMENT_NOT_REFUSED(RuleName.SESSION_APPEAL, "Only a refusal to annul can be appealed"),
  // Records.
  OUTSIDE_VALIDITY(
      RuleName.WITHIN_VALIDITY, "The day lies outside the validity of the référentiel"),
  TITLE_ALREADY_CLOSED(RuleName.ONCE_ONLY, "The title is already closed"),
  // Of alerts.
  ALERT_CANCELLED(RuleName.ALERT_COURSE, "What the alert announced no longer holds"),
  DELIVERY_NOT_ABANDONED(
      RuleName.ALERT_COURSE, "Only news that was given up is tried anew on demand"),
  // Of trainings.
  MODULE_UNKNOWN(RuleName.OF_THE_PROGRAMME, "The programme has no such module"),
  PROGRAMME_OF_ANOTHER_TITLE(
      RuleName.PROGRAMME_TITLE, "The programme prepares for another title than the training"),
  OUTSIDE_TRAINING(RuleName.TRAINING_PERIOD, "The day lies outside the training"),
  HOURS_OUT_OF_RANGE(
      RuleName.TRAINING_HOURS, "Hours are more than none, and those of a day are 24 at most"),
  POINTS_OUT_OF_RANGE(
      RuleName.TEST_POINTS,
      "Points are from none to what they are out of, which is more than none"),
  EFA_ALREADY_ACQUIRED(
      RuleName.EFA_ONCE_ACQUIRED, "After an EFA that acquired this CCP there is none of it"),
  // Of every area.
  CANDIDATE_ERASED(RuleName.ERASED, "The candidate's personal data were erased"),
  ALREADY_RECORDED(RuleName.ONCE_ONLY, "This is already recorded"),
  UNKNOWN(RuleName.MUST_EXIST, "Nothing is recorded under this id"),
  DATE_IN_FUTURE(RuleName.NOT_IN_FUTURE, "A fact is recorded on its day or later, never before"),
  DATE_OUT_OF_RANGE(RuleName.DATE_RANGE, "The day is not one a certification could carry"),
  DATES_OUT_OF_ORDER(RuleName.DATE_ORDER, "The days are not in an order that is possible"),
  // Of VAE applications.
  EXPERIENCE_TOO_SHORT(
      RuleName.VAE_EXPERIENCE, "The experience that counts is shorter than what is required"),
  QUOTA_CERTIFICATION(
      RuleName.VAE_QUOTA, "The candidate has filed for this title already in that civil year"),
  QUOTA_TOTAL(
      RuleName.VAE_QUOTA, "The candidate has filed all there may be in that civil year already"),
  VAE_ALREADY_DECIDED(RuleName.VAE_DECISION, "The application is decided already"),
  VAE_VALIDITY_FIXED(
      RuleName.VAE_VALIDITY, "Under this regime no notification states how long it is valid"),
  VAE_TARGET_EXCEEDED(RuleName.VAE_TARGET, "The application asked for less than that"),
  RECEVABILITE_LAPSED(RuleName.VAE_VALIDITY, "The recevabilité was no longer valid on that day");

  private final RuleName rule;
  private final String title;

  Refused(RuleName rule, String title) {
    this.rule = rule;
    this.title = title;
  }

  /** The rule that refuses. */
  public RuleName rule() {
    return rule;
  }

  /** The reason as an English sentence, the same in every case. */
  public String title() {
    return title;
  }
}
