package fr.livret.kernel.session;

import static fr.livret.kernel.session.Words.AICMP_2022;
import static fr.livret.kernel.session.Words.AMIS_2013;
import static fr.livret.kernel.session.Words.ANNA;
import static fr.livret.kernel.session.Words.HELD;
import static fr.livret.kernel.session.Words.SESSION;
import static fr.livret.kernel.session.Words.TODAY;
import static fr.livret.kernel.session.Words.appoint;
import static fr.livret.kernel.session.Words.chair;
import static fr.livret.kernel.session.Words.codes;
import static fr.livret.kernel.session.Words.enrol;
import static fr.livret.kernel.session.Words.enrolFor;
import static fr.livret.kernel.session.Words.listed;
import static fr.livret.kernel.session.Words.on;
import static fr.livret.kernel.session.Words.plan;
import static fr.livret.kernel.session.Words.professional;
import static fr.livret.kernel.session.Words.trainer;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Regimes;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.session.SessionCommand.PlanSession;
import fr.livret.kernel.session.SessionCommand.WithdrawCandidate;
import fr.livret.kernel.session.SessionEvent.CandidateEnrolled;
import fr.livret.kernel.session.SessionEvent.MemberAppointed;
import fr.livret.kernel.session.SessionEvent.SessionPlanned;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreparationTest {
  private final Stage unplanned = Stage.set(AMIS_2013, Route.TRAINING, ANNA);
  private final Stage session = unplanned.given(plan(SessionKind.TITLE, AMIS_2013, HELD));
  private final Stage ofCcps = unplanned.given(plan(SessionKind.CCP, AMIS_2013, HELD));

  @Test
  void a_session_pins_the_version_of_the_referentiel_and_the_edition_of_the_regime() {
    assertThat(unplanned.when(plan(SessionKind.TITLE, AMIS_2013, HELD)).event(SessionPlanned.class))
        .satisfies(planned -> {
          assertThat(planned.certificationVersion()).isEqualTo(1);
          assertThat(planned.regime()).isEqualTo(Regimes.TP_2006.id());
          assertThat(planned.plannedOn()).isEqualTo(on(HELD));
        });
  }

  @Test
  void a_session_to_come_is_planned_today_and_never_tomorrow() {
    PlanSession ahead = plan(SessionKind.TITLE, AMIS_2013, "2027-01-15");
    assertThat(unplanned.when(ahead).event(SessionPlanned.class).plannedOn()).isEqualTo(on(TODAY));
    PlanSession tomorrow = new PlanSession(SESSION, ahead.plan(), 1, on("2026-11-23"), on(TODAY));
    unplanned.when(tomorrow).refused(Refused.DATE_IN_FUTURE);
  }

  @Test
  void a_session_is_planned_once_and_before_anything_else() {
    session.when(plan(SessionKind.TITLE, AMIS_2013, HELD)).refused(Refused.ALREADY_RECORDED);
    unplanned.when(appoint(professional("J1"))).refused(Refused.UNKNOWN);
  }

  @Test
  void a_professional_has_practised_for_five_years_at_least() {
    session.when(appoint(professional("J1", 5, null))).accepted();
    session
        .when(appoint(professional("J1", 4, null)))
        .refused(
            Refused.MEMBER_PRACTICE_TOO_SHORT,
            Map.of("member", "J1", "practiceYears", 4, "required", 5));
  }

  @Test
  void a_professional_left_the_sector_five_years_before_the_session_at_most_that_day_included() {
    session.when(appoint(professional("J1", 12, "2009-06-12"))).accepted();
    session
        .when(appoint(professional("J1", 12, "2009-06-11")))
        .refused(
            Refused.MEMBER_LEFT_SECTOR, Map.of("lastDay", on("2014-06-11"), "heldOn", on(HELD)));
  }

  @Test
  void a_professional_is_on_the_list_on_the_day_its_first_and_last_included() {
    session.when(appoint(listed("J1", HELD, null))).accepted();
    session.when(appoint(listed("J1", "2010-01-01", HELD))).accepted();
    session
        .when(appoint(listed("J1", "2014-06-13", null)))
        .refused(Refused.MEMBER_NOT_LISTED, Map.of("member", "J1", "listed", "2014-06-13"));
    session
        .when(appoint(listed("J1", "2010-01-01", "2014-06-11")))
        .refused(Refused.MEMBER_NOT_LISTED);
    session.when(appoint(listed("J1", null, null))).refused(Refused.MEMBER_NOT_LISTED);
  }

  @Test
  void the_appointment_names_the_rule_it_was_checked_by() {
    assertThat(session.when(appoint(professional("J1"))).event(MemberAppointed.class).rule())
        .isEqualTo("TP-2006/1#session.habilitation");
    assertThat(ofCcps.when(appoint(trainer("T1", AMIS_2013))).event(MemberAppointed.class).rule())
        .isEqualTo("TP-2006/1#session.binome");
  }

  @Test
  void a_trainer_sits_in_a_binome_and_not_on_the_jury_of_a_ministry_title() {
    ofCcps.when(appoint(trainer("T1", AMIS_2013))).accepted();
    session
        .when(appoint(trainer("T1", AMIS_2013)))
        .refused(Refused.TRAINER_NOT_ON_JURY, Map.of("kind", "TITLE"));
    Stage.set(AICMP_2022, Route.TRAINING, ANNA)
        .given(plan(SessionKind.TITLE, AICMP_2022, "2023-01-20"))
        .when(appoint(trainer("T1", AICMP_2022)))
        .accepted();
  }

  @Test
  void the_trainer_of_a_binome_is_of_the_speciality() {
    ofCcps
        .when(appoint(trainer("T1", AICMP_2022)))
        .refused(Refused.TRAINER_OF_OTHER_SPECIALITY, Map.of("certification", "AMIS-2013"));
  }

  @Test
  void nobody_is_appointed_twice_and_one_presides() {
    Stage presided = session.given(appoint(chair("J1")));
    presided.when(appoint(professional("J1"))).refused(Refused.ALREADY_RECORDED);
    presided.when(appoint(chair("J2"))).refused(Refused.ALREADY_RECORDED, Map.of("chair", "J1"));
  }

  @Test
  void a_candidate_is_enrolled_once_for_what_the_session_decides_on() {
    Stage enrolled = session.when(enrol(ANNA));
    assertThat(enrolled.event(CandidateEnrolled.class).candidacy().path()).isEqualTo(ANNA);
    enrolled.when(enrol(ANNA)).refused(Refused.ALREADY_RECORDED);
    session.when(enrolFor(ANNA, "CCP1")).refused(Refused.CANDIDATE_NOT_OF_SESSION);
    session.when(enrol(ANNA, Set.of(), "CCS1")).refused(Refused.CANDIDATE_NOT_OF_SESSION);
    ofCcps.when(enrolFor(ANNA, "CCP1", "CCP2")).accepted();
    ofCcps.when(enrol(ANNA)).refused(Refused.CANDIDATE_NOT_OF_SESSION);
    ofCcps.when(enrolFor(ANNA, "CCP1", "CCP9")).refused(Refused.CCP_UNKNOWN, Map.of("ccp", "CCP9"));
  }

  @Test
  void a_session_of_a_ccs_takes_candidates_to_a_ccs_of_the_title() {
    Stage ofCcs = unplanned.given(plan(SessionKind.CCS, AMIS_2013, HELD));
    ofCcs.when(enrol(ANNA, Set.of(), "CCS1")).accepted();
    ofCcs.when(enrol(ANNA, Set.of(), "CCS9")).refused(Refused.CCS_UNKNOWN, Map.of("ccs", "CCS9"));
    ofCcs.when(enrol(ANNA, codes("CCP1"), "CCS1")).refused(Refused.CANDIDATE_NOT_OF_SESSION);
  }

  @Test
  void a_candidate_of_another_title_is_not_enrolled() {
    Stage other = unplanned.given(plan(SessionKind.TITLE, AICMP_2022, HELD));
    other
        .when(enrol(ANNA))
        .refused(
            Refused.CANDIDATE_NOT_OF_SESSION,
            Map.of("certification", "AMIS-2013", "sessionCertification", "AICMP-2022"));
  }

  @Test
  void a_path_is_opened_by_the_day_of_the_session() {
    unplanned.given(plan(SessionKind.TITLE, AMIS_2013, "2011-07-02")).when(enrol(ANNA)).accepted();
    unplanned
        .given(plan(SessionKind.TITLE, AMIS_2013, "2011-07-01"))
        .when(enrol(ANNA))
        .refused(Refused.DATES_OUT_OF_ORDER, Map.of("heldOn", on("2011-07-01")));
  }

  @Test
  void a_candidate_withdrawn_is_no_candidate_any_more() {
    WithdrawCandidate withdraw =
        new WithdrawCandidate(SESSION, ANNA, on("2014-06-01"), "Désistement", on(TODAY));
    session.when(withdraw).refused(Refused.UNKNOWN);
    Stage withdrawn = session.given(enrol(ANNA)).given(withdraw);
    assertThat(withdrawn.state().known().orElseThrow().candidates()).isEmpty();
    withdrawn.when(enrol(ANNA)).accepted();
  }
}
