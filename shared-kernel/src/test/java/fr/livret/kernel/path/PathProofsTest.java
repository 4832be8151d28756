package fr.livret.kernel.path;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.path.Given.AICMP_2022;
import static fr.livret.kernel.path.Given.AMIS_2013;
import static fr.livret.kernel.path.Given.AMIS_2023;
import static fr.livret.kernel.path.Given.REVISED;
import static fr.livret.kernel.path.Given.TMS_2004;
import static fr.livret.kernel.path.Given.annul;
import static fr.livret.kernel.path.Given.award;
import static fr.livret.kernel.path.Given.close;
import static fr.livret.kernel.path.Given.on;
import static fr.livret.kernel.path.Given.prorogue;
import static fr.livret.kernel.path.Given.record;
import static fr.livret.kernel.path.Given.refuseTitle;
import static fr.livret.kernel.path.Given.survey;
import static fr.livret.kernel.path.Given.transfer;
import static fr.livret.kernel.path.Given.withdrawTitle;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Chances.Step;
import fr.livret.kernel.path.Window.Lapse;
import fr.livret.kernel.path.Window.Limit;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Checked;
import fr.livret.kernel.proof.Proof;
import fr.livret.kernel.proof.Proof.Claim;
import fr.livret.kernel.training.TrainingRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a path claims is worked out step by step from its facts, and nothing else is claimed. */
class PathProofsTest {

  @Test
  void five_years_from_the_first_ccp_the_last_day_included() {
    Story story = path(AMIS_2013, record("CCP1", "2014-03-10"), record("CCP2", "2016-05-02"));
    assertThat(told(story, "2018-12-31", Claim.WINDOW_LAST_DAY))
        .containsExactly("CCP_OBTAINED CCP1 2014-03-10, + P5Y = 2019-03-10");
    assertThat(rules(story, "2018-12-31", Claim.WINDOW_LAST_DAY))
        .containsExactly("TP-2006/1#window.start", "TP-2006/1#window.length");
    Story fulfilled = story.given(record("CCP3", "2019-03-10"));
    assertThat(told(fulfilled, "2019-03-10", Claim.WINDOW_FULFILLED_ON))
        .containsExactly(
            "[CCP_OBTAINED CCP1 2014-03-10, CCP_OBTAINED CCP2 2016-05-02,"
                + " CCP_OBTAINED CCP3 2019-03-10], within 2019-03-10");
  }

  @Test
  void a_day_late_the_oldest_lapses_on_the_day_after_and_the_next_one_counts() {
    Story story =
        path(
            AMIS_2013,
            record("CCP1", "2014-03-10"),
            record("CCP2", "2016-05-02"),
            record("CCP3", "2019-03-11"));
    assertThat(told(story, "2019-03-11", Claim.LAPSED_ON))
        .containsExactly(
            "CCP_OBTAINED CCP1 2014-03-10, + P5Y = 2019-03-10, the day after = 2019-03-11");
    assertThat(told(story, "2019-03-11", Claim.WINDOW_LAST_DAY))
        .containsExactly("CCP_OBTAINED CCP2 2016-05-02, + P5Y = 2021-05-02");
  }

  @Test
  void from_a_29_february_the_last_day_is_that_of_the_month() {
    Story story = path(AMIS_2013, record("CCP1", "2016-02-29"));
    assertThat(told(story, "2021-02-28", Claim.WINDOW_LAST_DAY))
        .containsExactly("CCP_OBTAINED CCP1 2016-02-29, + P5Y = 2021-02-28 (last of the month)");
  }

  @Test
  void a_title_that_must_lie_in_the_window_is_shown_to_lie_in_it() {
    Story story =
        path(
            TMS_2004,
            record("CCP1", "2006-01-16"),
            record("CCP2", "2008-05-20"),
            record("CCP3", "2010-12-01"),
            award("2011-01-16"));
    assertThat(told(story, "2011-01-16", Claim.WINDOW_FULFILLED_ON))
        .containsExactly("TITLE_AWARDED 2011-01-16, within 2011-01-16");
  }

  @Test
  void validity_closure_and_prorogation_each_leave_their_step() {
    Story story = path(AMIS_2023, record("CCP1", "2025-02-03"));
    assertThat(told(story, "2026-01-01", Claim.WINDOW_LAST_DAY))
        .containsExactly(
            "VALIDITY_STATED 2028-07-02, earliest of [FIVE_YEARS 2030-02-03, TITLE_VALIDITY"
                + " 2028-07-02] = 2028-07-02");
    Story closed = story.given(close("2028-06-01"));
    assertThat(told(closed, "2028-07-03", Claim.WINDOW_LAST_DAY))
        .containsExactly(
            "VALIDITY_STATED 2028-07-02, TITLE_CLOSED 2028-06-01 = 2028-07-02, + P1Y ="
                + " 2029-07-02, earliest of [FIVE_YEARS 2030-02-03, TITLE_CLOSURE 2029-07-02] ="
                + " 2029-07-02");
    Story prorogued = closed.given(prorogue("2029-09-03", "2033-07-02"));
    assertThat(told(prorogued, "2029-09-03", Claim.WINDOW_LAST_DAY))
        .containsExactly(
            "CCP_OBTAINED CCP1 2025-02-03, + P5Y = 2030-02-03, earliest of [FIVE_YEARS"
                + " 2030-02-03, TITLE_VALIDITY 2033-07-02] = 2030-02-03");
    assertThat(told(prorogued, "2029-09-03", Claim.WINDOW_LIMIT))
        .containsExactly(
            "CCP_OBTAINED CCP1 2025-02-03, + P5Y = 2030-02-03",
            "VALIDITY_STATED 2028-07-02, TITLE_CLOSED 2028-06-01 = 2028-07-02, TITLE_PROROGUED"
                + " 2029-09-03 = 2033-07-02");
  }

