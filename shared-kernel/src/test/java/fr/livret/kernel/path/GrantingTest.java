package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.law.Route.VAE;
import static fr.livret.kernel.path.Given.AICMP_2022;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.IN_2016;
import static fr.livret.kernel.path.Given.OWN_TRAINER;
import static fr.livret.kernel.path.Given.PROFESSIONAL;
import static fr.livret.kernel.path.Given.TMS_2004;
import static fr.livret.kernel.path.Given.TRAINER;
import static fr.livret.kernel.path.Given.evaluatedBy;
import static fr.livret.kernel.path.Given.grant;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.refuseTitle;
import static fr.livret.kernel.path.Given.restingOn;
import static fr.livret.kernel.path.Story.path;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who grants a CCP outside a title session, and on what. */
class GrantingTest {
  private final Story amis = path(AMIS_2013, CAPITALISATION);
  private final Story in2016 = path(IN_2016, CAPITALISATION);

  @Test
  void the_fact_says_who_granted_it_on_what_and_by_which_rule() {
    CcpObtained obtained = amis.when(record("CCP1", "2014-03-10")).event(CcpObtained.class);
    assertThat(obtained.grantedBy()).isEqualTo("BINOME");
    assertThat(obtained.evaluators()).isEqualTo(Given.EVALUATORS);
    assertThat(obtained.evidence()).containsExactlyInAnyOrder("MISE_EN_SITUATION", "DSPP");
    assertThat(obtained.rule()).isEqualTo("TP-2006/1#ccp.granting");
  }

  @Test
  void a_binome_is_one_professional_and_one_trainer() {
    amis.when(evaluatedBy("CCP1", "2014-03-10", PROFESSIONAL, TRAINER)).accepted();
    amis.when(evaluatedBy("CCP1", "2014-03-10", PROFESSIONAL))
        .refused(
            Refused.EVALUATORS_INCOMPLETE,
            Map.of("ccp", "CCP1", "required", List.of("BINOME {PROFESSIONAL=1, TRAINER=1}")));
    amis.when(evaluatedBy("CCP1", "2014-03-10", TRAINER)).refused(Refused.EVALUATORS_INCOMPLETE);
    amis.when(evaluatedBy("CCP1", "2014-03-10", PROFESSIONAL, PROFESSIONAL))
        .refused(Refused.EVALUATORS_INCOMPLETE);
    amis.when(evaluatedBy("CCP1", "2014-03-10")).refused(Refused.EVALUATORS_INCOMPLETE);
  }

  @Test
  void the_candidates_own_trainer_grants_nothing_even_beside_a_full_binome() {
    amis.when(evaluatedBy("CCP1", "2014-03-10", PROFESSIONAL, OWN_TRAINER))
        .refused(Refused.EVALUATOR_CONFLICT);
    amis.when(evaluatedBy("CCP1", "2014-03-10", PROFESSIONAL, TRAINER, OWN_TRAINER))
        .refused(Refused.EVALUATOR_CONFLICT);
  }

  @Test
  void the_binome_grants_through_the_last_day_of_2016() {
    Story last = in2016.when(evaluatedBy("CCP1", "2016-12-31", PROFESSIONAL, TRAINER));
    assertThat(last.event(CcpObtained.class).grantedBy()).isEqualTo("BINOME");
  }

  @Test
  void from_the_first_day_of_2017_it_is_the_jury_of_professionals() {
    Story first = in2016.when(evaluatedBy("CCP1", "2017-01-01", PROFESSIONAL, TRAINER));
    assertThat(first.event(CcpObtained.class).grantedBy()).isEqualTo("JURY");
    in2016.when(evaluatedBy("CCP1", "2017-01-01", PROFESSIONAL)).accepted();
    in2016.when(evaluatedBy("CCP1", "2017-01-01", TRAINER)).refused(Refused.EVALUATORS_INCOMPLETE);
  }

