package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.path.Given.AICMP_2022;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.IN_2016;
import static fr.livret.kernel.path.Given.annul;
import static fr.livret.kernel.path.Given.annulled;
import static fr.livret.kernel.path.Given.annulling;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.calledIntoQuestion;
import static fr.livret.kernel.path.Given.lapsed;
import static fr.livret.kernel.path.Given.obtained;
import static fr.livret.kernel.path.Given.obtaining;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.span;
import static fr.livret.kernel.path.Given.windowClosed;
import static fr.livret.kernel.path.Given.windowFulfilled;
import static fr.livret.kernel.path.Given.windowMoved;
import static fr.livret.kernel.path.Given.windowOpened;
import static fr.livret.kernel.path.Given.witness;
import static fr.livret.kernel.path.Story.path;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathState.Titled;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A CCP annulled by a reasoned decision. */
class AnnulmentTest {
  private final Story path = path(AMIS_2013, CAPITALISATION);
  private final Story fulfilled =
      path.given(
          record("CCP1", "2014-03-10"), record("CCP2", "2016-05-02"), record("CCP3", "2019-03-10"));

  @Test
  void the_window_re_anchors_on_the_next_ccp_and_names_the_annulment() {
    path.given(record("CCP1", "2014-01-20"), record("CCP2", "2015-06-01"))
        .when(annul("CCP1", "2016-02-10"))
        .then(
            annulled("CCP1", "2014-01-20", "2016-02-10"),
            windowMoved(
                span("2014-01-20", "2019-01-20"),
                span("2015-06-01", "2020-06-01"),
                annulling("CCP1", "2016-02-10")));
  }

  @Test
  void without_any_other_ccp_no_window_runs() {
    path.given(record("CCP1", "2014-01-20"))
        .when(annul("CCP1", "2016-02-10"))
        .then(
            annulled("CCP1", "2014-01-20", "2016-02-10"),
            windowClosed(annulling("CCP1", "2016-02-10")));
  }

  @Test
  void the_day_of_the_session_itself_is_not_too_early_for_the_decision() {
    path.given(record("CCP1", "2014-01-20")).when(annul("CCP1", "2014-01-20")).accepted();
  }

  @Test
  void the_day_before_the_session_is_too_early_for_the_decision() {
    path.given(record("CCP1", "2014-01-20"))
        .when(annul("CCP1", "2014-01-19", "2014-01-20"))
        .refused(Refused.CCP_NOT_OBTAINED, Map.of("ccp", "CCP1"));
  }

  @Test
  void a_ccp_never_obtained_cannot_be_annulled() {
    path.when(annul("CCP1", "2014-01-20")).refused(Refused.CCP_NOT_OBTAINED);
  }

  @Test
  void a_ccp_is_annulled_once() {
    path.given(record("CCP1", "2014-01-20"), annul("CCP1", "2016-02-10"))
        .when(annul("CCP1", "2016-02-10"))
        .refused(Refused.CCP_NOT_OBTAINED);
  }

  @Test
  void a_decision_of_the_future_is_refused() {
    path.given(record("CCP1", "2014-01-20"))
        .when(annul("CCP1", "2016-02-11", "2016-02-10"))
        .refused(Refused.DATE_IN_FUTURE, Map.of("field", "decidedOn"));
  }

  @Test
  void obtained_twice_the_latest_by_the_day_of_the_decision_is_annulled() {
    Story twice =
        path.given(
            record("CCP1", "2012-01-01"),
            record("CCP2", "2014-01-01"),
            record("CCP1", "2017-01-02"));
    twice.when(annul("CCP1", "2017-01-02")).then(annulled("CCP1", "2017-01-02", "2017-01-02"));
    twice
        .when(annul("CCP1", "2017-01-01", "2017-02-01"))
        .then(annulled("CCP1", "2012-01-01", "2017-01-01"));
  }

