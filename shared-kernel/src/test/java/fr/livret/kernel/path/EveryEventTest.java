package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.PV;
import static fr.livret.kernel.path.Given.REVISED;
import static fr.livret.kernel.path.Given.absent;
import static fr.livret.kernel.path.Given.annul;
import static fr.livret.kernel.path.Given.appeal;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.awardCcs;
import static fr.livret.kernel.path.Given.close;
import static fr.livret.kernel.path.Given.confirmTitle;
import static fr.livret.kernel.path.Given.endAppeal;
import static fr.livret.kernel.path.Given.in;
import static fr.livret.kernel.path.Given.open;
import static fr.livret.kernel.path.Given.prorogue;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.refuseTitle;
import static fr.livret.kernel.path.Given.survey;
import static fr.livret.kernel.path.Given.transfer;
import static fr.livret.kernel.path.Given.withdrawCcs;
import static fr.livret.kernel.path.Given.withdrawTitle;
import static fr.livret.kernel.path.Given.witness;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every event is decided by some command, folded, and dated. */
class EveryEventTest {

  @Test
  void every_event_is_decided_and_folded_by_some_story() {
    Set<Class<?>> seen = new HashSet<>();
    for (List<PathCommand> commands : stories()) {
      Story story = Story.unopened(REVISED);
      for (PathCommand command : commands) {
        story = story.when(command).accepted();
        for (PathEvent event : story.events()) {
          seen.add(event.getClass());
          assertThat(event.path()).isEqualTo(Given.PATH);
          assertThat(event.effectiveOn()).isBetween("2011-07-02", "2021-12-31");
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(leaves(PathEvent.class).toList());
  }

  @Test
  void every_event_but_annulment_and_withdrawal_leaves_a_titled_path_titled() {
    PathState titled = Story.path(AMIS_2013, TRAINING).given(award("2014-01-06")).state();
    for (List<PathCommand> commands : stories()) {
      Story story = Story.unopened(REVISED);
      for (PathCommand command : commands) {
        story = story.when(command).accepted();
        for (PathEvent event : story.events()) {
          if (!(event instanceof PathEvent.PathOpened)) {
            assertThat(PathState.evolve(titled, event)).isInstanceOf(after(event));
          }
        }
      }
    }
  }

  private static Class<? extends PathState> after(PathEvent event) {
    if (event instanceof ReviewEvent.TitleAnnulled) {
      return PathState.Capitalising.class;
    }
    return event instanceof ReviewEvent.TitleWithdrawn
        ? PathState.Withdrawn.class
        : PathState.Titled.class;
  }

  static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(EveryEventTest::leaves)
        : Stream.of(type);
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
            annul("CCP3", "2018-01-08"),
            confirmTitle("2018-02-05")),
        List.of(opening(CAPITALISATION), record("CCP1", "2012-01-02"), witness("2017-01-03")),
        List.of(
            opening(TRAINING),
            in(PV, absent("2012-01-02", false)),
            annul(PV, "2012-02-02"),
            in(PV, refuseTitle("2012-03-02")),
            annul(PV, "2012-04-02"),
            in(PV, award("2012-05-02")),
            in(PV, ccs("2012-06-04")),
            survey(Survey.SIX_MONTHS, "2012-11-02"),
            appeal("2012-05-02", "2012-12-03"),
            endAppeal(1, "2013-01-02"),
            annul(PV, "2013-02-04")),
        List.of(
            opening(TRAINING),
            award("2012-05-02"),
            ccs("2012-06-04"),
            withdrawTitle("2012-07-02"),
            withdrawCcs("CCS1", "2012-07-02")),
        List.of(opening(CAPITALISATION), record("CCP1", "2017-01-02"), transfer("2018-01-02")));
  }

  private static PathCommand.AwardCcs ccs(String obtainedOn) {
    return awardCcs("CCS1", obtainedOn, "MISE_EN_SITUATION", "ENTRETIEN", "DSPP");
  }

  private static PathCommand opening(Route route) {
    return open(AMIS_2013, route, Given.on("2011-07-02"));
  }
}