  @Test
  void what_was_carried_over_counts_from_its_own_day() {
    Story story = path(REVISED, record("CCP1", "2014-03-10"), transfer("2017-01-10"));
    assertThat(told(story, "2017-01-10", Claim.WINDOW_ANCHOR))
        .containsExactly("CCP_OBTAINED CCP1 2014-03-10");
    assertThat(told(story, "2017-01-10", Claim.TRANSFERRED_ON))
        .containsExactly("PATH_TRANSFERRED 2017-01-10");
  }

  @Test
  void without_a_window_only_what_happened_is_claimed() {
    Story story = path(AICMP_2022, record("BC01", "2022-06-10"));
    assertThat(claims(story, "2022-06-10"))
        .containsExactly("OPENED_ON ", "OBTAINED_ON BC01", "FACTS_THROUGH ");
  }

  @Test
  void an_annulled_ccp_is_claimed_with_the_day_it_was_annulled() {
    Story story = path(AMIS_2013, record("CCP1", "2014-01-20"), annul("CCP1", "2016-02-10"));
    assertThat(told(story, "2016-02-10", Claim.ANNULLED_ON))
        .containsExactly("CCP_ANNULLED CCP1 2016-02-10");
    assertThat(told(story, "2016-02-10", Claim.WINDOW_LAST_DAY)).isEmpty();
  }

  @Test
  void sessions_sat_in_vain_are_counted_from_the_first() {
    Story story =
        Story.path(AMIS_2013, TRAINING).given(refuseTitle("2013-09-01"), refuseTitle("2013-12-01"));
    assertThat(told(story, "2014-01-01", Claim.RESIT_POSSIBLE_FROM))
        .containsExactly(
            "SESSION_IN_VAIN 2013-09-01, + P1Y = 2014-09-01, the day after = 2014-09-02");
  }

  @Test
  void a_title_holder_is_asked_so_long_after_the_award_and_not_a_day_before() {
    Story story = Story.path(AMIS_2013, TRAINING).given(award("2015-08-31"));
    assertThat(told(story, "2015-08-31", Claim.SURVEY_FROM))
        .containsExactly(
            "TITLE_AWARDED 2015-08-31, + P6M = 2016-02-29 (last of the month)",
            "TITLE_AWARDED 2015-08-31, + P2Y = 2017-08-31");
    story.when(survey(Survey.SIX_MONTHS, "2016-02-29")).accepted();
    story
        .when(survey(Survey.SIX_MONTHS, "2016-02-28"))
        .refused(Refused.DATES_OUT_OF_ORDER, Map.of("earliest", on("2016-02-29")));
    story.when(survey(Survey.TWO_YEARS, "2017-08-31")).accepted();
    story
        .when(survey(Survey.TWO_YEARS, "2017-08-30"))
        .refused(Refused.DATES_OUT_OF_ORDER, Map.of("earliest", on("2017-08-31")));
    Story withdrawn = story.given(withdrawTitle("2016-01-04"));
    assertThat(told(withdrawn, "2016-01-03", Claim.SURVEY_FROM)).hasSize(2);
    assertThat(told(withdrawn, "2016-01-04", Claim.SURVEY_FROM)).isEmpty();
  }

