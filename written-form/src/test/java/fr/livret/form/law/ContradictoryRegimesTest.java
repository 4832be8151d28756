package fr.livret.form.law;

import static fr.livret.form.law.RegimeFixture.FILE;
import static fr.livret.form.law.RegimeFixture.SOUND;
import static fr.livret.form.law.RegimeFixture.lineOf;
import static fr.livret.form.law.RegimeFixture.problems;
import static fr.livret.form.law.RegimeFixture.refused;
import static fr.livret.form.law.RegimeFixture.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rules that are each well written and cannot hold together. */
class ContradictoryRegimesTest {
  @Test
  void the_title_inside_a_window_that_does_not_exist() {
    String text = shipped("RNCP-PRIVATE").replaceFirst("value: ALL_CCPS", "value: TITLE");
    assertThat(problems(text))
        .containsExactly(
            new Problem(
                FILE,
                lineOf(text, "window.target:"),
                "rules.window.target",
                "asks for the title inside a window, but window.length says there is none"));
  }

  @Test
  void a_window_that_does_not_exist_and_yet_starts_or_ends() {
    String text = SOUND.replaceFirst("value: P5Y", "value: NONE");
    assertThat(problems(text))
        .extracting(Problem::field)
        .containsExactly(
            "rules.window.start.value", "rules.window.counting.value", "rules.window.expiry.value");
  }

  @Test
  void a_grace_without_an_end_of_validity_to_add_it_to() {
    refused(
        "when: NEVER",
        "grace: P1Y\n    when: ON_CLOSURE",
        "window.closure:",
        "rules.window.closure",
        "adds to the end of validity, but window.validity says that it ends no window");
  }

  @Test
  void a_grace_that_is_never_given_or_has_no_length() {
    refused(
        "when: NEVER",
        "grace: P1Y\n    when: NEVER",
        "window.closure:",
        "rules.window.closure",
        "a grace has a length and a condition other than NEVER, or neither");
    refused(
        "when: NEVER",
        "when: ALWAYS",
        "window.closure:",
        "rules.window.closure",
        "a grace has a length and a condition other than NEVER, or neither");
  }

  @Test
  void a_binome_that_is_not_two() {
    refused(
        "seats: {PROFESSIONAL: 1, TRAINER: 1}",
        "seats: {PROFESSIONAL: 2, TRAINER: 1}",
        "ccp.granting:",
        "rules.ccp.granting",
        "gives BINOME 3 seats, but a binôme is two");
    refused(
        "seats: {PROFESSIONAL: 1, TRAINER: 1}",
        "seats: {PROFESSIONAL: 0, TRAINER: 2}",
        "PROFESSIONAL: 0",
        "rules.ccp.granting.grants[0].seats.PROFESSIONAL",
        "must be from 1 to 20, not 0");
    refused(
        "seats: {PROFESSIONAL: 1, TRAINER: 1}",
        "seats: {}",
        "ccp.granting:",
        "rules.ccp.granting",
        "gives BINOME no seat");
  }

  @Test
  void two_grants_that_overlap() {
    refused(
        "routes: [CAPITALISATION]",
        "routes: [CAPITALISATION, VAE]",
        "ccp.granting:",
        "rules.ccp.granting",
        "states BINOME twice for the same route and the same days");
  }

  @Test
  void a_grant_whose_last_day_comes_before_its_first() {
    refused(
        "routes: [CAPITALISATION]",
        "from: 2010-01-02\n        through: 2010-01-01\n        routes: [CAPITALISATION]",
        "through: 2010-01-01",
        "rules.ccp.granting.grants[0].through",
        "is 2010-01-01, before from, 2010-01-02");
  }

  @Test
  void a_route_of_which_a_rule_says_nothing() {
    refused(
        "      CAPITALISATION: ALL_CCPS\n",
        "",
        "restsOn:",
        "rules.title.decision.restsOn",
        "says nothing of the route CAPITALISATION");
  }

  @Test
  void a_title_on_ccps_that_nobody_may_grant() {
    refused(
        "routes: [CAPITALISATION]\n        seats: {PROFESSIONAL: 1, TRAINER: 1}",
        "routes: [CAPITALISATION]\n        seats: {PROFESSIONAL: 1, TRAINER: 1}\n"
            + "        onlyOnceTitleRefused: true",
        "title.decision:",
        "rules.title.decision",
        "rests on all CCPs on the route CAPITALISATION, on which nobody may grant one");
  }

  @Test
  void an_interview_after_a_refusal_that_grants_nothing() {
    refused(
        "afterRefusal:\n",
        "afterRefusal:\n      CAPITALISATION: AT_DISCRETION\n",
        "title.interview:",
        "rules.title.interview",
        "speaks of CCPs granted on refusing the title, which jury.partial does not allow on"
            + " CAPITALISATION");
  }
}
