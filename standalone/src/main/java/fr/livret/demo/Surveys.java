package fr.livret.demo;

import fr.livret.demo.Step.Opened;
import fr.livret.demo.Step.Surveyed;
import fr.livret.demo.Step.TitleAwarded;
import fr.livret.kernel.path.Survey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What title holders answer when they are asked what became of them; not all of them do. */
final class Surveys {
  /** Draws of their own, so that no other story changes with them. */
  private static final int APART = 100_000;

  private Surveys() {}

  /**
   * The steps with the answers after them, where the story is about one path that led to a title.
   */
  static List<Step> after(List<Step> steps, int number) {
    List<Step> meant = steps.stream().filter(step -> step.meantRefusal() == null).toList();
    List<LocalDate> awards =
        meant.stream()
            .map(Step::deed)
            .filter(TitleAwarded.class::isInstance)
            .map(Step.Deed::day)
            .toList();
    long paths = meant.stream().filter(step -> step.deed() instanceof Opened).count();
    if (awards.size() != 1 || paths != 1) {
      return steps;
    }
    Chance chance = Chance.of(APART + number);
    List<Step> told = new ArrayList<>(steps);
    for (Survey survey : Survey.values()) {
      LocalDate asked = awards.getFirst().plus(survey.period());
      LocalDate answered = asked.plusDays(chance.between(0, 45));
      boolean answers = chance.outOf(7, 10);
      boolean employed = chance.outOf(8, 10);
      boolean inOccupation = employed && chance.outOf(8, 10);
      if (answers && !answered.isAfter(Chance.LAST)) {
        told.add(new Step(new Surveyed(survey, answered, employed, inOccupation), null));
      }
    }
    return told;
  }
}
