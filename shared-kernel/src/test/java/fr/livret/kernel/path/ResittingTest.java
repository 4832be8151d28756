package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.path.Given.AICMP_2022;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.IN_2016;
import static fr.livret.kernel.path.Given.PV;
import static fr.livret.kernel.path.Given.TMS_2004;
import static fr.livret.kernel.path.Given.absent;
import static fr.livret.kernel.path.Given.annul;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.grant;
import static fr.livret.kernel.path.Given.in;
import static fr.livret.kernel.path.Given.on;
import static fr.livret.kernel.path.Given.refuseTitle;
import static fr.livret.kernel.path.Story.path;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.path.PathCommand.RecordJuryDecision;
import fr.livret.kernel.training.Efa;
import fr.livret.kernel.training.EfaResult;
import fr.livret.kernel.training.TrainingFile;
import fr.livret.kernel.training.TrainingId;
import fr.livret.kernel.training.TrainingRecord;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How often one may sit again: arrêté du 8 décembre 2008, annexe, 5, and what later regimes say.
 */
class ResittingTest {
  private final Story once = path(AMIS_2013, TRAINING).given(refuseTitle("2014-03-10"));

  @Test
  void after_a_total_failure_a_second_session_is_sat() {
    once.when(award("2015-03-10")).accepted();
  }

  @Test
  void a_third_session_within_the_year_is_refused_with_the_day_from_which_it_is_possible() {
    once.given(refuseTitle("2014-09-01"))
        .when(award("2015-03-10"))
        .refused(
            Refused.RESIT_LIMIT_REACHED,
            Map.of(
                "firstSessionOn",
                on("2014-03-10"),
                "sessionsSat",
                2,
                "sessionsAllowed",
                2,
                "possibleFrom",
                on("2015-03-11")));
  }

  @Test
  void once_the_year_is_over_a_new_series_begins() {
    once.given(refuseTitle("2014-09-01")).when(award("2015-03-11")).accepted();
  }

  @Test
  void the_new_series_is_counted_from_its_own_first_session() {
    Story second = once.given(refuseTitle("2015-03-11"), refuseTitle("2015-06-01"));
    Resitting.Series series =
        Resitting.on(on("2015-06-01"), second.file().facts(), TrainingRecord.NONE, AMIS_2013)
            .orElseThrow();
    assertThat(series.firstOn()).isEqualTo("2015-03-11");
    assertThat(List.of(series.sat(), series.allowed())).containsExactly(2, 2);
    assertThat(series.lastDay()).isEqualTo("2016-03-11");
    assertThat(series.possibleFrom()).contains(on("2016-03-12"));
    second.when(award("2016-03-11")).refused(Refused.RESIT_LIMIT_REACHED);
    second.when(award("2016-03-12")).accepted();
  }

  @Test
  void an_unjustified_absence_counts_and_an_excused_one_does_not() {
    once.given(absent("2014-09-01", false))
        .when(award("2014-10-01"))
        .refused(Refused.RESIT_LIMIT_REACHED);
    once.given(absent("2014-09-01", true)).when(award("2014-10-01")).accepted();
  }

  @Test
  void an_excused_absence_is_recorded_even_when_no_session_is_left() {
    once.given(refuseTitle("2014-09-01")).when(absent("2014-10-01", true)).accepted();
    once.given(refuseTitle("2014-09-01"))
        .when(absent("2014-10-01", false))
        .refused(Refused.RESIT_LIMIT_REACHED);
  }

  @Test
  void a_partial_success_is_no_failure() {
    path(AMIS_2013, TRAINING)
        .given(grant("2014-03-10", "CCP1"), grant("2014-05-12", "CCP2"))
        .when(grant("2014-06-10", "CCP3"))
        .accepted();
  }

  @Test
  void under_the_regime_of_2016_three_sessions_are_sat_within_the_year() {
    Story twice =
        path(IN_2016, TRAINING).given(refuseTitle("2017-01-10"), refuseTitle("2017-03-10"));
    twice.when(award("2018-01-10")).accepted();
    twice
        .given(refuseTitle("2017-06-10"))
        .when(award("2018-01-10"))
        .refused(Refused.RESIT_LIMIT_REACHED, Map.of("possibleFrom", on("2018-01-11")));
    twice.given(refuseTitle("2017-06-10")).when(award("2018-01-11")).accepted();
  }

  @Test
  void under_the_regime_of_2016_a_training_begun_since_opens_a_new_series() {
    Story thrice =
        path(IN_2016, TRAINING)
            .given(refuseTitle("2017-01-10"), refuseTitle("2017-03-10"), refuseTitle("2017-06-10"));
    thrice
        .when(awardTrained("2017-10-02", trained("2017-06-10")))
        .refused(Refused.RESIT_LIMIT_REACHED);
    thrice.when(awardTrained("2017-10-02", trained("2017-06-11"))).accepted();
    thrice
        .when(awardTrained("2017-10-02", trained("2017-10-02")))
        .refused(Refused.RESIT_LIMIT_REACHED);
  }

  @Test
  void under_the_regime_of_2006_a_new_training_changes_nothing() {
    once.given(refuseTitle("2014-09-01"))
        .when(awardTrained("2014-12-01", trained("2014-09-02")))
        .refused(Refused.RESIT_LIMIT_REACHED);
  }

  private static RecordJuryDecision awardTrained(String heldOn, TrainingRecord training) {
    RecordJuryDecision it = Given.award(heldOn);
    Grounds grounds = new Grounds(List.of(), training);
    return new RecordJuryDecision(it.path(), it.heldOn(), it.decision(), grounds, null, it.today());
  }

  /** A training begun on that day, every EFA acquired before any session here. */
  private static TrainingRecord trained(String startedOn) {
    TrainingFile.Pins pins =
        new TrainingFile.Pins(
            new TrainingId(new UUID(0, 7)),
            Given.CANDIDATE,
            IN_2016.referentiel().code(),
            1,
            null,
            on(startedOn),
            null);
    List<Efa> efas =
        Stream.of("CCP1", "CCP2", "CCP3")
            .map(ccp -> new Efa(Given.ccp(ccp), on("2014-01-06"), EfaResult.ACQUIRED))
            .toList();
    return new TrainingRecord(
        List.of(new TrainingFile(pins, null, null, List.of(), List.of(), efas)));
  }

  @Test
  void where_the_texts_are_silent_nothing_is_limited() {
    path(TMS_2004, CAPITALISATION)
        .given(refuseTitle("2006-01-10"), refuseTitle("2006-02-10"), refuseTitle("2006-03-10"))
        .when(refuseTitle("2006-04-10"))
        .accepted();
    assertThat(Resitting.on(on("2022-06-10"), PathFacts.NONE, TrainingRecord.NONE, AICMP_2022))
        .isEmpty();
  }

  @Test
  void a_refusal_whose_minutes_are_annulled_was_never_sat() {
    once.given(in(PV, refuseTitle("2014-09-01")))
        .when(award("2014-10-01"))
        .refused(Refused.RESIT_LIMIT_REACHED);
    once.given(in(PV, refuseTitle("2014-09-01")), annul(PV, "2014-09-15"))
        .when(award("2014-10-01"))
        .accepted();
  }
}
