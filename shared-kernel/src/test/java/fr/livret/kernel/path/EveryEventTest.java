package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.absent;
import static fr.livret.kernel.path.Given.annul;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.awardCcs;
import static fr.livret.kernel.path.Given.close;
import static fr.livret.kernel.path.Given.open;
import static fr.livret.kernel.path.Given.prorogue;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.refuseTitle;
import static fr.livret.kernel.path.Given.witness;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every event is decided by some command, folded, and dated. */
class EveryEventTest {

  @Test
  void every_event_is_decided_and_folded_by_some_story() {
    Set<Class<?>> seen = new HashSet<>();
    for (List<PathCommand> commands : stories()) {
      Story story = Story.unopened(AMIS_2013);
      for (PathCommand command : commands) {
        story = story.when(command).accepted();
        for (PathEvent event : story.events()) {
          seen.add(event.getClass());
          assertThat(event.path()).isEqualTo(Given.PATH);
          assertThat(event.effectiveOn()).isBetween("2011-07-02", "2021-12-31");
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(PathEvent.class.getPermittedSubclasses());
  }

  @Test
  void every_event_leaves_a_titled_path_titled() {
    PathState titled = Story.path(AMIS_2013, TRAINING).given(award("2014-01-06")).state();
    for (List<PathCommand> commands : stories()) {
      Story story = Story.unopened(AMIS_2013);
      for (PathCommand command : commands) {
        story = story.when(command).accepted();
        for (PathEvent event : story.events()) {
          if (!(event instanceof PathEvent.PathOpened)) {
            assertThat(PathState.evolve(titled, event)).isInstanceOf(PathState.Titled.class);
          }
        }
      }
    }
  }

  private static List<List<PathCommand>> stories() {
    return List.of(
        List.of(
            opening(CAPITALISATION),
            record("CCP1", "2012-01-02"),
            record("CCP2", "2013-01-02"),
            close("2013-02-01"),
            prorogue("2013-03-01", "2021-12-31"),
            absent("2013-04-02", false),
            refuseTitle("2013-05-02"),
            witness("2017-01-03"),
            record("CCP3", "2017-01-02", "2017-02-02"),
            award("2017-03-01"),
            awardCcs("CCS1", "2017-06-01", "MISE_EN_SITUATION", "ENTRETIEN", "DSPP"),
            annul("CCP3", "2018-01-08")),
        List.of(opening(CAPITALISATION), record("CCP1", "2012-01-02"), witness("2017-01-03")));
  }

  private static PathCommand opening(Route route) {
    return open(AMIS_2013, route, Given.on("2011-07-02"));
  }
}
