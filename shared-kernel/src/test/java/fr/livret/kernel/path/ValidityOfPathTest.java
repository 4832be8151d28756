package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.path.Given.AICMP_2022;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.AMIS_2023;
import static fr.livret.kernel.path.Given.IN_2016;
import static fr.livret.kernel.path.Given.TMS_2004;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.because;
import static fr.livret.kernel.path.Given.calledIntoQuestion;
import static fr.livret.kernel.path.Given.close;
import static fr.livret.kernel.path.Given.closureNoted;
import static fr.livret.kernel.path.Given.dayPassed;
import static fr.livret.kernel.path.Given.grant;
import static fr.livret.kernel.path.Given.lapseReversed;
import static fr.livret.kernel.path.Given.lapsed;
import static fr.livret.kernel.path.Given.on;
import static fr.livret.kernel.path.Given.prorogationNoted;
import static fr.livret.kernel.path.Given.prorogue;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.span;
import static fr.livret.kernel.path.Given.windowClosed;
import static fr.livret.kernel.path.Given.windowMoved;
import static fr.livret.kernel.path.Given.windowOpened;
import static fr.livret.kernel.path.Given.witness;
import static fr.livret.kernel.path.LimitRule.FIVE_YEARS;
import static fr.livret.kernel.path.LimitRule.TITLE_CLOSURE;
import static fr.livret.kernel.path.LimitRule.TITLE_VALIDITY;
import static fr.livret.kernel.path.Story.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Regimes;
import fr.livret.kernel.referentiel.Referentiels;
import fr.livret.kernel.referentiel.ValidityChange.Closure;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The title's validity: where facts may lie, and how it bounds the window. */
class ValidityOfPathTest {
  private static final WindowSpan TO_VALIDITY = span("2025-02-03", "2028-07-02", TITLE_VALIDITY);
  private static final WindowSpan TO_CLOSURE = span("2025-02-03", "2029-07-02", TITLE_CLOSURE);
  private static final WindowSpan TO_FIVE_YEARS = span("2025-02-03", "2030-02-03");

  private final Story in2025 = path(AMIS_2023, CAPITALISATION).given(record("CCP1", "2025-02-03"));

  @Test
  void a_fact_lies_on_the_first_day_of_validity_and_not_before() {
    Story path = path(TMS_2004, CAPITALISATION);
    path.when(record("CCP1", "2004-08-05")).accepted();
    path.when(record("CCP1", "2004-08-04", "2004-08-05"))
        .refused(Refused.OUTSIDE_VALIDITY, Map.of("validFrom", on("2004-08-05")));
    path(AMIS_2013, CAPITALISATION).when(record("CCP1", "2011-07-02")).accepted();
    path(AMIS_2013, CAPITALISATION)
        .when(record("CCP1", "2011-07-01", "2011-07-02"))
        .refused(Refused.OUTSIDE_VALIDITY);
  }

  @Test
  void a_fact_lies_on_the_last_day_of_validity_and_not_after() {
    Story path = path(TMS_2004, CAPITALISATION);
    path.when(record("CCP1", "2012-05-15")).accepted();
    path.when(record("CCP1", "2012-05-16"))
        .refused(
            Refused.OUTSIDE_VALIDITY,
            Map.of("date", on("2012-05-16"), "validThrough", on("2012-05-15")));
  }

  @Test
  void the_blocs_of_a_private_title_are_validated_through_the_end_of_its_fiche() {
    Story path = path(AICMP_2022, TRAINING);
    path.when(record("BC01", "2024-06-01")).accepted();
    path.when(grant("2024-06-01", "BC01")).accepted();
    path.when(record("BC01", "2024-06-02")).refused(Refused.OUTSIDE_VALIDITY);
    path.when(grant("2024-06-02", "BC01")).refused(Refused.OUTSIDE_VALIDITY);
    path.when(record("BC01", "1990-01-01", "2022-06-10")).accepted();
  }

  @Test
  void where_no_end_is_known_none_is_applied() {
    path(AMIS_2013, CAPITALISATION).when(record("CCP1", "2150-01-01")).accepted();
  }

  @Test
  void a_closed_title_leaves_facts_a_year_where_the_regime_grants_it() {
    Story closed = in2025.given(close("2028-06-01"));
    closed.when(record("CCP2", "2029-07-02")).accepted();
    closed.when(record("CCP2", "2029-07-03")).refused(Refused.OUTSIDE_VALIDITY);
    in2025.when(record("CCP2", "2028-07-02")).accepted();
    in2025.when(record("CCP2", "2028-07-03")).refused(Refused.OUTSIDE_VALIDITY);
  }

