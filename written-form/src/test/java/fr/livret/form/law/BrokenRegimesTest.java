package fr.livret.form.law;

import static fr.livret.form.law.RegimeFixture.FILE;
import static fr.livret.form.law.RegimeFixture.SOUND;
import static fr.livret.form.law.RegimeFixture.files;
import static fr.livret.form.law.RegimeFixture.lineOf;
import static fr.livret.form.law.RegimeFixture.problems;
import static fr.livret.form.law.RegimeFixture.refused;
import static fr.livret.form.law.RegimeFixture.replaced;
import static fr.livret.form.law.RegimeFixture.without;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A sound file, one fault, and the file, line and reason it is refused with. */
class BrokenRegimesTest {
  @Test
  void a_sound_file_is_taken() {
    assertThat(RegimeLibrary.of(files(SOUND)).knows("TP-2006")).isTrue();
  }

  @Test
  void text_that_is_no_yaml() {
    assertThat(problems(replaced("edition: 1", "edition: [1")))
        .singleElement()
        .asString()
        .startsWith("broken.yaml:" + (lineOf(SOUND, "edition: 1") + 1) + ": is not YAML: ");
  }

  @Test
  void an_empty_file() {
    assertThat(problems("# nothing\n")).singleElement().hasToString("broken.yaml: is empty");
  }

  @Test
  void a_file_that_is_a_list() {
    assertThat(problems("- TP-2006\n"))
        .first()
        .hasToString("broken.yaml:1: must be a group of fields, not a list");
  }

  @Test
  void an_unknown_field() {
    refused(
        "edition: 1",
        "edition: 1\neditor: me",
        "editor: me",
        "editor",
        "is not a known field here");
    refused(
        "value: SAME_DAY_INCLUDED",
        "value: SAME_DAY_INCLUDED\n    unless: holidays",
        "unless: holidays",
        "rules.window.counting.unless",
        "is not a known field here");
  }

  @Test
  void an_unknown_rule() {
    refused(
        "  window.counting:",
        "  window.size: {}\n  window.counting:",
        "window.size",
        "rules.window.size",
        "is not a known field here");
  }

  @Test
  void a_missing_rule() {
    String text = without("window.target");
    assertThat(problems(text))
        .containsExactly(
            new Problem(FILE, lineOf(text, "rules:"), "rules.window.target", "is missing"));
  }

  @Test
  void a_missing_field() {
    refused("mark: S", "", "window.start:", "rules.window.start.mark", "is missing");
    refused("edition: 1\n", "", "code: TP-2006", "edition", "is missing");
  }

  @Test
  void a_rule_with_no_value() {
    refused(
        "    value: ALL_CCPS\n", "", "window.target:", "rules.window.target.value", "is missing");
  }

  @Test
  void an_unknown_value() {
    refused(
        "value: OLDEST_LAPSES",
        "value: NEWEST_LAPSES",
        "NEWEST_LAPSES",
        "rules.window.expiry.value",
        "must be one of OLDEST_LAPSES, ALL_LAPSE, not NEWEST_LAPSES");
    refused(
        "routes: [CAPITALISATION]",
        "routes: [MARRIAGE]",
        "MARRIAGE",
        "rules.ccp.granting.grants[0].routes[0]",
        "must be one of TRAINING, CAPITALISATION, VAE, not MARRIAGE");
    refused(
        "value: SAME_DAY_INCLUDED",
        "value: SAME_DAY_EXCLUDED",
        "SAME_DAY_EXCLUDED",
        "rules.window.counting.value",
        "must be SAME_DAY_INCLUDED, the only reading that can be applied, not SAME_DAY_EXCLUDED");
  }

  @Test
  void a_value_of_the_wrong_type() {
    refused(
        "edition: 1", "edition: first", "first", "edition", "must be a whole number, not a text");
    refused(
        "endsWithValidity: false",
        "endsWithValidity: no",
        "endsWithValidity: no",
        "rules.window.validity.endsWithValidity",
        "must be true or false, not a text");
    refused(
        "elements: [MISE_EN_SITUATION, ENTRETIEN]",
        "elements: ENTRETIEN",
        "elements: ENTRETIEN",
        "rules.ccs.evidence.elements",
        "must be a list, not a text");
    refused(
        "seats: {PROFESSIONAL: 1, TRAINER: 1}",
        "seats: 2",
        "seats: 2",
        "rules.ccp.granting.grants[0].seats",
        "must be a group of fields, not a whole number");
  }

  @Test
  void a_field_that_stands_twice() {
    refused("edition: 1", "edition: 1\nedition: 2", "edition: 2", "edition", "stands twice");
    refused(
        "  window.counting:",
        "  window.start: {}\n  window.counting:",
        "window.start: {}",
        "rules.window.start",
        "stands twice");
  }

  @Test
  void an_empty_citation_or_source() {
    refused(
        "source: Code de procédure civile, art. 641 (computation des délais)",
        "source: ''",
        "source: ''",
        "rules.window.counting.source",
        "must not be empty");
    refused(
        "citation: >-\n"
            + "      Notre lecture : aucun texte vu n'ajoute de délai à la validité d'un titre"
            + " clos.",
        "citation: '  '",
        "citation: '  '",
        "rules.window.closure.citation",
        "must not be empty");
  }

  @Test
  void a_mark_that_is_none() {
    refused(
        "mark: S",
        "mark: A",
        "mark: A",
        "rules.window.start.mark",
        "must be one of S, 2, R, not A");
    refused(
        "mark: S",
        "mark: 3",
        "mark: 3",
        "rules.window.start.mark",
        "must be one of S, 2, R, not 3");
  }

  @Test
  void a_day_that_cannot_be() {
    refused(
        "from: 2006-04-09",
        "from: 2006-02-30",
        "2006-02-30",
        "inForce.from",
        "is no day of the calendar: 2006-02-30");
    refused(
        "from: 2006-04-09",
        "from: 9 avril 2006",
        "9 avril 2006",
        "inForce.from",
        "must be a day as in 2014-03-10");
    refused(
        "from: 2006-04-09",
        "from: 9999-04-09",
        "9999-04-09",
        "inForce.from",
        "must be a day from 1900-01-01 to 2200-12-31, not 9999-04-09");
  }

  @Test
  void a_range_that_ends_before_it_starts() {
    refused(
        "to: 2016-05-31",
        "to: 2006-04-08",
        "to: 2006-04-08",
        "inForce.to",
        "is 2006-04-08, before from, 2006-04-09");
  }

  @Test
  void a_length_of_time_that_is_none() {
    refused(
        "value: P5Y",
        "value: 5 ans",
        "5 ans",
        "rules.window.length.value",
        "must be a length of time as in P5Y or P6M");
    refused(
        "value: P5Y",
        "value: P0Y",
        "P0Y",
        "rules.window.length.value",
        "must be longer than no time");
  }

  @Test
  void a_common_rule_stated_again() {
    refused(
        "  window.counting:",
        "  ccp.not-twice: {}\n  window.counting:",
        "ccp.not-twice",
        "rules.ccp.not-twice",
        "is a rule of every regime, stated once in COMMON");
  }

  @Test
  void a_resit_that_is_out_of_form() {
    refused(
        "sessions: 2",
        "sessions: many",
        "sessions: many",
        "rules.jury.resit.sessions",
        "must be a whole number, not a text");
  }
}
