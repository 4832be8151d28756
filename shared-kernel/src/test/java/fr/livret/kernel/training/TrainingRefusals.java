package fr.livret.kernel.training;

import static fr.livret.kernel.training.TrainingStory.PLANNED;
import static fr.livret.kernel.training.TrainingStory.acquired;
import static fr.livret.kernel.training.TrainingStory.entry;
import static fr.livret.kernel.training.TrainingStory.followed;
import static fr.livret.kernel.training.TrainingStory.start;
import static fr.livret.kernel.training.TrainingStory.training;
import static fr.livret.kernel.training.TrainingStory.unstarted;

import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.programme.Programmes;
import fr.livret.kernel.referentiel.Referentiels;
import java.util.Map;

/** A training that meets each refusal of its own. */
public final class TrainingRefusals {
  private TrainingRefusals() {}

  /**
   * The refusal of that code; throws {@link IllegalArgumentException} when no training meets it.
   */
  public static Refusal of(Refused code) {
    TrainingLaw other = new TrainingLaw(Referentiels.TMS_2004, Programmes.AMIS);
    TrainingStory day = training();
    Map<Refused, TrainingStory> stories =
        Map.of(
            Refused.MODULE_UNKNOWN,
            day.when(followed("M9", "7", "2014-09-01")),
            Refused.PROGRAMME_OF_ANOTHER_TITLE,
            unstarted(other).when(start(other, "2014-09-01")),
            Refused.OUTSIDE_TRAINING,
            day.when(followed("M1", "7", "2014-08-31")),
            Refused.HOURS_OUT_OF_RANGE,
            day.when(followed("M1", "25", "2014-09-01")),
            Refused.POINTS_OUT_OF_RANGE,
            day.when(entry("2014-09-01", "CCP1 21/20")),
            Refused.EFA_ALREADY_ACQUIRED,
            training(PLANNED)
                .given(acquired("CCP1", "2014-10-01"))
                .when(acquired("CCP1", "2014-10-02")));
    TrainingStory story = stories.get(code);
    if (story == null) {
      throw new IllegalArgumentException("no training meets " + code);
    }
    return story.refused(code);
  }
}
