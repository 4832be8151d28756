package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.law.Route.VAE;
import static fr.livret.kernel.path.Given.AICMP_2022;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.AMIS_2023;
import static fr.livret.kernel.path.Given.SST;
import static fr.livret.kernel.path.Given.TMS_2004;
import static fr.livret.kernel.path.Given.absent;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.awardOn;
import static fr.livret.kernel.path.Given.awardTo;
import static fr.livret.kernel.path.Given.awardWithoutInterview;
import static fr.livret.kernel.path.Given.because;
import static fr.livret.kernel.path.Given.candidateAbsent;
import static fr.livret.kernel.path.Given.dayPassed;
import static fr.livret.kernel.path.Given.grant;
import static fr.livret.kernel.path.Given.lapsed;
import static fr.livret.kernel.path.Given.obtained;
import static fr.livret.kernel.path.Given.on;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.refuseTitle;
import static fr.livret.kernel.path.Given.span;
import static fr.livret.kernel.path.Given.titleAwarded;
import static fr.livret.kernel.path.Given.titleRefused;
import static fr.livret.kernel.path.Given.windowClosed;
import static fr.livret.kernel.path.Given.windowFulfilled;
import static fr.livret.kernel.path.Given.windowOpened;
import static fr.livret.kernel.path.Story.path;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.Certificate;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathEvent.TitleAwarded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a jury decides on a candidate, and what it must rest on. */
class JuryDecisionTest {
  private static final String[] SESSION = {"EFA", "DSPP", "EPREUVE_DE_SYNTHESE"};

  private final Story training = path(AMIS_2013, TRAINING);
  private final Story capitalised =
      path(AMIS_2013, CAPITALISATION)
          .given(
              record("CCP1", "2014-03-10"),
              record("CCP2", "2016-05-02"),
              record("CCP3", "2019-03-10"));

  @Test
  void by_training_the_title_rests_on_the_session_and_brings_every_ccp() {
    Story titled = training.when(award("2013-10-04"));
    titled.then(
        titleAwarded("2013-10-04", RestsOn.SESSION),
        windowFulfilled("2013-10-04", because(Cause.Kind.TITLE_AWARDED, "2013-10-04")));
    assertThat(titled.event(TitleAwarded.class).rule()).isEqualTo("TP-2006/1#title.decision");
    assertThat(titled.held("2013-10-03")).isEmpty();
    assertThat(titled.held("2013-10-04"))
        .containsExactly("CCP1 2013-10-04", "CCP2 2013-10-04", "CCP3 2013-10-04");
    assertThat(titled.window("2013-10-04").held()).allMatch(Window.Holding::byTitle);
  }

  @Test
  void each_element_of_the_session_is_asked_for_by_name() {
    training.when(awardOn("2013-10-04", SESSION)).accepted();
    training
        .when(awardOn("2013-10-04", "DSPP"))
        .refused(
            Refused.TITLE_EVIDENCE_MISSING,
            Map.of("missing", List.of("EFA", "EPREUVE_DE_SYNTHESE")));
  }

