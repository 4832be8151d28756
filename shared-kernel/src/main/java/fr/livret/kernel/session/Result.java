package fr.livret.kernel.session;

import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.CcpCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on one candidate, as the minutes carry it.
 *
 * @param interviewHeld whether the jury met the candidate
 * @param evidence codes of the elements a decision on the title or the CCS rests on
 * @param ccps at a session of CCPs each one sought; where the title was refused, those granted
 * @param absence why the candidate did not come, and whether that is proved
 * @param votes on the decision, where they were counted
 * @param fraudReport the report on a fraud that the minutes mention
 */
public record Result(
    PathId path,
    Outcome outcome,
    boolean interviewHeld,
    Set<String> evidence,
    List<CcpResult> ccps,
    @Nullable Absence absence,
    @Nullable Votes votes,
    @Nullable String fraudReport) {
  public Result {
    evidence = Set.copyOf(evidence);
    ccps = List.copyOf(ccps);
  }

  /** What a decision comes to. */
  public enum Outcome {
    /** The title is awarded. */
    TITLE,
    /** The title is refused and CCPs are granted. */
    PARTIAL,
    /** The title or the CCS is refused, and nothing granted. */
    REFUSED,
    /** The candidate did not come. */
    ABSENT,
    /** Each CCP sought is granted or refused. */
    CCPS,
    /** The CCS is awarded. */
    CCS
  }

  /**
   * What was decided on one CCP.
   *
   * @param evidence codes of the elements it rests on
   */
  public record CcpResult(CcpCode ccp, boolean granted, Set<String> evidence) {
    public CcpResult {
      evidence = Set.copyOf(evidence);
    }
  }

  /** What a candidate who did not come can give as a reason. */
  public enum Excuse {
    ILLNESS,
    MATERNITY,
    ACCIDENT,
    FORCE_MAJEURE
  }

  /**
   * A candidate did not come.
   *
   * @param excuse the reason given, if any
   * @param proved whether there is proof of it
   */
  public record Absence(@Nullable Excuse excuse, boolean proved) {
    /** Whether a new session is open to the candidate on that ground. */
    public boolean excused() {
      return excuse != null && proved;
    }
  }

  /**
   * The votes on what was decided.
   *
   * @param inFavour of the decision as recorded
   * @param castingVote whether the chair's vote decided between equal ones
   */
  public record Votes(int inFavour, int against, boolean castingVote) {}

  /** The CCPs it grants. */
  List<CcpResult> granted() {
    return ccps.stream().filter(CcpResult::granted).toList();
  }
}
