package fr.livret.kernel.training;

import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A multiple-choice test that was taken.
 *
 * @param instrument which test it was, as the centre names it
 * @param scores one for each CCP it asks about
 */
public record Qcm(LocalDate takenOn, String instrument, List<Score> scores) {

  /** Throws {@link IllegalArgumentException} without a score or when a CCP is scored twice. */
  public Qcm {
    scores = List.copyOf(scores);
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("a test has at least one score");
    }
    Set<CcpCode> seen = new HashSet<>();
    for (Score score : scores) {
      if (!seen.add(score.ccp())) {
        throw new IllegalArgumentException("CCP " + score.ccp() + " is scored twice");
      }
    }
  }

  /** The score on that CCP; empty where the test does not ask about it. */
  public Optional<Score> score(CcpCode ccp) {
    return scores.stream().filter(score -> score.ccp().equals(ccp)).findFirst();
  }
}