  @Test
  void a_closed_title_leaves_facts_no_day_more_where_the_regime_grants_none() {
    Story closed = path(AMIS_2013, CAPITALISATION).given(close("2015-06-30"));
    closed.when(record("CCP1", "2015-06-30")).accepted();
    closed.when(record("CCP1", "2015-07-01")).refused(Refused.OUTSIDE_VALIDITY);
  }

  @Test
  void the_window_ends_with_the_validity_and_says_so() {
    in2025.when(witness("2028-07-02")).thenNothing();
    Story lapsed = in2025.when(witness("2028-07-03"));
    lapsed.then(
        lapsed("CCP1", "2025-02-03", "2028-07-03", TO_VALIDITY, dayPassed("2028-07-03")),
        windowClosed(dayPassed("2028-07-03")));
    assertThat(lapsed.event(PathEvent.CcpLapsed.class).rule())
        .isEqualTo("TP-2016/1#window.validity");
  }

  @Test
  void when_validity_ends_every_ccp_lapses_with_it() {
    in2025
        .given(record("CCP2", "2027-05-03"))
        .when(witness("2028-07-03"))
        .then(
            lapsed("CCP1", "2025-02-03", "2028-07-03", TO_VALIDITY, dayPassed("2028-07-03")),
            lapsed(
                "CCP2",
                "2027-05-03",
                "2028-07-03",
                span("2027-05-03", "2028-07-02", TITLE_VALIDITY),
                dayPassed("2028-07-03")),
            windowClosed(dayPassed("2028-07-03")));
  }

  @Test
  void the_five_years_govern_where_they_end_first() {
    Story early = path(AMIS_2023, CAPITALISATION).given(record("CCP1", "2023-07-17"));
    assertThat(early.window("2023-07-17").limits())
        .extracting(Window.Limit::rule, Window.Limit::lastDay)
        .containsExactly(
            tuple(FIVE_YEARS, on("2028-07-17")), tuple(TITLE_VALIDITY, on("2028-07-02")));
    assertThat(early.given(close("2028-06-01")).window("2028-06-01").span())
        .isEqualTo(span("2023-07-17", "2028-07-17"));
  }

  @Test
  void each_limit_of_the_window_names_its_text() {
    assertThat(in2025.window("2025-02-03").limits())
        .extracting(limit -> limit.basis().rule())
        .containsExactly("TP-2016/1#window.length", "TP-2016/1#window.validity");
  }

  @Test
  void a_closure_moves_the_window_by_its_year() {
    in2025
        .when(close("2028-06-01"))
        .then(
            closureNoted("2028-06-01"),
            windowMoved(TO_VALIDITY, TO_CLOSURE, because(Cause.Kind.TITLE_CLOSED, "2028-06-01")));
  }

  @Test
  void the_year_after_a_closure_is_included_to_its_last_day() {
    Story closed = in2025.given(close("2028-06-01"));
    closed.when(witness("2029-07-02")).thenNothing();
    Story lapsed = closed.when(witness("2029-07-03"));
    lapsed.then(
        lapsed("CCP1", "2025-02-03", "2029-07-03", TO_CLOSURE, dayPassed("2029-07-03")),
        windowClosed(dayPassed("2029-07-03")));
    assertThat(lapsed.event(PathEvent.CcpLapsed.class).rule())
        .isEqualTo("TP-2016/1#window.closure");
  }

  @Test
  void a_prorogation_after_the_apparent_end_reopens_the_window() {
    Cause prorogation = because(Cause.Kind.TITLE_PROROGUED, "2029-09-03");
    in2025
        .given(close("2028-06-01"), witness("2029-07-03"))
        .when(prorogue("2029-09-03", "2033-07-02"))
        .then(
            prorogationNoted("2029-09-03", "2033-07-02"),
            lapseReversed("CCP1", "2025-02-03", "2029-07-03", prorogation),
            windowOpened(TO_FIVE_YEARS, prorogation));
  }

  @Test
  void a_prorogation_before_the_end_moves_the_window() {
    in2025
        .when(prorogue("2028-07-02", "2033-07-02"))
        .then(
            prorogationNoted("2028-07-02", "2033-07-02"),
            windowMoved(
                TO_VALIDITY, TO_FIVE_YEARS, because(Cause.Kind.TITLE_PROROGUED, "2028-07-02")));
  }