  @Test
  void by_vae_nothing_of_a_training_is_asked_for() {
    path(AMIS_2013, VAE).when(awardOn("2013-10-04", "DSPP", "EPREUVE_DE_SYNTHESE")).accepted();
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void in_2006_no_title_is_awarded_without_an_interview(Route route) {
    Story path = route == CAPITALISATION ? capitalised : path(AMIS_2013, route);
    path.when(awardWithoutInterview("2020-06-15"))
        .refused(Refused.INTERVIEW_REQUIRED, Map.of("route", route.name()));
    path.when(award("2020-06-15")).accepted();
  }

  @Test
  void once_refused_with_ccps_and_having_obtained_the_others_the_interview_is_as_the_jury_wishes() {
    Story all = training.given(grant("2013-10-04", "CCP1", "CCP2"), record("CCP3", "2015-03-02"));
    all.when(awardWithoutInterview("2015-06-15"))
        .then(titleAwarded("2015-06-15", RestsOn.ALL_CCPS));
    all.when(award("2015-06-15")).accepted();
  }

  @Test
  void once_refused_with_none_and_having_obtained_all_the_interview_is_as_the_jury_wishes() {
    training
        .given(
            refuseTitle("2013-10-04"),
            record("CCP1", "2014-03-10"),
            record("CCP2", "2014-03-10"),
            record("CCP3", "2015-03-02"))
        .when(awardWithoutInterview("2015-06-15"))
        .then(titleAwarded("2015-06-15", RestsOn.ALL_CCPS));
  }

  @Test
  void once_refused_with_none_and_still_without_a_whole_session_is_sat_again() {
    Story failed = training.given(refuseTitle("2013-10-04"));
    failed.when(award("2014-04-04")).accepted();
    failed.when(awardWithoutInterview("2014-04-04")).refused(Refused.INTERVIEW_REQUIRED);
    failed.when(awardOn("2014-04-04", "DSPP")).refused(Refused.TITLE_EVIDENCE_MISSING);
  }

  @Test
  void once_refused_with_ccps_the_title_waits_for_the_others() {
    training
        .given(grant("2013-10-04", "CCP1", "CCP2"))
        .when(award("2014-04-04"))
        .refused(Refused.CCPS_MISSING, Map.of("missing", List.of("CCP3")));
  }

  @Test
  void once_all_that_was_granted_has_lapsed_a_whole_session_is_sat_again() {
    Story partial = training.given(grant("2013-10-04", "CCP1", "CCP2"));
    partial.when(award("2018-10-04")).refused(Refused.CCPS_MISSING);
    assertThat(partial.when(award("2018-10-05")).event(TitleAwarded.class).restsOn())
        .isEqualTo(RestsOn.SESSION);
  }

  @Test
  void a_refusal_later_than_the_award_changes_nothing_for_it() {
    training
        .given(grant("2013-10-04", "CCP1"))
        .when(award("2013-10-03", "2013-10-05"))
        .then(
            titleAwarded("2013-10-03", RestsOn.SESSION),
            windowFulfilled("2013-10-03", because(Cause.Kind.TITLE_AWARDED, "2013-10-03")));
  }

  @Test
  void in_2002_a_session_is_for_training_only() {
    path(TMS_2004, TRAINING).when(award("2006-01-16")).accepted();
    path(TMS_2004, VAE).when(award("2006-01-16")).refused(Refused.CCPS_MISSING);
    path(TMS_2004, CAPITALISATION).when(award("2006-01-16")).refused(Refused.CCPS_MISSING);
  }

  @Test
  void from_2016_the_interview_is_required_by_capitalisation_only() {
    path(AMIS_2023, TRAINING).when(awardWithoutInterview("2025-02-03")).accepted();
    path(AMIS_2023, VAE).when(awardWithoutInterview("2025-02-03")).accepted();
    path(AMIS_2023, CAPITALISATION)
        .given(
            record("CCP1", "2025-02-03"),
            record("CCP2", "2025-02-03"),
            record("CCP3", "2025-02-03"))
        .when(awardWithoutInterview("2025-02-03"))
        .refused(Refused.INTERVIEW_REQUIRED);
  }

  @Test
  void a_jury_that_refuses_the_title_may_grant_ccps_that_open_the_window() {
    Story partial = training.when(grant("2013-10-04", "CCP2", "CCP1"));
    partial.then(
        titleRefused("2013-10-04", "CCP1", "CCP2"),
        obtained("CCP1", "2013-10-04"),
        obtained("CCP2", "2013-10-04"),
        windowOpened(
            span("2013-10-04", "2018-10-04"), because(Cause.Kind.JURY_DECISION, "2013-10-04")));
    CcpObtained ccp = partial.event(CcpObtained.class);
    assertThat(ccp.grantedBy()).isEqualTo("JURY");
    assertThat(ccp.rule()).isEqualTo("TP-2006/1#jury.partial");
  }

  @Test
  void a_jury_grants_only_ccps_of_the_referentiel_that_are_not_held() {
    training.when(grant("2013-10-04", "CCP1", "CCP9")).refused(Refused.CCP_UNKNOWN);
    training
        .given(grant("2013-10-04", "CCP1"))
        .when(grant("2014-04-04", "CCP1", "CCP2"))
        .refused(Refused.CCP_ALREADY_HELD, Map.of("ccp", "CCP1"));
  }

  @Test
  void no_ccp_is_granted_by_refusal_where_the_regime_does_not_provide_it() {
    path(AMIS_2013, CAPITALISATION)
        .when(grant("2014-03-10", "CCP1"))
        .refused(Refused.PARTIAL_NOT_PROVIDED);
    path(TMS_2004, TRAINING)
        .when(grant("2006-01-16", "CCP1"))
        .refused(Refused.PARTIAL_NOT_PROVIDED);
    path(AMIS_2023, CAPITALISATION).when(grant("2025-02-03", "CCP1")).accepted();
    path(AICMP_2022, TRAINING).when(grant("2022-06-10", "BC01")).accepted();
  }

  @Test
  void a_refusal_and_an_absence_are_facts() {
    training.when(refuseTitle("2013-10-04")).then(titleRefused("2013-10-04"));
    training.when(absent("2013-10-04", true)).then(candidateAbsent("2013-10-04", true));
    training.when(absent("2013-10-04", false)).then(candidateAbsent("2013-10-04", false));
  }

  @Test
  void what_lapsed_before_the_jury_sat_is_announced_with_its_refusal_by_the_day() {
    Story held = training.given(grant("2013-10-04", "CCP1"));
    held.when(absent("2018-10-04", false)).then(candidateAbsent("2018-10-04", false));
    PathEvent[] lapse = {
      lapsed(
          "CCP1",
          "2013-10-04",
          "2018-10-05",
          span("2013-10-04", "2018-10-04"),
          dayPassed("2018-10-05")),
      windowClosed(dayPassed("2018-10-05"))
    };
    held.when(absent("2018-10-05", false))
        .then(candidateAbsent("2018-10-05", false), lapse[0], lapse[1]);
    held.when(refuseTitle("2018-10-05")).then(titleRefused("2018-10-05"), lapse[0], lapse[1]);
  }

  @Test
  void a_required_certificate_is_valid_from_its_first_day_through_its_last() {
    Story path = path(AMIS_2023, TRAINING);
    path.when(awardTo("2024-01-14", SST))
        .refused(
            Refused.PREREQUISITE_MISSING,
            Map.of("missing", List.of("SST"), "date", on("2024-01-14")));
    path.when(awardTo("2024-01-15", SST)).accepted();
    path.when(awardTo("2026-01-14", SST)).accepted();
    path.when(awardTo("2026-01-15", SST)).refused(Refused.PREREQUISITE_MISSING);
  }

  @Test
  void a_renewed_certificate_takes_over_from_the_expired_one() {
    Certificate renewed = new Certificate("SST", on("2026-01-15"), on("2028-01-14"));
    path(AMIS_2023, TRAINING).when(awardTo("2026-01-15", SST, renewed)).accepted();
  }

  @Test
  void a_certificate_of_another_kind_does_not_help_and_what_entry_requires_is_not_checked() {
    Certificate other = new Certificate("PSC1", on("2024-01-15"), on("2034-01-14"));
    path(AMIS_2023, TRAINING)
        .when(awardTo("2025-01-15", other))
        .refused(Refused.PREREQUISITE_MISSING, Map.of("missing", List.of("SST")));
  }
}
