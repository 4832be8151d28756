package fr.livret.kernel.session;

import static fr.livret.kernel.session.Words.AMIS_2013;
import static fr.livret.kernel.session.Words.ANNA;
import static fr.livret.kernel.session.Words.BORIS;
import static fr.livret.kernel.session.Words.HELD;
import static fr.livret.kernel.session.Words.SESSION;
import static fr.livret.kernel.session.Words.TODAY;
import static fr.livret.kernel.session.Words.appoint;
import static fr.livret.kernel.session.Words.ccpBefore;
import static fr.livret.kernel.session.Words.ccps;
import static fr.livret.kernel.session.Words.convoke;
import static fr.livret.kernel.session.Words.decide;
import static fr.livret.kernel.session.Words.enrol;
import static fr.livret.kernel.session.Words.enrolFor;
import static fr.livret.kernel.session.Words.heldTitleSession;
import static fr.livret.kernel.session.Words.of;
import static fr.livret.kernel.session.Words.on;
import static fr.livret.kernel.session.Words.outcome;
import static fr.livret.kernel.session.Words.partial;
import static fr.livret.kernel.session.Words.plan;
import static fr.livret.kernel.session.Words.present;
import static fr.livret.kernel.session.Words.professional;
import static fr.livret.kernel.session.Words.sign;
import static fr.livret.kernel.session.Words.title;
import static fr.livret.kernel.session.Words.trainer;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.session.Result.Absence;
import fr.livret.kernel.session.Result.Excuse;
import fr.livret.kernel.session.Result.Outcome;
import fr.livret.kernel.session.SessionCommand.ReportAbsence;
import fr.livret.kernel.session.SessionEvent.AbsenceReported;
import fr.livret.kernel.session.SessionEvent.PresenceRecorded;
import fr.livret.kernel.session.SessionEvent.ResultRecorded;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HoldingTest {
  private static ReportAbsence report(String drawnUpOn) {
    return new ReportAbsence(SESSION, on(drawnUpOn), "Un seul membre", on(drawnUpOn), on(TODAY));
  }

  @Test
  void presence_says_who_came_and_who_did_not_and_can_be_put_right() {
    Stage session = heldTitleSession();
    assertThat(session.when(present("J1", "J3")).event(PresenceRecorded.class))
        .isEqualTo(new PresenceRecorded(SESSION, on(HELD), Set.of("J1", "J3"), Set.of("J2")));
    session.when(present("J9")).refused(Refused.UNKNOWN, Map.of("member", "J9"));
  }

  @Test
  void only_convoked_members_count_as_present() {
    Stage.set(AMIS_2013, Route.TRAINING, ANNA)
        .given(plan(SessionKind.TITLE, AMIS_2013, HELD))
        .given(appoint(professional("J1"), professional("J2")))
        .given(convoke("2014-05-12", "J1"))
        .when(present("J1", "J2"))
        .refused(Refused.NOT_CONVOKED, Map.of("members", List.of("J2")));
  }

  @Test
  void who_came_is_recorded_on_the_day_or_later() {
    Stage ahead =
        Stage.set(AMIS_2013, Route.TRAINING, ANNA)
            .given(plan(SessionKind.TITLE, AMIS_2013, "2026-11-23"))
            .given(appoint(professional("J1")));
    ahead.when(present()).refused(Refused.DATE_IN_FUTURE, Map.of("field", "heldOn"));
  }

  @Test
  void too_few_members_end_the_session_with_a_report() {
    Stage session = heldTitleSession().given(present("J1"));
    assertThat(session.when(report("2014-06-13")).event(AbsenceReported.class))
        .isEqualTo(
            new AbsenceReported(
                SESSION,
                on("2014-06-13"),
                Set.of("J1"),
                "Un seul membre",
                on("2014-06-13"),
                "TP-2006/1#session.quorum"));
    Stage over = session.given(report("2014-06-13"));
    assertThat(over.state()).isInstanceOf(SessionState.NotHeld.class);
    over.when(present("J1", "J2")).refused(Refused.SESSION_OVER);
    session.when(report("2014-06-11")).refused(Refused.DATES_OUT_OF_ORDER);
  }

  @Test
  void enough_members_leave_nothing_to_report() {
    heldTitleSession()
        .when(report(HELD))
        .refused(Refused.QUORUM_MET, Map.of("present", List.of("J1", "J2"), "quorum", 2));
    Stage.set(AMIS_2013, Route.TRAINING, ANNA)
        .given(plan(SessionKind.TITLE, AMIS_2013, HELD))
        .when(report(HELD))
        .refused(Refused.PRESENCE_UNKNOWN);
  }

  @Test
  void where_nobody_can_be_deliberated_on_that_is_reported_too() {
    Stage.set(AMIS_2013, Route.TRAINING, ANNA)
        .given(plan(SessionKind.TITLE, AMIS_2013, HELD))
        .given(appoint(professional("J1"), of("J2", "Médiance")))
        .given(enrol(ANNA, "médiance"))
        .given(convoke("2014-05-12", "J1", "J2"))
        .given(present("J1", "J2"))
        .when(report(HELD))
        .accepted();
  }

  @Test
  void a_result_is_decided_on_a_convoked_candidate_of_the_session() {
    Stage session =
        Stage.set(AMIS_2013, Route.TRAINING, ANNA, BORIS)
            .given(plan(SessionKind.TITLE, AMIS_2013, HELD))
            .given(appoint(professional("J1"), professional("J2")))
            .given(enrol(ANNA))
            .given(convoke("2014-05-12", "J1", "J2"))
            .given(present("J1", "J2"));
    session.when(decide(title(BORIS))).refused(Refused.UNKNOWN);
    session.when(decide(title(ANNA))).refused(Refused.NOT_CONVOKED);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void a_title_session_awards_the_title_or_ccps_or_nothing(Outcome outcome) {
    Stage decided =
        heldTitleSession()
            .when(
                decide(
                    switch (outcome) {
                      case TITLE -> title(ANNA);
                      case PARTIAL -> partial(ANNA, "CCP1", "CCP2");
                      case CCPS -> ccps(ANNA, "CCP1");
                      case REFUSED, ABSENT, CCS -> outcome(ANNA, outcome);
                    }));
    switch (outcome) {
      case TITLE, PARTIAL, REFUSED, ABSENT -> decided.accepted();
      case CCPS, CCS ->
          decided.refused(Refused.RESULT_NOT_OF_SESSION, Map.of("outcome", outcome.name()));
    }
  }

  @Test
  void a_session_of_ccps_decides_on_each_one_sought() {
    Stage session =
        Stage.set(AMIS_2013, Route.CAPITALISATION, ANNA)
            .given(plan(SessionKind.CCP, AMIS_2013, HELD))
            .given(appoint(professional("J1"), trainer("T1", AMIS_2013)))
            .given(enrolFor(ANNA, "CCP1", "CCP2"))
            .given(convoke("2014-05-12", "J1", "T1"), convoke("2014-05-12", ANNA))
            .given(present("J1", "T1"));
    session.when(decide(ccps(ANNA, "CCP1", "-CCP2"))).accepted();
    session.when(decide(ccps(ANNA, "-CCP1", "-CCP2"))).accepted();
    session.when(decide(ccps(ANNA, "CCP1"))).refused(Refused.RESULT_NOT_OF_SESSION);
    session.when(decide(ccps(ANNA, "CCP1", "CCP2", "CCP3"))).refused(Refused.RESULT_NOT_OF_SESSION);
    session.when(decide(outcome(ANNA, Outcome.REFUSED))).refused(Refused.RESULT_NOT_OF_SESSION);
    session.when(decide(outcome(ANNA, Outcome.ABSENT))).accepted();
  }

  @Test
  void an_absence_is_excused_by_a_reason_with_proof() {
    assertThat(new Absence(Excuse.ILLNESS, true).excused()).isTrue();
    assertThat(new Absence(Excuse.ILLNESS, false).excused()).isFalse();
    assertThat(new Absence(null, true).excused()).isFalse();
    Result came =
        new Result(
            ANNA,
            Outcome.REFUSED,
            true,
            Set.of(),
            List.of(),
            new Absence(Excuse.ILLNESS, true),
            null,
            null);
    heldTitleSession().when(decide(came)).refused(Refused.RESULT_NOT_OF_SESSION);
  }

  /** The law of the path itself is asked at once, not when the minutes are signed. */
  @Test
  void what_the_law_of_the_path_refuses_is_no_result() {
    heldTitleSession()
        .onPath()
        .when(
            decide(
                new Result(ANNA, Outcome.TITLE, true, Set.of("DSPP"), List.of(), null, null, null)))
        .refused(Refused.TITLE_EVIDENCE_MISSING, Map.of("pathId", ANNA.toString()));
    Stage.set(AMIS_2013, Route.CAPITALISATION, ANNA)
        .onPath(ccpBefore(ANNA, "CCP1", "2013-01-14"))
        .given(plan(SessionKind.CCP, AMIS_2013, HELD))
        .given(appoint(professional("J1"), trainer("T1", AMIS_2013)))
        .given(enrolFor(ANNA, "CCP1"))
        .given(convoke("2014-05-12", "J1", "T1"), convoke("2014-05-12", ANNA))
        .given(present("J1", "T1"))
        .when(decide(ccps(ANNA, "CCP1")))
        .refused(Refused.CCP_ALREADY_HELD, Map.of("ccp", "CCP1", "pathId", ANNA.toString()));
  }

  @Test
  void a_result_can_be_put_right_before_the_minutes_are_signed() {
    Stage corrected =
        heldTitleSession()
            .given(decide(outcome(ANNA, Outcome.REFUSED)))
            .given(decide(title(ANNA)))
            .given(decide(outcome(BORIS, Outcome.ABSENT)));
    assertThat(corrected.event(ResultRecorded.class).result().outcome()).isEqualTo(Outcome.ABSENT);
    assertThat(
            corrected
                .given(sign(HELD, "J1", "J2"))
                .event(SessionEvent.MinutesSigned.class)
                .results())
        .containsExactly(title(ANNA), outcome(BORIS, Outcome.ABSENT));
  }
}
