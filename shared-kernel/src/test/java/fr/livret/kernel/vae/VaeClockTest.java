package fr.livret.kernel.vae;

import static fr.livret.kernel.vae.Dossier.complete;
import static fr.livret.kernel.vae.Dossier.day;
import static fr.livret.kernel.vae.Dossier.decide;
import static fr.livret.kernel.vae.Dossier.filed;
import static fr.livret.kernel.vae.Dossier.grant;
import static fr.livret.kernel.vae.Dossier.grantedThrough;
import static fr.livret.kernel.vae.Dossier.on;
import static fr.livret.kernel.vae.Dossier.refuse;
import static fr.livret.kernel.vae.Dossier.supplement;
import static fr.livret.kernel.vae.Dossier.use;
import static fr.livret.kernel.vae.VaeRegimes.VAE_2002;
import static fr.livret.kernel.vae.VaeRegimes.VAE_2017;
import static fr.livret.kernel.vae.VaeRegimes.VAE_2024;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.vae.VaeEvent.LateDecisionRecorded;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapseReversed;
import fr.livret.kernel.vae.VaeEvent.RecevabiliteLapsed;
import fr.livret.kernel.vae.VaeEvent.SilenceReversed;
import fr.livret.kernel.vae.VaeEvent.SilenceTookEffect;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What silence does, when, and what a decision or a supplement request does to it. */
class VaeClockTest {

  @Test
  void under_the_rules_of_2002_silence_refuses_two_months_after_the_filing() {
    Dossier dossier = filed(VAE_2002, "2010-03-31");
    assertThat(dossier.when(day("2010-05-31")).events()).isEmpty();
    Dossier silent = dossier.when(day("2010-06-01"));
    assertThat(silent.events())
        .containsExactly(
            new SilenceTookEffect(
                Dossier.ID,
                on("2010-03-31"),
                on("2010-05-31"),
                on("2010-06-01"),
                VaeOutcome.REFUSED,
                "VAE-2002/1#vae.silence"));
    assertThat(silent.state()).isInstanceOf(VaeState.Declined.class);
    assertThat(silent.situation("2010-05-31")).isEqualTo(VaeSituation.FILED);
    assertThat(silent.situation("2010-06-01")).isEqualTo(VaeSituation.REFUSED);
  }

  @Test
  void however_late_the_clock_comes_silence_is_dated_the_day_after_the_delay_and_once() {
    Dossier silent = filed(VAE_2002, "2010-03-31").given(day("2013-01-01"));
    assertThat(silent.events())
        .singleElement()
        .satisfies(event -> assertThat(event.effectiveOn()).isEqualTo("2010-06-01"));
    assertThat(silent.when(day("2013-01-02")).events()).isEmpty();
    assertThat(silent.when(day("2009-01-02")).events()).isEmpty();
  }

  @Test
  void under_the_rules_of_2024_silence_grants_two_months_after_a_complete_file() {
    Dossier dossier = filed(VAE_2024, "2024-12-02").given(complete("2024-12-31"));
    assertThat(dossier.when(day("2025-02-28")).events()).isEmpty();
    Dossier silent = dossier.given(day("2025-03-01"));
    assertThat(silent.events())
        .containsExactly(
            new SilenceTookEffect(
                Dossier.ID,
                on("2024-12-31"),
                on("2025-02-28"),
                on("2025-03-01"),
                VaeOutcome.GRANTED,
                "VAE-2024/1#vae.silence"));
    assertThat(silent.state()).isInstanceOf(VaeState.Granted.class);

    Dossier late = silent.when(decide(VaeOutcome.REFUSED, "2025-03-10", "2025-03-10"));
    assertThat(late.events())
        .containsExactly(
            new LateDecisionRecorded(
                Dossier.ID,
                on("2025-03-10"),
                on("2025-03-10"),
                VaeOutcome.REFUSED,
                null,
                VaeOutcome.GRANTED,
                on("2025-03-01"),
                "VAE-2024/1#vae.decision"));
    assertThat(late.state()).isInstanceOf(VaeState.Granted.class);
    assertThat(late.situation("2025-03-11")).isEqualTo(VaeSituation.GRANTED);
  }

