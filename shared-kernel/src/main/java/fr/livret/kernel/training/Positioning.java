package fr.livret.kernel.training;

import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.Programme.Bloc;
import fr.livret.kernel.programme.Programme.Threshold;
import fr.livret.kernel.referentiel.CcpCode;
import java.util.List;

/** What a candidate's entry test says of where to begin: pure, and exact at the threshold. */
public final class Positioning {
  private Positioning() {}

  /**
   * A CCP below the threshold of the programme.
   *
   * @param score what the entry test gave
   * @param servedBy the blocs of the programme that serve it, in its order
   */
  public record Priority(Score score, List<Bloc> servedBy) {
    public Priority {
      servedBy = List.copyOf(servedBy);
    }

    public CcpCode ccp() {
      return score.ccp();
    }
  }

  /**
   * The CCPs whose share of the points is below the threshold, the weakest first; equals in the
   * order of the test. A share that is exactly the threshold is not below it.
   */
  public static List<Priority> priorities(Qcm entryTest, Threshold threshold, Programme programme) {
    return entryTest.scores().stream()
        .filter(score -> score.below(threshold.priorityBelow()))
        .sorted(Score::compareShare)
        .map(score -> new Priority(score, programme.serving(score.ccp())))
        .toList();
  }
}
