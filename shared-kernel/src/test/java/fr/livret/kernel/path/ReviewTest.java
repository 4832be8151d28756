package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.PV;
import static fr.livret.kernel.path.Given.annul;
import static fr.livret.kernel.path.Given.appeal;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.awardCcs;
import static fr.livret.kernel.path.Given.confirmTitle;
import static fr.livret.kernel.path.Given.endAppeal;
import static fr.livret.kernel.path.Given.grant;
import static fr.livret.kernel.path.Given.in;
import static fr.livret.kernel.path.Given.on;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.survey;
import static fr.livret.kernel.path.Given.withdrawCcs;
import static fr.livret.kernel.path.Given.withdrawTitle;
import static fr.livret.kernel.path.Story.path;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathCommand.AwardCcs;
import fr.livret.kernel.path.PathState.Capitalising;
import fr.livret.kernel.path.PathState.Titled;
import fr.livret.kernel.path.PathState.Withdrawn;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Acts that come back on what was decided: arrêté du 8 décembre 2008, annexe, 5 and 6. */
class ReviewTest {
  private static final MinutesRef OTHER = new MinutesRef("S2", 1);

  private final Story training = path(AMIS_2013, TRAINING);
  private final Story capitalising = path(AMIS_2013, CAPITALISATION);
  private final Story titled = training.given(in(PV, award("2014-03-10")));

  @Test
  void a_title_from_annulled_minutes_was_never_awarded_and_the_event_names_the_minutes() {
    Story annulled = titled.when(annul(PV, "2014-05-12")).accepted();
    assertThat(annulled.events().stream().map(Telling::of))
        .containsExactly(
            "title of 2014-03-10 annulled 2014-05-12 by S1/1",
            "window closed, because MINUTES_ANNULLED 2014-05-12 S1/1");
    assertThat(annulled.state()).isInstanceOf(Capitalising.class);
    assertThat(annulled.file().facts().titleBy(on("2014-04-01"))).isEmpty();
    annulled.when(award("2014-09-01")).accepted();
  }

  @Test
  void ccps_granted_in_annulled_minutes_never_counted_and_the_window_moves() {
    Story granted =
        training.given(in(PV, grant("2014-03-10", "CCP1")), in(OTHER, grant("2015-06-01", "CCP2")));
    Story annulled = granted.when(annul(PV, "2015-07-01")).accepted();
    assertThat(annulled.events().stream().map(Telling::of))
        .containsExactly(
            "CCP1 of 2014-03-10 annulled 2015-07-01: irregular, Arrêté (test)",
            "refusal of 2014-03-10 annulled 2015-07-01 by S1/1",
            "window moved 2014-03-10..2019-03-10 FIVE_YEARS to 2015-06-01..2020-06-01 FIVE_YEARS"
                + ", because MINUTES_ANNULLED 2015-07-01 S1/1");
    assertThat(annulled.held("2015-07-01")).containsExactly("CCP2 2015-06-01");
  }

  @Test
  void annulling_again_or_minutes_that_say_nothing_of_the_path_changes_nothing() {
    titled.given(annul(PV, "2014-05-12")).when(annul(PV, "2014-06-12")).thenNothing();
    titled.when(annul(OTHER, "2014-05-12")).thenNothing();
    titled.when(annul(new MinutesRef("S1", 2), "2014-05-12")).thenNothing();
  }

  @Test
  void a_title_awarded_elsewhere_on_ccps_of_annulled_minutes_is_called_into_question() {
    Story onCcps =
        capitalising.given(
            in(PV, record("CCP1", "2014-03-10")),
            record("CCP2", "2014-04-10"),
            record("CCP3", "2014-05-12"),
            in(OTHER, award("2014-06-10")));
    Story annulled = onCcps.when(annul(PV, "2014-07-01")).accepted();
    assertThat(annulled.event(PathEvent.TitleCalledIntoQuestion.class).missing())
        .isEqualTo(Given.ccps("CCP1"));
    assertThat(annulled.state())
        .isInstanceOfSatisfying(Titled.class, it -> assertThat(it.inQuestion()).isTrue());
  }

  @Test
  void an_officer_lets_it_stand_or_takes_it_back_with_a_reason() {
    Story inQuestion =
        capitalising.given(
            in(PV, record("CCP1", "2014-03-10")),
            record("CCP2", "2014-04-10"),
            record("CCP3", "2014-05-12"),
            award("2014-06-10"),
            annul(PV, "2014-07-01"));
    Story confirmed = inQuestion.when(confirmTitle("2014-08-01")).accepted();
    assertThat(confirmed.state())
        .isInstanceOfSatisfying(Titled.class, it -> assertThat(it.inQuestion()).isFalse());
    confirmed.when(confirmTitle("2014-08-02")).refused(Refused.TITLE_NOT_IN_QUESTION);
    assertThat(inQuestion.when(withdrawTitle("2014-08-01")).accepted().state())
        .isInstanceOf(Withdrawn.class);
  }