  @Test
  void one_professional_alone_is_no_jury_before_2017_but_two_are() {
    in2016
        .when(evaluatedBy("CCP1", "2016-12-31", PROFESSIONAL))
        .refused(Refused.EVALUATORS_INCOMPLETE);
    Story two = in2016.when(evaluatedBy("CCP1", "2016-12-31", PROFESSIONAL, PROFESSIONAL));
    assertThat(two.event(CcpObtained.class).grantedBy()).isEqualTo("JURY");
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void in_2002_the_binome_grants_on_every_route(Route route) {
    path(TMS_2004, route).when(record("CCP1", "2006-01-16")).accepted();
  }

  @ParameterizedTest
  @EnumSource(
      value = Route.class,
      names = {"TRAINING", "VAE"})
  void in_2006_only_the_jury_grants_by_training_and_vae_until_it_has_refused_the_title(
      Route route) {
    Story path = path(AMIS_2013, route);
    path.when(record("CCP1", "2013-10-04"))
        .refused(Refused.CCP_GRANTED_BY_JURY, Map.of("route", route.name()));
    Story refused = path.given(refuseTitle("2013-10-04"));
    refused.when(record("CCP1", "2013-10-03", "2013-10-04")).refused(Refused.CCP_GRANTED_BY_JURY);
    refused.when(record("CCP1", "2013-10-04")).accepted();
    refused.when(record("CCP1", "2013-10-05")).accepted();
  }

  @Test
  void after_a_partial_success_the_binome_grants_what_is_missing() {
    path(AMIS_2013, VAE)
        .given(grant("2013-10-04", "CCP1", "CCP2"))
        .when(record("CCP3", "2014-10-04"))
        .accepted();
  }

  @Test
  void a_private_title_is_granted_bloc_by_bloc_by_its_jury() {
    path(AICMP_2022, TRAINING).when(evaluatedBy("BC01", "2022-06-10", PROFESSIONAL)).accepted();
  }

  @Test
  void each_required_element_is_asked_for_by_name() {
    amis.when(restingOn("CCP1", "2014-03-10", "MISE_EN_SITUATION"))
        .refused(Refused.EVIDENCE_MISSING, Map.of("missing", List.of("DSPP")));
    amis.when(restingOn("CCP1", "2014-03-10"))
        .refused(Refused.EVIDENCE_MISSING, Map.of("missing", List.of("MISE_EN_SITUATION", "DSPP")));
    amis.when(restingOn("CCP1", "2014-03-10", "MISE_EN_SITUATION", "DSPP")).accepted();
  }

  @Test
  void an_element_may_stand_for_the_one_it_replaces_and_for_no_other() {
    amis.when(restingOn("CCP1", "2014-03-10", "EN_SITUATION_DE_TRAVAIL", "DSPP")).accepted();
    amis.when(restingOn("CCP1", "2014-03-10", "QUESTIONS_DIVERSES", "DSPP"))
        .refused(Refused.EVIDENCE_MISSING, Map.of("missing", List.of("MISE_EN_SITUATION")));
    amis.when(restingOn("CCP1", "2014-03-10", "EN_SITUATION_DE_TRAVAIL"))
        .refused(Refused.EVIDENCE_MISSING, Map.of("missing", List.of("DSPP")));
  }

  @Test
  void a_ccp_held_is_not_obtained_again_through_the_last_day() {
    Story held = amis.given(record("CCP1", "2012-01-01"), record("CCP2", "2014-01-01"));
    held.when(record("CCP1", "2012-01-01", "2012-06-01")).refused(Refused.CCP_ALREADY_HELD);
    held.when(record("CCP1", "2017-01-01"))
        .refused(Refused.CCP_ALREADY_HELD, Map.of("heldSince", Given.on("2012-01-01")));
    held.when(record("CCP1", "2017-01-02")).accepted();
    held.when(record("CCP1", "2017-01-03")).accepted();
  }

  @Test
  void a_ccp_is_not_recorded_so_early_that_the_later_one_would_have_been_superfluous() {
    Story held = amis.given(record("CCP1", "2017-01-02"));
    held.when(record("CCP1", "2012-01-02", "2017-02-01"))
        .refused(Refused.CCP_ALREADY_HELD, Map.of("alsoRecordedOn", Given.on("2017-01-02")));
    held.when(record("CCP1", "2012-01-01", "2017-02-01")).accepted();
  }

  @Test
  void once_fulfilled_a_ccp_stays_held_and_is_never_obtained_again() {
    amis.given(
            record("CCP1", "2014-03-10"),
            record("CCP2", "2016-05-02"),
            record("CCP3", "2019-03-10"))
        .when(record("CCP1", "2030-01-01"))
        .refused(Refused.CCP_ALREADY_HELD);
  }
}
