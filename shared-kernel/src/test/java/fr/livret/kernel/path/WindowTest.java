package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.TMS_2004;
import static fr.livret.kernel.path.Given.annul;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.because;
import static fr.livret.kernel.path.Given.dayPassed;
import static fr.livret.kernel.path.Given.lapseReversed;
import static fr.livret.kernel.path.Given.lapsed;
import static fr.livret.kernel.path.Given.obtained;
import static fr.livret.kernel.path.Given.obtaining;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.span;
import static fr.livret.kernel.path.Given.titleAwarded;
import static fr.livret.kernel.path.Given.windowClosed;
import static fr.livret.kernel.path.Given.windowFulfilled;
import static fr.livret.kernel.path.Given.windowMoved;
import static fr.livret.kernel.path.Given.windowOpened;
import static fr.livret.kernel.path.Given.witness;
import static fr.livret.kernel.path.Story.path;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Regimes;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.path.PathEvent.CcpLapsed;
import fr.livret.kernel.referentiel.Referentiels;
import org.junit.jupiter.api.Test;

/** What is announced of the window, and when. */
class WindowTest {
  private static final WindowSpan FROM_2014 = span("2014-03-10", "2019-03-10");
  private static final WindowSpan FROM_2016 = span("2016-05-02", "2021-05-02");

  private final Story path = path(AMIS_2013, CAPITALISATION);
  private final Story twoCcps =
      path.given(record("CCP1", "2014-03-10"), record("CCP2", "2016-05-02"));

  @Test
  void the_first_ccp_opens_the_window() {
    path.when(record("CCP1", "2014-03-10"))
        .then(
            obtained("CCP1", "2014-03-10"),
            windowOpened(FROM_2014, obtaining("CCP1", "2014-03-10")));
  }

  @Test
  void a_later_ccp_leaves_the_window_where_it_is() {
    path.given(record("CCP1", "2014-03-10"))
        .when(record("CCP2", "2016-05-02"))
        .then(obtained("CCP2", "2016-05-02"));
  }

  @Test
  void the_last_day_is_included() {
    twoCcps
        .when(record("CCP3", "2019-03-10"))
        .then(
            obtained("CCP3", "2019-03-10"),
            windowFulfilled("2019-03-10", obtaining("CCP3", "2019-03-10")));
  }

  @Test
  void the_day_after_the_oldest_ccp_has_lapsed_by_the_day_and_not_by_the_new_ccp() {
    twoCcps
        .when(record("CCP3", "2019-03-11"))
        .then(
            obtained("CCP3", "2019-03-11"),
            lapsed("CCP1", "2014-03-10", "2019-03-11", FROM_2014, dayPassed("2019-03-11")),
            windowMoved(FROM_2014, FROM_2016, dayPassed("2019-03-11")));
  }

  @Test
  void nothing_lapses_on_the_last_day() {
    twoCcps.when(witness("2019-03-10")).thenNothing();
  }

  @Test
  void the_day_after_lapses_by_itself() {
    Story lapsed = twoCcps.when(witness("2019-03-11"));
    lapsed.then(
        lapsed("CCP1", "2014-03-10", "2019-03-11", FROM_2014, dayPassed("2019-03-11")),
        windowMoved(FROM_2014, FROM_2016, dayPassed("2019-03-11")));
    assertThat(lapsed.event(CcpLapsed.class).rule()).isEqualTo("TP-2006/1#window.length");
  }

  @Test
  void the_last_ccp_that_lapses_closes_the_window() {
    twoCcps
        .given(witness("2021-05-02"))
        .when(witness("2021-05-03"))
        .then(
            lapsed("CCP2", "2016-05-02", "2021-05-03", FROM_2016, dayPassed("2021-05-03")),
            windowClosed(dayPassed("2021-05-03")));
  }