  static List<WorkedCase> cases() {
    return WorkedCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_worked_cases_are_proved_on_every_day_they_ask_for(WorkedCase the) {
    Story story = Story.path(the.law(), the.route(), the.firstDay());
    for (PathCommand fact : the.facts()) {
      story = story.given(fact);
      for (WorkedCase.Answer answer : the.answers()) {
        if (!answer.on().isBefore(fact.today())) {
          proved(story, answer.on());
        }
      }
    }
    for (WorkedCase.Answer answer : the.answers()) {
      if (answer.knownAt() == null) {
        assertThat(told(story, answer.on().toString(), Claim.WINDOW_LAST_DAY))
            .hasSize(answer.span() == null ? 0 : 1);
        days(story, answer.on(), Claim.WINDOW_LAST_DAY)
            .forEach(
                day -> assertThat(day).isEqualTo(Objects.requireNonNull(answer.span()).lastDay()));
      }
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void whatever_happens_what_is_proved_is_what_is_claimed(
      @ForAll("laws") PathLaw law, @ForAll Route route, @ForAll("steps") List<Step> steps) {
    Set<Anchor> recorded = new HashSet<>();
    PathPropertiesTest.live(
        law,
        route,
        steps,
        (story, today) -> {
          story.events().forEach(event -> recorded.addAll(PathAnchors.of(event)));
          for (int days : new int[] {-400, -1, 0, 1, 400, 2000}) {
            LocalDate day = today.plusDays(days);
            if (!day.isBefore(story.file().pins().openedOn())) {
              proved(story, day).forEach(proof -> rests(proof, recorded));
            }
          }
        });
  }

  /** What opened the path lies before the lives led here, and a référentiel is no fact of it. */
  private static void rests(Proof proof, Set<Anchor> recorded) {
    for (Anchor anchor : Checked.anchors(proof)) {
      switch (anchor.kind()) {
        case PATH_OPENED, RECEVABILITE_STATED, VALIDITY_STATED -> {}
        case CCP_OBTAINED,
            CCP_ANNULLED,
            TITLE_AWARDED,
            TITLE_WITHDRAWN,
            SESSION_IN_VAIN,
            PATH_TRANSFERRED,
            TITLE_CLOSED,
            TITLE_PROROGUED,
            APPLICATION_FILED,
            FILE_COMPLETE,
            DECISION_NOTIFIED,
            CERTIFICATE_OBTAINED,
            CERTIFICATE_STATED,
            VALIDITY_BEGINS,
            TITLE_REVISED,
            EQUIVALENCE_STATED,
            SESSION_PLANNED,
            SECTOR_LEFT,
            DEADLINE_ANNOUNCED ->
            assertThat(recorded).as("%s", proof).contains(anchor);
      }
    }
  }

  private static List<Proof> proved(Story story, LocalDate day) {
    List<Proof> proofs = proofs(story, day);
    proofs.forEach(Checked::followed);
    PathFile file = story.file().on(day);
    Window window = CapitalisationWindow.asOf(day, file.facts(), lawOn(story, day));
    assertThat(days(story, day, Claim.WINDOW_ANCHOR))
        .isEqualTo(window.running().map(WindowSpan::anchor).stream().toList());
    assertThat(days(story, day, Claim.WINDOW_LAST_DAY))
        .isEqualTo(window.running().map(WindowSpan::lastDay).stream().toList());
    assertThat(days(story, day, Claim.WINDOW_FULFILLED_ON))
        .isEqualTo(Optional.ofNullable(window.fulfilledOn()).stream().toList());
    assertThat(days(story, day, Claim.WINDOW_LIMIT))
        .isEqualTo(window.limits().stream().map(Limit::lastDay).toList());
    assertThat(days(story, day, Claim.LAPSED_ON))
        .containsExactlyInAnyOrderElementsOf(
            window.lapses().stream()
                .filter(lapse -> lawOn(story, day).referentiel().ccpCodes().contains(lapse.ccp()))
                .map(Lapse::lapsedOn)
                .toList());
    Optional<Resitting.Series> series =
        file.facts().titleBy(day).isPresent()
            ? Optional.empty()
            : Resitting.on(day, file.facts(), TrainingRecord.NONE, lawOn(story, day));
    assertThat(days(story, day, Claim.RESIT_THROUGH))
        .isEqualTo(series.map(Resitting.Series::lastDay).stream().toList());
    assertThat(days(story, day, Claim.RESIT_POSSIBLE_FROM))
        .isEqualTo(series.flatMap(Resitting.Series::possibleFrom).stream().toList());
    return proofs;
  }

  @Provide
  Arbitrary<PathLaw> laws() {
    return Chances.laws();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Chances.steps();
  }

  private static Story path(PathLaw law, PathCommand... commands) {
    Route route = law.referentiel().routes().contains(CAPITALISATION) ? CAPITALISATION : TRAINING;
    return Story.path(law, route).given(commands);
  }

  /** Before a transfer another law governed. */
  private static PathLaw lawOn(Story story, LocalDate day) {
    return story.file().on(day).former() == null ? story.law() : story.current();
  }

  private static List<Proof> proofs(Story story, LocalDate day) {
    return PathProofs.asOf(day, story.file().on(day), lawOn(story, day));
  }

  private static List<LocalDate> days(Story story, LocalDate day, Claim claim) {
    return of(story, day, claim).stream().map(Proof::day).toList();
  }

  private static List<String> told(Story story, String day, Claim claim) {
    return of(story, on(day), claim).stream().map(Checked::told).toList();
  }

  private static List<String> rules(Story story, String day, Claim claim) {
    List<String> rules = new ArrayList<>();
    of(story, on(day), claim)
        .forEach(proof ->
            proof.reckoning().steps().stream()
                .flatMap(step -> step.basis().stream())
                .map(LegalBasis::rule)
                .forEach(rules::add));
    return rules;
  }

  private static List<String> claims(Story story, String day) {
    return proofs(story, on(day)).stream()
        .map(proof -> proof.claim() + " " + proof.about())
        .toList();
  }

  private static List<Proof> of(Story story, LocalDate day, Claim claim) {
    return proofs(story, day).stream().filter(proof -> proof.claim() == claim).toList();
  }
}
