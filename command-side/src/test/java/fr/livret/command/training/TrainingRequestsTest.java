package fr.livret.command.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Trainings as a centre records them, and what a jury's decision finds of them. */
@ExtendWith(SharedNode.class)
class TrainingRequestsTest {
  private static final String SESSION =
      ", \"interviewHeld\": true, \"evidence\": [\"EFA\", \"DSPP\", \"EPREUVE_DE_SYNTHESE\"]";
  private static final String WITHOUT_DOSSIER =
      ", \"interviewHeld\": true, \"evidence\": [\"EFA\", \"EPREUVE_DE_SYNTHESE\"]";

  private final Api api;
  private final Ledger ledger;
  private final Story story;
  private final Centre centre;

  TrainingRequestsTest(Node node) {
    this.api = node.api();
    this.ledger = node.ledger();
    this.story = node.story();
    this.centre = new Centre(api);
  }

  private String training() {
    return centre.start(
        story.candidate(), "AMIS-2023", "2025-09-01", ", \"programme\": \"AMIS-12-MOIS\"");
  }

  @Test
  void a_training_pins_its_title_and_its_programme() {
    String more = ", \"programme\": \"AMIS-12-MOIS\", \"centre\": \"Lille Métropole\"";
    String id = centre.start(story.candidate(), "AMIS-2023", "2025-09-01", more);
    Fact started = ledger.of(id).getFirst();
    assertThat(started.type()).isEqualTo("training.TrainingStarted");
    assertThat(started.text("/programme/code")).isEqualTo("AMIS-12-MOIS");
    assertThat(started.payload().at("/programme/number").asInt()).isEqualTo(1);
    assertThat(started.text("/centre")).isEqualTo("Lille Métropole");
  }

  @Test
  void a_training_needs_no_programme() {
    String id = centre.start(story.candidate(), "AMIS-2013", "2013-09-02", "");
    assertThat(ledger.of(id).getFirst().payload().has("programme")).isFalse();
    centre.followed(id, "ATELIER", "7", "2013-09-02").done();
  }

  @Test
  void what_a_training_starts_with_must_be_known() {
    String nobody = UUID.randomUUID().toString();
    ledger
        .untouchedBy(() -> centre.started(nobody, "AMIS-2023", "2025-09-01", ""))
        .problem(404, "UNKNOWN");
    String candidate = story.candidate();
    for (String more : List.of(", \"programme\": \"INCONNU\"", ", \"programme\": \"a.b\"")) {
      ledger
          .untouchedBy(() -> centre.started(candidate, "AMIS-2023", "2025-09-01", more))
          .problem(404, "UNKNOWN");
    }
    ledger
        .untouchedBy(() -> centre.started(candidate, "INCONNU-1", "2025-09-01", ""))
        .problem(404, "UNKNOWN");
    ledger
        .adding(
            1,
            () ->
                centre.started(
                    candidate, "AMIS-2013", "2025-09-01", ", \"programme\": \"AMIS-12-MOIS\""))
        .problem(409, "PROGRAMME_OF_ANOTHER_TITLE");
    story.erase(candidate, "2026-11-01").done();
    centre.started(candidate, "AMIS-2023", "2025-09-01", "").problem(409, "CANDIDATE_ERASED");
  }

  @Test
  void everything_that_may_be_recorded_is() {
    String id = training();
    centre.test(id, "entry-tests", "2025-09-02", "7.5", "20").done();
    centre.followed(id, "M01", "3.5", "2025-09-03").done();
    centre.followed(id, "M01", "3.5", "2025-09-03").done();
    centre.test(id, "mock-exams", "2026-03-02", "11", "20").done();
    centre.efa(id, "CCP1", "2026-04-01", "NOT_ACQUIRED").done();
    centre.efa(id, "CCP1", "2026-05-04", "ACQUIRED").done();
    centre.test(id, "exit-tests", "2026-06-01", "15", "20").done();
    assertThat(centre.end(id, "2026-06-30", "COMPLETED").done().version()).isEqualTo(9);
    assertThat(ledger.kinds(id))
        .containsExactly(
            "TrainingStarted",
            "EntryTestTaken",
            "ModuleFollowed",
            "ModuleFollowed",
            "MockExamTaken",
            "EfaAssessed",
            "EfaAssessed",
            "ExitTestTaken",
            "TrainingCompleted");
  }