  @Test
  void while_the_file_is_not_complete_no_delay_runs() {
    Dossier dossier = filed(VAE_2017, "2018-01-10");
    assertThat(dossier.when(day("2023-01-01")).events()).isEmpty();
    assertThat(dossier.on(on("2023-01-01")).clock()).isNull();
  }

  @Test
  void a_supplement_request_stops_the_delay_and_a_new_complete_file_restarts_it_whole() {
    Dossier dossier =
        filed(VAE_2024, "2024-05-02").given(complete("2024-05-06")).given(supplement("2024-07-06"));
    assertThat(dossier.state()).isInstanceOf(VaeState.AwaitingSupplement.class);
    assertThat(dossier.when(day("2024-12-31")).events()).isEmpty();
    Dossier again = dossier.given(complete("2024-07-20"));
    assertThat(again.when(day("2024-09-20")).events()).isEmpty();
    assertThat(again.when(day("2024-09-21")).events()).hasSize(1);
  }

  @Test
  void on_the_day_after_the_delay_it_is_too_late_to_ask_for_a_supplement() {
    Dossier dossier = filed(VAE_2024, "2024-05-02").given(complete("2024-05-06"));
    dossier
        .when(supplement("2024-07-07"))
        .refused(
            Refused.VAE_ALREADY_DECIDED, Map.of("silence", "GRANTED", "lastDay", on("2024-07-06")));
    assertThat(dossier.when(supplement("2024-07-06")).refusal()).isNull();
  }

  @Test
  void under_the_rules_of_2002_supplements_and_complete_files_are_recorded_and_stop_nothing() {
    Dossier dossier =
        filed(VAE_2002, "2010-03-31")
            .given(complete("2010-04-10"))
            .given(supplement("2010-05-02"))
            .given(complete("2010-05-20"));
    assertThat(dossier.given(day("2010-06-01")).events())
        .singleElement()
        .isInstanceOf(SilenceTookEffect.class);
  }

  @Test
  void a_supplement_request_of_the_delay_recorded_after_it_takes_silence_back() {
    Dossier dossier =
        filed(VAE_2024, "2024-05-02").given(complete("2024-05-06")).given(day("2024-07-07"));
    Dossier told = dossier.given(supplement("2024-07-06", "2024-07-20"));
    assertThat(told.events())
        .last()
        .isEqualTo(
            new SilenceReversed(
                Dossier.ID,
                on("2024-07-06"),
                VaeOutcome.GRANTED,
                new VaeCause(VaeCause.Kind.SUPPLEMENT_REQUESTED, on("2024-07-06"))));
    assertThat(told.state()).isInstanceOf(VaeState.AwaitingSupplement.class);
  }

  @Test
  void a_decision_notified_on_the_last_day_stands_and_no_silence_follows() {
    Dossier dossier = filed(VAE_2002, "2010-03-31").given(grant("2010-05-31"));
    assertThat(dossier.state()).isInstanceOf(VaeState.Granted.class);
    assertThat(dossier.when(day("2010-06-01")).events()).isEmpty();
  }

  @Test
  void a_decision_notified_on_the_day_after_is_late_and_silence_is_announced_before_it() {
    Dossier dossier = filed(VAE_2002, "2010-03-31").given(grant("2010-06-01"));
    assertThat(dossier.events())
        .extracting(Object::getClass)
        .containsExactly(SilenceTookEffect.class, LateDecisionRecorded.class);
    assertThat(dossier.state()).isInstanceOf(VaeState.Declined.class);
    dossier.when(grant("2010-06-01")).refused(Refused.ALREADY_RECORDED);
  }

  @Test
  void a_decision_of_the_delay_recorded_after_it_takes_silence_back_and_stands() {
    Dossier told =
        filed(VAE_2002, "2010-03-31")
            .given(day("2010-06-01"))
            .given(decide(VaeOutcome.GRANTED, "2010-05-31", "2010-06-15"));
    assertThat(told.events()).last().isInstanceOf(SilenceReversed.class);
    assertThat(told.state()).isInstanceOf(VaeState.Granted.class);
    assertThat(told.situation("2010-06-15")).isEqualTo(VaeSituation.GRANTED);
  }

