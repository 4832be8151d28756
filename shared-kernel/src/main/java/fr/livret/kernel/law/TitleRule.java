package fr.livret.kernel.law;

/**
 * What a title decision rests on.
 *
 * @param restsOn all CCPs held, or a whole title session
 * @param interview whether the jury must have met the candidate
 * @param interviewAfterRefusal the same, once the candidate was refused the title and has since
 *     obtained all CCPs
 */
public record TitleRule(RestsOn restsOn, Interview interview, Interview interviewAfterRefusal) {

  /** What the title is awarded on. */
  public enum RestsOn {
    /** Every CCP of the référentiel held on the day. */
    ALL_CCPS,
    /**
     * The elements of a title session; but every CCP held on the day, once the jury has refused the
     * title and granted CCPs that still count, or has refused it and all have been obtained since.
     */
    SESSION
  }

  /** Whether the jury must meet the candidate. */
  public enum Interview {
    REQUIRED,
    /** The jury may do without. */
    AT_DISCRETION
  }
}