  @Test
  void days_nobody_witnessed_are_caught_up_with_each_lapse_on_its_own_day_and_once() {
    Story caughtUp = twoCcps.when(witness("2022-05-03"));
    caughtUp.then(
        lapsed("CCP1", "2014-03-10", "2019-03-11", FROM_2014, dayPassed("2019-03-11")),
        lapsed("CCP2", "2016-05-02", "2021-05-03", FROM_2016, dayPassed("2021-05-03")),
        windowClosed(dayPassed("2021-05-03")));
    caughtUp.when(witness("2022-05-03")).thenNothing();
    caughtUp.when(witness("2023-05-03")).thenNothing();
  }

  @Test
  void a_sweep_cut_short_and_done_again_the_same_day_announces_nothing_twice() {
    Story swept = twoCcps.given(witness("2019-03-11"));
    swept.when(witness("2019-03-11")).thenNothing();
  }

  @Test
  void a_clock_set_back_announces_nothing() {
    Story swept = twoCcps.given(witness("2019-03-11"));
    swept.when(witness("2019-03-10")).thenNothing();
    swept.when(witness("2014-03-09")).thenNothing();
  }

  @Test
  void a_path_without_any_ccp_has_nothing_to_announce() {
    path.when(witness("2030-01-01")).thenNothing();
  }

  @Test
  void a_ccp_recorded_late_and_earlier_than_the_first_moves_the_window() {
    path.given(record("CCP2", "2015-06-01", "2015-06-10"))
        .when(record("CCP1", "2014-01-20", "2015-09-01"))
        .then(
            obtained("CCP1", "2014-01-20"),
            windowMoved(
                span("2015-06-01", "2020-06-01"),
                span("2014-01-20", "2019-01-20"),
                obtaining("CCP1", "2014-01-20")));
  }

  @Test
  void a_ccp_of_the_last_day_recorded_a_month_late_reverses_the_lapse() {
    twoCcps
        .given(witness("2019-03-11"))
        .when(record("CCP3", "2019-03-10", "2019-04-10"))
        .then(
            obtained("CCP3", "2019-03-10"),
            lapseReversed("CCP1", "2014-03-10", "2019-03-11", obtaining("CCP3", "2019-03-10")),
            windowFulfilled("2019-03-10", obtaining("CCP3", "2019-03-10")));
  }

  @Test
  void a_ccp_of_the_day_after_recorded_a_month_late_reverses_nothing() {
    twoCcps
        .given(witness("2019-03-11"))
        .when(record("CCP3", "2019-03-11", "2019-04-10"))
        .then(obtained("CCP3", "2019-03-11"));
  }

  @Test
  void a_late_ccp_that_has_lapsed_by_now_lapses_at_once() {
    path.given(record("CCP2", "2016-05-02", "2019-06-01"))
        .when(record("CCP1", "2014-03-10", "2019-06-01"))
        .then(
            obtained("CCP1", "2014-03-10"),
            lapsed("CCP1", "2014-03-10", "2019-03-11", FROM_2014, obtaining("CCP1", "2014-03-10")));
  }

  @Test
  void a_ccp_that_a_late_fact_shows_never_to_have_lapsed_is_held_once() {
    Story anew =
        path.given(
            record("CCP1", "2012-01-01"),
            record("CCP2", "2014-01-01"),
            record("CCP1", "2017-01-02"),
            record("CCP3", "2015-01-01", "2018-01-01"));
    assertThat(anew.held("2018-01-01"))
        .containsExactly("CCP1 2012-01-01", "CCP2 2014-01-01", "CCP3 2015-01-01");
    assertThat(anew.file().announced().fulfilledOn()).isEqualTo("2015-01-01");
    assertThat(anew.file().announced().lapses()).isEmpty();
  }

  @Test
  void once_fulfilled_nothing_lapses_any_more() {
    twoCcps.given(record("CCP3", "2019-03-10")).when(witness("2050-01-01")).thenNothing();
  }