  @Test
  void a_title_withdrawn_was_held_until_the_day_before_the_decision() {
    Story withdrawn = titled.when(withdrawTitle("2016-03-10")).accepted();
    PathFacts facts = withdrawn.file().facts();
    assertThat(facts.titleHeldOn(on("2016-03-09"))).isPresent();
    assertThat(facts.titleHeldOn(on("2016-03-10"))).isEmpty();
    assertThat(withdrawn.held("2016-03-09")).isNotEmpty();
    assertThat(withdrawn.held("2016-03-10")).isEmpty();
  }

  @Test
  void a_title_is_withdrawn_on_its_day_at_the_earliest_and_once() {
    titled.when(withdrawTitle("2014-03-09")).refused(Refused.DATES_OUT_OF_ORDER);
    Story withdrawn = titled.when(withdrawTitle("2014-03-10")).accepted();
    withdrawn.when(withdrawTitle("2014-03-11")).refused(Refused.TITLE_NOT_HELD);
    training.when(withdrawTitle("2014-03-10")).refused(Refused.TITLE_NOT_HELD);
  }

  @Test
  void after_a_withdrawal_nothing_more_is_obtained() {
    Story withdrawn = titled.given(withdrawTitle("2014-05-12"));
    withdrawn.when(record("CCP1", "2014-06-10")).refused(Refused.PATH_CLOSED);
    withdrawn.when(award("2014-06-10")).refused(Refused.PATH_CLOSED);
    withdrawn.when(ccs("2014-06-10")).refused(Refused.TITLE_REQUIRED);
  }

  @Test
  void a_withdrawn_title_whose_minutes_are_then_annulled_leaves_the_way_open() {
    Story annulled = titled.given(withdrawTitle("2014-05-12"), annul(PV, "2014-06-10"));
    annulled.when(award("2014-09-01")).accepted();
  }

  @Test
  void a_ccs_without_its_title_is_called_into_question_and_can_be_withdrawn() {
    Story specialised = titled.given(ccs("2014-04-10"));
    Story withdrawn = specialised.when(withdrawTitle("2014-05-12")).accepted();
    assertThat(withdrawn.event(ReviewEvent.CcsCalledIntoQuestion.class).ccs())
        .isEqualTo(Set.of("CCS1"));
    Story annulled = specialised.when(annul(PV, "2014-05-12")).accepted();
    assertThat(annulled.event(ReviewEvent.CcsCalledIntoQuestion.class).cause().minutes())
        .isEqualTo(PV);
    withdrawn.when(withdrawCcs("CCS1", "2014-04-09")).refused(Refused.DATES_OUT_OF_ORDER);
    Story without = withdrawn.when(withdrawCcs("CCS1", "2014-06-10")).accepted();
    assertThat(without.file().facts().specialisations()).isEmpty();
    without.when(withdrawCcs("CCS1", "2014-06-11")).refused(Refused.CCS_NOT_HELD);
  }

  @Test
  void a_ccs_from_annulled_minutes_was_never_awarded() {
    Story specialised = titled.given(in(OTHER, ccs("2014-04-10")));
    specialised.given(annul(OTHER, "2014-05-12")).when(ccs("2014-06-10")).accepted();
  }

  @Test
  void an_appeal_is_lodged_against_a_decision_of_that_day_and_decided_once() {
    titled
        .when(appeal("2014-03-11", "2014-04-10"))
        .refused(Refused.NOTHING_TO_APPEAL, Map.of("against", on("2014-03-11")));
    titled.when(appeal("2014-03-10", "2014-03-09")).refused(Refused.DATES_OUT_OF_ORDER);
    Story lodged = titled.when(appeal("2014-03-10", "2014-03-10")).accepted();
    assertThat(lodged.event(ReviewEvent.AppealLodged.class).number()).isEqualTo(1);
    lodged.when(endAppeal(2, "2014-06-10")).refused(Refused.UNKNOWN);
    lodged.when(endAppeal(1, "2014-03-09")).refused(Refused.DATES_OUT_OF_ORDER);
    Story ended = lodged.when(endAppeal(1, "2014-06-10")).accepted();
    assertThat(ended.file().appeals().getFirst().outcome()).isEqualTo(Appeal.Outcome.DISMISSED);
    ended.when(endAppeal(1, "2014-06-11")).refused(Refused.ALREADY_RECORDED);
  }

  @Test
  void a_survey_is_answered_once_its_time_after_the_award_has_passed() {
    titled
        .when(survey(Survey.SIX_MONTHS, "2014-09-09"))
        .refused(Refused.DATES_OUT_OF_ORDER, Map.of("earliest", on("2014-09-10")));
    titled.when(survey(Survey.SIX_MONTHS, "2014-09-10")).accepted();
    titled.when(survey(Survey.TWO_YEARS, "2016-03-09")).refused(Refused.DATES_OUT_OF_ORDER);
    titled.when(survey(Survey.TWO_YEARS, "2016-03-10")).accepted();
    training.when(survey(Survey.SIX_MONTHS, "2016-03-10")).refused(Refused.TITLE_NOT_HELD);
  }

  private static AwardCcs ccs(String obtainedOn) {
    return awardCcs("CCS1", obtainedOn, "MISE_EN_SITUATION", "ENTRETIEN", "DSPP");
  }
}
