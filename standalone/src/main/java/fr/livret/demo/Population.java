package fr.livret.demo;

import fr.livret.demo.Story.Panel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All candidates of the demonstration: the same people and the same days each time. */
final class Population {
  private Population() {}

  /** Every story, title by title; the number of a candidate is its place here, from 1. */
  static List<Scenario> all() {
    List<Scenario> scenarios = new ArrayList<>();
    told(TmsStories.plots(), Title.of("TMS-2004"), Panel.BINOME, scenarios);
    told(Amis2013Stories.plots(), Title.of("AMIS-2013"), Panel.BINOME, scenarios);
    told(Amis2023Stories.plots(), Title.of("AMIS-2023"), Panel.PROFESSIONALS, scenarios);
    told(AicmpStories.plots(), Title.of("AICMP-2022"), Panel.PROFESSIONALS, scenarios);
    told(VaeStories.longAgo(), Title.of("TMS-2004"), Panel.BINOME, scenarios);
    told(VaeStories.plots(), Title.of("AMIS-2023"), Panel.PROFESSIONALS, scenarios);
    return List.copyOf(scenarios);
  }

  private static void told(List<Plot> plots, Title title, Panel panel, List<Scenario> scenarios) {
    for (Plot plot : plots) {
      for (int time = 0; time < plot.times(); time++) {
        int number = scenarios.size() + 1;
        Chance chance = Chance.of(number);
        Story story = new Story(title, panel, chance);
        plot.telling().accept(story, chance);
        List<Step> steps = Surveys.after(story.steps(), number);
        LocalDate begins = days(steps).min(Comparator.naturalOrder()).orElseThrow();
        Person person = People.candidate(number, begins, chance);
        scenarios.add(new Scenario(title.code() + " " + plot.name(), person, steps));
      }
    }
  }

  private static Stream<LocalDate> days(List<Step> steps) {
    return steps.stream().map(step -> step.deed().day());
  }
}