  @Test
  void where_the_title_is_the_target_holding_every_ccp_does_not_stop_the_window() {
    Story all =
        path(TMS_2004, CAPITALISATION)
            .given(
                record("CCP1", "2006-01-16"),
                record("CCP2", "2008-05-20"),
                record("CCP3", "2010-12-01"));
    all.when(award("2011-01-16"))
        .then(
            titleAwarded("2011-01-16", RestsOn.ALL_CCPS),
            windowFulfilled("2011-01-16", because(Cause.Kind.TITLE_AWARDED, "2011-01-16")));
    all.when(witness("2011-01-17"))
        .then(
            lapsed(
                "CCP1",
                "2006-01-16",
                "2011-01-17",
                span("2006-01-16", "2011-01-16"),
                dayPassed("2011-01-17")),
            windowMoved(
                span("2006-01-16", "2011-01-16"),
                span("2008-05-20", "2013-05-20"),
                dayPassed("2011-01-17")));
  }

  @Test
  void a_title_of_the_last_day_recorded_late_reverses_the_lapse() {
    path(TMS_2004, CAPITALISATION)
        .given(
            record("CCP1", "2006-01-16"),
            record("CCP2", "2008-05-20"),
            record("CCP3", "2010-12-01"),
            witness("2011-01-17"))
        .when(award("2011-01-16", "2011-02-10"))
        .then(
            titleAwarded("2011-01-16", RestsOn.ALL_CCPS),
            lapseReversed(
                "CCP1",
                "2006-01-16",
                "2011-01-17",
                because(Cause.Kind.TITLE_AWARDED, "2011-01-16")),
            windowFulfilled("2011-01-16", because(Cause.Kind.TITLE_AWARDED, "2011-01-16")));
  }

  @Test
  void under_the_other_reading_every_ccp_of_the_window_lapses_with_it() {
    PathLaw law = new PathLaw(Regimes.allLapse(Regimes.TP_2006), Referentiels.AMIS_2013, 1);
    Story two =
        path(law, CAPITALISATION).given(record("CCP1", "2014-03-10"), record("CCP2", "2016-05-02"));
    two.when(witness("2019-03-10")).thenNothing();
    two.when(witness("2019-03-11"))
        .then(
            lapsed("CCP1", "2014-03-10", "2019-03-11", FROM_2014, dayPassed("2019-03-11")),
            lapsed("CCP2", "2016-05-02", "2019-03-11", FROM_2014, dayPassed("2019-03-11")),
            windowClosed(dayPassed("2019-03-11")));
    two.when(record("CCP3", "2019-03-11"))
        .then(
            obtained("CCP3", "2019-03-11"),
            lapsed("CCP1", "2014-03-10", "2019-03-11", FROM_2014, dayPassed("2019-03-11")),
            lapsed("CCP2", "2016-05-02", "2019-03-11", FROM_2014, dayPassed("2019-03-11")),
            windowMoved(
                FROM_2014, span("2019-03-11", "2024-03-11"), obtaining("CCP3", "2019-03-11")));
  }

  @Test
  void under_the_other_reading_a_late_first_ccp_moves_the_lapse_of_the_second() {
    PathLaw law = new PathLaw(Regimes.allLapse(Regimes.TP_2006), Referentiels.AMIS_2013, 1);
    path(law, CAPITALISATION)
        .given(record("CCP2", "2014-03-10"), witness("2019-03-11"))
        .when(record("CCP1", "2013-02-01", "2019-06-01"))
        .then(
            obtained("CCP1", "2013-02-01"),
            lapseReversed("CCP2", "2014-03-10", "2019-03-11", obtaining("CCP1", "2013-02-01")),
            lapsed(
                "CCP1",
                "2013-02-01",
                "2018-02-02",
                span("2013-02-01", "2018-02-01"),
                obtaining("CCP1", "2013-02-01")),
            lapsed(
                "CCP2",
                "2014-03-10",
                "2018-02-02",
                span("2013-02-01", "2018-02-01"),
                obtaining("CCP1", "2013-02-01")));
  }

  @Test
  void an_annulled_ccp_that_had_lapsed_leaves_no_lapse_behind() {
    Story annulled = twoCcps.given(witness("2019-03-11"), annul("CCP1", "2019-06-01"));
    assertThat(annulled.file().announced().lapses()).isEmpty();
    assertThat(annulled.window("2019-06-01").lapses()).isEmpty();
    annulled.when(witness("2019-06-02")).thenNothing();
  }
}