  @Test
  void what_is_decided_is_decided_once_and_takes_no_more_turns() {
    Dossier dossier = filed(VAE_2002, "2010-03-31").given(refuse("2010-05-01"));
    dossier.when(grant("2010-05-02")).refused(Refused.VAE_ALREADY_DECIDED);
    dossier.when(complete("2010-05-02")).refused(Refused.VAE_ALREADY_DECIDED);
    dossier.when(supplement("2010-05-02")).refused(Refused.VAE_ALREADY_DECIDED);
  }

  @Test
  void of_2002_a_recevabilite_lasts_a_year_from_its_notification_last_day_included() {
    Dossier granted = filed(VAE_2002, "2012-08-01").given(grant("2012-09-14"));
    assertThat(granted.when(day("2013-09-14")).events()).isEmpty();
    assertThat(granted.when(day("2013-09-16")).events())
        .containsExactly(
            new RecevabiliteLapsed(
                Dossier.ID, on("2013-09-14"), on("2013-09-15"), "VAE-2002/1#vae.validity"));
    assertThat(granted.situation("2013-09-14")).isEqualTo(VaeSituation.GRANTED);
    assertThat(granted.situation("2013-09-15")).isEqualTo(VaeSituation.LAPSED);
  }

  @Test
  void a_session_held_on_the_last_day_keeps_it_from_lapsing_and_opening_a_path_does_not() {
    Dossier granted =
        filed(VAE_2002, "2012-08-01")
            .given(grant("2012-09-14"))
            .given(use(VaeUse.Kind.PATH_OPENED, "2012-10-01"));
    assertThat(granted.when(day("2013-09-15")).events()).hasSize(1);
    Dossier used = granted.given(use(VaeUse.Kind.SESSION_HELD, "2013-09-14"));
    assertThat(used.when(day("2013-09-15")).events()).isEmpty();
    assertThat(used.when(use(VaeUse.Kind.SESSION_HELD, "2013-09-14")).events()).isEmpty();
  }

  @Test
  void a_session_learned_of_after_the_lapse_takes_the_lapse_back() {
    Dossier told =
        filed(VAE_2002, "2012-08-01")
            .given(grant("2012-09-14"))
            .given(day("2013-09-15"))
            .given(use(VaeUse.Kind.SESSION_HELD, "2013-06-01"));
    assertThat(told.events()).last().isInstanceOf(RecevabiliteLapseReversed.class);
    assertThat(told.state()).isInstanceOf(VaeState.Granted.class);
  }

  @Test
  void of_2017_it_lasts_as_its_notification_states_and_without_that_no_end_is_known() {
    Dossier dossier = filed(VAE_2017, "2018-01-10").given(complete("2018-01-10"));
    Dossier stated = dossier.given(grantedThrough("2018-02-01", "2019-01-31"));
    assertThat(stated.situation("2019-01-31")).isEqualTo(VaeSituation.GRANTED);
    assertThat(stated.situation("2019-02-01")).isEqualTo(VaeSituation.LAPSED);
    Dossier silent = dossier.given(grantedThrough("2018-02-01", null));
    assertThat(silent.situation("2030-01-01")).isEqualTo(VaeSituation.GRANTED);
    dossier.when(grantedThrough("2018-02-01", "2018-01-31")).refused(Refused.DATES_OUT_OF_ORDER);
  }

  @Test
  void where_the_law_fixes_how_long_it_lasts_no_notification_states_it() {
    filed(VAE_2024, "2024-05-02")
        .when(grantedThrough("2024-06-03", "2025-06-03"))
        .refused(Refused.VAE_VALIDITY_FIXED);
  }

