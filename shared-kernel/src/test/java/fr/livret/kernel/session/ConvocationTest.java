package fr.livret.kernel.session;

import static fr.livret.kernel.session.Words.AMIS_2013;
import static fr.livret.kernel.session.Words.ANNA;
import static fr.livret.kernel.session.Words.HELD;
import static fr.livret.kernel.session.Words.SESSION;
import static fr.livret.kernel.session.Words.TODAY;
import static fr.livret.kernel.session.Words.appoint;
import static fr.livret.kernel.session.Words.convoke;
import static fr.livret.kernel.session.Words.enrol;
import static fr.livret.kernel.session.Words.enrolFor;
import static fr.livret.kernel.session.Words.on;
import static fr.livret.kernel.session.Words.plan;
import static fr.livret.kernel.session.Words.professional;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.session.SessionCommand.Convoke;
import fr.livret.kernel.session.SessionEvent.CandidateConvoked;
import fr.livret.kernel.session.SessionEvent.MemberConvoked;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvocationTest {
  private static Stage session(SessionKind kind, String heldOn) {
    Stage planned =
        Stage.set(AMIS_2013, Route.TRAINING, ANNA)
            .given(plan(kind, AMIS_2013, heldOn))
            .given(appoint(professional("J1")));
    return switch (kind) {
      case TITLE -> planned.given(enrol(ANNA));
      case CCP -> planned.given(enrolFor(ANNA, "CCP1"));
      case CCS -> planned.given(enrol(ANNA, Set.of(), "CCS1"));
    };
  }

  /** The last day is the same day of the month before; else the last day of that month. */
  @ParameterizedTest
  @CsvSource({
    "TITLE, 2014-06-12, 2014-05-12, 2014-05-13",
    "TITLE, 2014-03-31, 2014-02-28, 2014-03-01",
    "TITLE, 2016-03-30, 2016-02-29, 2016-03-01",
    "TITLE, 2014-03-01, 2014-02-01, 2014-02-02",
    "CCP, 2014-06-12, 2014-05-28, 2014-05-29",
    "CCS, 2014-03-10, 2014-02-23, 2014-02-24"
  })
  void a_convocation_is_in_time_through_its_last_day(
      SessionKind kind, String heldOn, String lastDay, String tooLate) {
    Stage session = session(kind, heldOn);
    assertThat(session.when(convoke(lastDay, ANNA)).event(CandidateConvoked.class))
        .isEqualTo(
            new CandidateConvoked(
                SESSION, ANNA, on(lastDay), on(lastDay), null, "TP-2006/1#session.convocation"));
    session
        .when(convoke(tooLate, ANNA))
        .refused(
            Refused.CONVOCATION_TOO_LATE, Map.of("lastDay", on(lastDay), "heldOn", on(heldOn)));
    session.when(convoke(lastDay, "J1")).accepted();
    session.when(convoke(tooLate, "J1")).refused(Refused.CONVOCATION_TOO_LATE);
  }

  private static Convoke derogating(String sentOn) {
    return new Convoke(
        SESSION, Set.of("J1"), Set.of(ANNA), on(sentOn), "Membre remplacé la veille", on(TODAY));
  }

  @Test
  void a_late_convocation_is_recorded_as_a_derogation_with_its_reason() {
    Stage late = session(SessionKind.TITLE, HELD).when(derogating("2014-06-11"));
    assertThat(late.event(MemberConvoked.class).derogation())
        .isEqualTo("Membre remplacé la veille");
    assertThat(late.event(CandidateConvoked.class).derogation())
        .isEqualTo("Membre remplacé la veille");
  }

  @Test
  void a_convocation_in_time_needs_no_derogation() {
    Stage inTime = session(SessionKind.TITLE, HELD).when(derogating("2014-05-12"));
    assertThat(inTime.event(MemberConvoked.class).derogation()).isNull();
  }

  @Test
  void a_convocation_is_sent_by_the_day_of_the_session_to_those_it_concerns_and_once() {
    Stage session = session(SessionKind.TITLE, HELD);
    session.when(derogating("2014-06-12")).accepted();
    session.when(derogating("2014-06-13")).refused(Refused.DATES_OUT_OF_ORDER);
    session.when(convoke("2014-05-01", "J9")).refused(Refused.UNKNOWN, Map.of("member", "J9"));
    session
        .given(convoke("2014-05-01", "J1"))
        .when(convoke("2014-05-02", "J1"))
        .refused(Refused.ALREADY_RECORDED);
    session
        .given(convoke("2014-05-01", ANNA))
        .when(convoke("2014-05-02", ANNA))
        .refused(Refused.ALREADY_RECORDED);
  }
}
