package fr.livret.kernel.path;

import fr.livret.kernel.referentiel.CcpCode;
import java.util.Set;

/** What a jury decides on one candidate. */
public sealed interface JuryDecision {

  /**
   * The title is awarded.
   *
   * @param evidence codes of the elements the decision rests on
   * @param interviewHeld whether the jury met the candidate
   */
  record Title(Set<String> evidence, boolean interviewHeld) implements JuryDecision {
    public Title {
      evidence = Set.copyOf(evidence);
    }
  }

  /** The title is refused and these CCPs are granted. */
  record Partial(Set<CcpCode> ccps) implements JuryDecision {
    public Partial {
      ccps = Set.copyOf(ccps);
    }
  }

  /** The title is refused and nothing is granted. */
  record NotAwarded() implements JuryDecision {}

  /** The candidate did not come. */
  record Absent(boolean excused) implements JuryDecision {}
}
