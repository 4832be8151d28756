package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.path.Given.AICMP_2022;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.AMIS_2023;
import static fr.livret.kernel.path.Given.OWN_TRAINER;
import static fr.livret.kernel.path.Given.PROFESSIONAL;
import static fr.livret.kernel.path.Given.SST;
import static fr.livret.kernel.path.Given.TRAINER;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.awardCcs;
import static fr.livret.kernel.path.Given.awardTo;
import static fr.livret.kernel.path.Given.awardWithoutInterview;
import static fr.livret.kernel.path.Given.evaluatedBy;
import static fr.livret.kernel.path.Given.on;
import static fr.livret.kernel.path.Given.open;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Story.path;
import static fr.livret.kernel.path.Story.unopened;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import org.junit.jupiter.api.Test;

/** The worked refusals R01 to R09, each with its accepted neighbour. */
class RefusalCasesTest {
  private final Story path = path(AMIS_2013, CAPITALISATION);
  private final Story allHeld =
      path.given(
          record("CCP1", "2014-03-10"), record("CCP2", "2014-03-10"), record("CCP3", "2014-03-10"));

  @Test
  void r01_a_ccp_held_is_not_obtained_again_but_another_is() {
    Story held = path.given(record("CCP1", "2014-03-10"));
    held.when(record("CCP1", "2015-03-10")).refused(Refused.CCP_ALREADY_HELD);
    held.when(record("CCP2", "2015-03-10")).accepted();
  }

  @Test
  void r02_a_ccp_the_referentiel_does_not_have_is_refused_and_its_own_are_accepted() {
    Refusal refusal = path.when(record("CCP9", "2014-03-10")).refused(Refused.CCP_UNKNOWN);
    assertThat(refusal.facts()).containsEntry("ccp", "CCP9");
    assertThat(refusal.basis().orElseThrow().rule()).isEqualTo("TP-2006/1#ccp.of-the-referentiel");
    path.when(record("CCP3", "2014-03-10")).accepted();
  }

  @Test
  void r03_a_ccp_obtained_tomorrow_is_refused_and_one_of_today_accepted() {
    path.when(record("CCP1", "2014-03-11", "2014-03-10")).refused(Refused.DATE_IN_FUTURE);
    path.when(record("CCP1", "2014-03-10", "2014-03-10")).accepted();
  }

  @Test
  void r04_no_individual_candidate_nor_apprentice_where_the_title_is_closed_to_them() {
    Story story = unopened(AICMP_2022);
    var day = on("2022-06-10");
    story
        .when(open(AICMP_2022, TRAINING, Access.INDIVIDUAL, day, day))
        .refused(Refused.ROUTE_NOT_OPEN);
    story
        .when(open(AICMP_2022, TRAINING, Access.APPRENTICESHIP, day, day))
        .refused(Refused.ROUTE_NOT_OPEN);
    story.when(open(AICMP_2022, TRAINING, Access.CONTINUING_EDUCATION, day, day)).accepted();
  }

  @Test
  void r05_no_title_by_capitalisation_without_the_final_interview() {
    allHeld.when(awardWithoutInterview("2014-06-15")).refused(Refused.INTERVIEW_REQUIRED);
    allHeld.when(award("2014-06-15")).accepted();
  }

  @Test
  void r06_a_path_ends_with_its_title() {
    Story titled = path(AMIS_2013, TRAINING).given(award("2014-06-15"));
    Refusal refusal = titled.when(record("CCP1", "2014-06-16")).refused(Refused.PATH_CLOSED);
    assertThat(refusal.facts()).containsEntry("titleAwardedOn", on("2014-06-15"));
    titled.when(award("2014-06-16")).refused(Refused.PATH_CLOSED);
    path.when(record("CCP1", "2014-06-16")).accepted();
  }

  @Test
  void r07_no_ccs_without_its_title() {
    PathCommand ccs = awardCcs("CCS1", "2014-06-16", "MISE_EN_SITUATION", "ENTRETIEN", "DSPP");
    allHeld.when(ccs).refused(Refused.TITLE_REQUIRED);
    allHeld.given(award("2014-06-15")).when(ccs).accepted();
  }

  @Test
  void r08_the_candidates_own_trainer_is_not_of_the_binome() {
    path.when(evaluatedBy("CCP1", "2014-03-10", PROFESSIONAL, OWN_TRAINER))
        .refused(Refused.EVALUATOR_CONFLICT);
    path.when(evaluatedBy("CCP1", "2014-03-10", PROFESSIONAL, TRAINER)).accepted();
  }

  @Test
  void r09_no_title_without_a_certificate_of_safety_valid_on_the_day() {
    Story story = path(AMIS_2023, TRAINING);
    story.when(awardTo("2025-02-03")).refused(Refused.PREREQUISITE_MISSING);
    story.when(awardTo("2026-01-15", SST)).refused(Refused.PREREQUISITE_MISSING);
    story.when(awardTo("2026-01-14", SST)).accepted();
  }
}