  @Test
  void a_ccp_of_the_days_a_prorogation_bridged_is_refused_while_held_and_no_record_counts_twice() {
    Story prorogued = in2025.given(witness("2028-07-03"), prorogue("2028-09-01", "2033-07-02"));
    prorogued
        .when(record("CCP1", "2028-08-01", "2028-10-01"))
        .refused(Refused.CCP_ALREADY_HELD, Map.of("heldSince", on("2025-02-03")));
    Story ccp2 = prorogued.given(record("CCP2", "2028-08-01", "2028-10-01"));
    ccp2.when(record("CCP2", "2028-08-01", "2028-10-01")).refused(Refused.CCP_ALREADY_HELD);
  }

  @Test
  void a_title_of_the_days_a_prorogation_bridged_rests_on_the_ccps_it_reopened() {
    in2025
        .given(
            record("CCP2", "2028-06-01"),
            witness("2028-07-03"),
            prorogue("2028-09-01", "2033-07-02"),
            record("CCP3", "2028-08-01", "2028-10-01"))
        .when(
            Given.jury(
                "2028-08-01",
                "2028-10-01",
                new JuryDecision.Title(Referentiels.TITLE_EVIDENCE, true),
                new Certificate("SST", on("2028-01-01"), on("2029-12-31"))))
        .accepted();
  }

  @Test
  void the_same_change_told_again_changes_nothing() {
    in2025.given(close("2028-06-01")).when(close("2028-06-01")).thenNothing();
  }

  @Test
  void a_change_moves_nothing_where_the_regime_does_not_look_at_validity() {
    path(AMIS_2013, CAPITALISATION)
        .given(record("CCP1", "2014-03-10"))
        .when(close("2015-06-30"))
        .then(closureNoted("2015-06-30"));
  }

  @Test
  void a_change_of_the_future_or_to_an_impossible_day_is_refused() {
    in2025
        .when(prorogue("2026-01-02", "2033-07-02", "2026-01-01"))
        .refused(Refused.DATE_IN_FUTURE, Map.of("field", "decidedOn"));
    in2025
        .when(prorogue("2026-01-01", "2201-01-01"))
        .refused(Refused.DATE_OUT_OF_RANGE, Map.of("field", "until"));
    in2025.when(prorogue("2026-01-01", "2200-12-31")).accepted();
  }

  @Test
  void a_change_learned_after_the_title_calls_it_into_question_and_never_withdraws_it() {
    Story titled =
        path(IN_2016, CAPITALISATION)
            .given(
                record("CCP1", "2017-03-01"),
                record("CCP2", "2018-03-01"),
                record("CCP3", "2019-03-01"),
                award("2019-06-01"));
    // Closed on a day that leaves the window until 2018-12-31, one year later.
    Story questioned =
        titled.when(
            new PathCommand.NoteValidityChange(
                Given.PATH, new Closure(on("2017-12-31"), Given.DECREE), on("2019-07-01")));
    assertThat(questioned.events().stream().map(Telling::of))
        .contains(
            Telling.of(
                calledIntoQuestion(
                    because(Cause.Kind.TITLE_CLOSED, "2017-12-31"), "CCP1", "CCP2", "CCP3")));
    assertThat(questioned.window("2019-07-01").state()).isEqualTo(Window.State.FULFILLED);
    questioned.when(witness("2030-01-01")).thenNothing();
  }

  @Test
  void under_the_other_reading_the_year_is_granted_whatever_ended_the_validity() {
    PathLaw law = new PathLaw(Regimes.graceAlways(Regimes.TP_2016), Referentiels.AMIS_2023, 1);
    Story path = path(law, CAPITALISATION).given(record("CCP1", "2025-02-03"));
    assertThat(path.window("2025-02-03").span())
        .isEqualTo(span("2025-02-03", "2029-07-02", TITLE_VALIDITY));
    path.when(witness("2029-07-02")).thenNothing();
    assertThat(path.when(witness("2029-07-03")).events()).hasSize(2);
    path.when(record("CCP2", "2029-07-02")).accepted();
    path.when(record("CCP2", "2029-07-03")).refused(Refused.OUTSIDE_VALIDITY);
    assertThat(path.given(close("2028-06-01")).window("2028-06-01").span()).isEqualTo(TO_CLOSURE);
  }
}