  @Test
  void a_rule_that_refuses_says_which_and_shows_its_text() {
    String id = training();
    Answer unknown = ledger.adding(1, () -> centre.followed(id, "M17", "7", "2025-09-03"));
    JsonNode problem = unknown.problem(409, "MODULE_UNKNOWN");
    assertThat(problem.path("module").asString()).isEqualTo("M17");
    assertThat(problem.path("known")).hasSize(16);
    assertThat(problem.at("/legalBasis/mark").asString()).isEqualTo("R");
    assertThat(problem.at("/legalBasis/rule").asString()).endsWith("#training.of-the-programme");
    JsonNode hours =
        centre.followed(id, "M01", "24.5", "2025-09-03").problem(409, "HOURS_OUT_OF_RANGE");
    assertThat(hours.path("hoursOfTheDay").decimalValue()).isEqualByComparingTo("24.5");
    centre.followed(id, "M01", "0", "2025-09-03").problem(409, "HOURS_OUT_OF_RANGE");
    centre.followed(id, "M01", "-7", "2025-09-03").problem(409, "HOURS_OUT_OF_RANGE");
    centre.followed(id, "M01", "7", "2025-08-31").problem(409, "OUTSIDE_TRAINING");
    centre.followed(id, "M01", "7", "2026-11-03").problem(409, "DATE_IN_FUTURE");
    centre.test(id, "entry-tests", "2025-09-02", "21", "20").problem(409, "POINTS_OUT_OF_RANGE");
    centre.test(id, "entry-tests", "2025-09-02", "0", "0").problem(409, "POINTS_OUT_OF_RANGE");
    centre.efa(id, "CCP9", "2025-09-02", "ACQUIRED").problem(409, "CCP_UNKNOWN");
    centre.test(id, "entry-tests", "2025-09-02", "7", "20").done();
    centre.test(id, "entry-tests", "2025-09-03", "7", "20").problem(409, "ALREADY_RECORDED");
    centre.test(id, "exit-tests", "2025-09-01", "7", "20").problem(409, "DATES_OUT_OF_ORDER");
    centre.efa(id, "CCP1", "2025-10-01", "ACQUIRED").done();
    centre.efa(id, "CCP1", "2025-10-02", "NOT_ACQUIRED").problem(409, "EFA_ALREADY_ACQUIRED");
    centre.end(id, "2025-09-30", "ABANDONED").problem(409, "DATES_OUT_OF_ORDER");
    assertThat(ledger.kinds(id))
        .containsExactly("TrainingStarted", "EntryTestTaken", "EfaAssessed");
  }

  @Test
  void what_is_no_training_is_unknown() {
    String path = story.capitalising();
    for (String id : List.of(UUID.randomUUID().toString(), path, "abc")) {
      centre.followed(id, "M01", "7", "2025-09-03").problem(404, "UNKNOWN");
      centre.end(id, "2025-09-03", "COMPLETED").problem(404, "UNKNOWN");
    }
  }

  @Test
  void a_ccp_scored_twice_and_a_score_without_its_parts_are_named() {
    String address = "/api/trainings/" + training() + "/entry-tests";
    String twice = "{\"ccp\": \"CCP1\", \"points\": 1, \"outOf\": 2}";
    assertThat(api.post(address, scored(twice + "," + twice)).malformedFields())
        .containsExactly("scores[1].ccp");
    assertThat(api.post(address, scored("{}")).malformedFields())
        .containsExactly("scores[0].ccp", "scores[0].points", "scores[0].outOf");
    assertThat(api.post(address, scored("")).malformedFields()).containsExactly("scores");
    String text = "{\"ccp\": \"CCP1\", \"points\": \"7\", \"outOf\": 20}";
    assertThat(api.post(address, scored(text)).malformedFields()).hasSize(1);
  }

  private static String scored(String scores) {
    return "{\"takenOn\": \"2025-09-02\", \"instrument\": \"QCM\", \"scores\": [" + scores + "]}";
  }

  // What a jury's decision finds

  @Test
  void the_decision_finds_the_efas_recorded_a_moment_before_and_names_what_is_missing() {
    String candidate = story.candidate();
    String path = story.open(candidate, "AMIS-2013", "TRAINING", "2014-01-06").id();
    String training = centre.start(candidate, "AMIS-2013", "2014-01-06", "");
    centre.efa(training, "CCP1", "2014-03-03", "ACQUIRED").done();
    centre.efa(training, "CCP2", "2014-04-07", "NOT_ACQUIRED").done();
    centre.efa(training, "CCP3", "2014-05-05", "ACQUIRED").done();
    JsonNode missing =
        story
            .jury(path, "TITLE", "2014-06-16", WITHOUT_DOSSIER)
            .problem(409, "TITLE_EVIDENCE_MISSING");
    assertThat(missing.path("missing").toString()).isEqualTo("[\"EFA CCP2\",\"DSPP\"]");
    story
        .jury(path, "PARTIAL", "2014-06-16", ", \"ccps\": [\"CCP2\"]")
        .problem(409, "EVIDENCE_MISSING");
    centre.efa(training, "CCP2", "2014-06-02", "ACQUIRED").done();
    story.jury(path, "TITLE", "2014-06-16", SESSION).done();
  }

  @Test
  void a_training_for_another_title_or_of_another_person_is_none_of_this_path() {
    String candidate = story.candidate();
    String path = story.open(candidate, "AMIS-2013", "TRAINING", "2014-01-06").id();
    centre.start(candidate, "TMS-2004", "2014-01-06", "");
    centre.start(story.candidate(), "AMIS-2013", "2014-01-06", "");
    story.jury(path, "TITLE", "2014-06-16", SESSION).done();
  }
}