  @Test
  void of_2024_a_path_must_be_opened_within_six_months_of_the_effect_of_silence() {
    Dossier silent =
        filed(VAE_2024, "2024-12-02").given(complete("2024-12-31")).given(day("2025-03-01"));
    assertThat(silent.on(on("2025-03-01")).recevabilite())
        .extracting(Recevabilite::notifiedOn, Recevabilite::startBy, Recevabilite::validThrough)
        .containsExactly(on("2025-03-01"), on("2025-09-01"), null);
    assertThat(silent.situation("2025-09-01")).isEqualTo(VaeSituation.GRANTED);
    assertThat(silent.situation("2025-09-02")).isEqualTo(VaeSituation.LAPSED);
    Dossier started = silent.given(use(VaeUse.Kind.PATH_OPENED, "2025-09-01"));
    assertThat(started.when(day("2030-01-01")).events()).isEmpty();
  }

  @Test
  void a_recevabilite_is_to_be_used_by_its_last_day_until_it_is_used_or_lapses() {
    Dossier complete = filed(VAE_2024, "2024-12-02").given(complete("2024-12-31"));
    assertThat(complete.lastDayToUse()).isEmpty();
    Dossier silent = complete.given(day("2025-03-01"));
    assertThat(silent.lastDayToUse()).contains(on("2025-09-01"));
    assertThat(silent.nextDay()).contains(on("2025-09-02"));
    assertThat(silent.given(day("2025-09-01")).lastDayToUse()).contains(on("2025-09-01"));
    Dossier lapsed = silent.given(day("2025-09-02"));
    assertThat(lapsed.lastDayToUse()).isEmpty();
    assertThat(lapsed.nextDay()).isEmpty();
  }

  @Test
  void a_use_on_its_last_day_leaves_no_last_day_and_one_on_the_day_after_does_not_count() {
    Dossier granted = filed(VAE_2002, "2012-08-01").given(grant("2012-09-14"));
    Dossier inTime = granted.given(use(VaeUse.Kind.SESSION_HELD, "2013-09-14"));
    assertThat(inTime.lastDayToUse()).isEmpty();
    assertThat(inTime.nextDay()).isEmpty();
    Dossier tooLate = granted.given(use(VaeUse.Kind.SESSION_HELD, "2013-09-15"));
    assertThat(tooLate.lastDayToUse()).contains(on("2013-09-14"));
    Dossier opened = granted.given(use(VaeUse.Kind.PATH_OPENED, "2012-10-01"));
    assertThat(opened.lastDayToUse()).contains(on("2013-09-14"));
  }

  @Test
  void what_is_refused_or_has_no_known_end_has_no_last_day() {
    assertThat(filed(VAE_2002, "2012-08-01").given(refuse("2012-09-14")).lastDayToUse()).isEmpty();
    Dossier dossier = filed(VAE_2017, "2018-01-10").given(complete("2018-01-10"));
    assertThat(dossier.given(grantedThrough("2018-02-01", null)).lastDayToUse()).isEmpty();
    assertThat(dossier.given(grantedThrough("2018-02-01", "2019-01-31")).lastDayToUse())
        .contains(on("2019-01-31"));
  }

  @Test
  void dates_follow_each_other_and_none_lies_in_the_future() {
    Dossier dossier = filed(VAE_2024, "2024-05-02");
    dossier.when(complete("2024-05-01")).refused(Refused.DATES_OUT_OF_ORDER);
    dossier.when(complete("2024-05-10", "2024-05-09")).refused(Refused.DATE_IN_FUTURE);
    dossier.when(supplement("2024-05-10", "2024-05-09")).refused(Refused.DATE_IN_FUTURE);
    dossier
        .when(decide(VaeOutcome.GRANTED, "2024-05-10", "2024-05-09"))
        .refused(Refused.DATE_IN_FUTURE);
    dossier.when(grant("2024-05-01")).refused(Refused.DATES_OUT_OF_ORDER);
    Dossier complete = dossier.given(complete("2024-05-10"));
    complete.when(supplement("2024-05-09")).refused(Refused.DATES_OUT_OF_ORDER);
    complete.when(complete("2024-05-11")).refused(Refused.ALREADY_RECORDED);
  }

  @Test
  void nothing_is_asked_of_an_application_nobody_filed() {
    Dossier.unfiled(VAE_2024).when(day("2024-05-02")).refused(Refused.UNKNOWN);
  }
}