  @Test
  void a_ccp_recorded_by_mistake_is_annulled_and_recorded_rightly() {
    path.given(record("CCP1", "2014-01-20"), annul("CCP1", "2016-02-10"))
        .when(record("CCP1", "2014-01-20", "2016-02-11"))
        .then(
            obtained("CCP1", "2014-01-20"),
            windowOpened(span("2014-01-20", "2019-01-20"), obtaining("CCP1", "2014-01-20")));
  }

  @Test
  void an_annulled_ccp_carries_no_title_held_before_the_annulment_was_decided() {
    fulfilled
        .given(annul("CCP3", "2020-02-01"))
        .when(award("2020-01-31", "2020-02-02"))
        .refused(Refused.CCPS_MISSING);
  }

  @Test
  void what_was_fulfilled_is_so_no_longer_and_lapses_as_if_it_had_never_been() {
    fulfilled
        .when(annul("CCP2", "2020-01-10"))
        .then(
            annulled("CCP2", "2016-05-02", "2020-01-10"),
            lapsed(
                "CCP1",
                "2014-03-10",
                "2019-03-11",
                span("2014-03-10", "2019-03-10"),
                annulling("CCP2", "2020-01-10")),
            windowOpened(span("2019-03-10", "2024-03-10"), annulling("CCP2", "2020-01-10")));
  }

  @Test
  void a_fulfilled_path_without_a_window_is_so_no_longer() {
    path(AICMP_2022, TRAINING)
        .given(
            record("BC01", "2022-06-10"),
            record("BC02", "2022-06-10"),
            record("BC03", "2023-01-20"),
            record("BC04", "2023-06-16"),
            record("BC05", "2024-05-31"))
        .when(annul("BC05", "2024-07-01"))
        .then(
            annulled("BC05", "2024-05-31", "2024-07-01"),
            windowClosed(annulling("BC05", "2024-07-01")));
  }

  @Test
  void after_the_title_it_calls_the_title_into_question_and_never_withdraws_it() {
    Story annulled = fulfilled.given(award("2019-03-10")).when(annul("CCP3", "2021-01-10"));
    annulled.then(
        annulled("CCP3", "2019-03-10", "2021-01-10"),
        calledIntoQuestion(annulling("CCP3", "2021-01-10"), "CCP3"));
    assertThat(annulled.state())
        .isInstanceOfSatisfying(Titled.class, titled -> assertThat(titled.inQuestion()).isTrue());
    assertThat(annulled.window("2021-01-10").state()).isEqualTo(Window.State.FULFILLED);
    annulled.when(record("CCP3", "2021-02-01")).refused(Refused.PATH_CLOSED);
    annulled.when(witness("2030-01-01")).thenNothing();
  }

  @Test
  void after_a_later_title_what_had_then_lapsed_is_in_question_with_it() {
    fulfilled
        .given(award("2020-06-15"))
        .when(annul("CCP3", "2021-01-10"))
        .then(
            annulled("CCP3", "2019-03-10", "2021-01-10"),
            lapsed(
                "CCP1",
                "2014-03-10",
                "2019-03-11",
                span("2014-03-10", "2019-03-10"),
                annulling("CCP3", "2021-01-10")),
            windowFulfilled("2020-06-15", annulling("CCP3", "2021-01-10")),
            calledIntoQuestion(annulling("CCP3", "2021-01-10"), "CCP1", "CCP3"));
  }

  @Test
  void a_clock_set_back_before_the_title_does_not_keep_the_question_from_being_raised() {
    fulfilled
        .given(award("2020-06-15"))
        .when(annul("CCP3", "2019-12-01"))
        .event(PathEvent.TitleCalledIntoQuestion.class);
  }

  @Test
  void a_title_awarded_on_a_session_does_not_rest_on_the_annulled_ccp() {
    path(IN_2016, TRAINING)
        .given(record("CCP1", "2017-10-04"), award("2018-01-10"))
        .when(annul("CCP1", "2019-01-10"))
        .then(annulled("CCP1", "2017-10-04", "2019-01-10"));
  }
}
