package fr.livret.command.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes back on a path's decisions, over HTTP. */
@ExtendWith(SharedNode.class)
class ReviewRequestsTest {
  private final Api api;
  private final Ledger ledger;
  private final Story story;

  ReviewRequestsTest(Node node) {
    this.api = node.api();
    this.ledger = node.ledger();
    this.story = node.story();
  }

  private String titled() {
    String path = story.withCcps("2014-03-10", "2014-04-10", "2014-05-12");
    story.title(path, "2014-06-10").done();
    return path;
  }

  private Answer on(String path, String what, String body) {
    return api.post("/api/paths/" + path + "/" + what, body);
  }

  private Answer revise(String from, String to, String decidedOn) {
    return api.post(
        "/api/referentiels/" + from + "/revision",
        """
        {"decidedOn": "%s", "successor": "%s", "source": "Illustratif", "mark": "R",
         "equivalences": [{"from": "CCP1", "to": ["CCP2"]}]}
        """
            .formatted(decidedOn, to));
  }

  @Test
  void a_path_is_transferred_by_a_revision_and_learns_of_the_closure_of_its_new_title() {
    String old = story.title("TP-2006", 3);
    String next = story.title("TP-2006", 3);
    String path = story.path(old, "CAPITALISATION", "2014-01-06");
    story.ccp(path, "CCP1", "2014-03-10").done();
    String body = "{\"to\": \"%s\", \"decidedOn\": \"2016-02-01\"}".formatted(next);
    on(path, "transfer", body).problem(409, "NO_SUCH_REVISION");
    revise(old, next, "2016-01-11").done();
    on(path, "transfer", body).done();
    assertThat(ledger.of(path, "path.PathTransferred").getFirst().text("/carried/0/to"))
        .isEqualTo("CCP2");
    story.ccp(path, "CCP1", "2016-03-07").done();
    story.ccp(path, "CCP2", "2016-03-07").problem(409, "CCP_ALREADY_HELD");
    story.close(next, "2016-04-04").done();
    Sweep.eventually().until(() -> !ledger.of(path, "path.TitleClosureNoted").isEmpty());
  }

  @Test
  void a_revision_names_what_is_wrong_with_it() {
    String old = story.title("TP-2006", 3);
    String next = story.title("TP-2006", 2);
    revise(old, "NONE-1", "2016-01-11").problem(404, "UNKNOWN");
    api.post(
            "/api/referentiels/" + old + "/revision",
            """
            {"decidedOn": "2016-01-11", "successor": "%s", "source": "Illustratif",
             "equivalences": [{"from": "CCP1", "to": ["CCP3"]}]}
            """
                .formatted(next))
        .problem(409, "CCP_UNKNOWN");
    assertThat(
            api.post("/api/referentiels/" + old + "/revision", "{\"mark\": \"X\"}")
                .malformedFields())
        .contains("decidedOn", "source", "successor", "equivalences", "mark");
  }

  @Test
  void a_title_is_withdrawn_with_a_reason_and_only_once() {
    String path = titled();
    assertThat(on(path, "withdrawal", "{\"decidedOn\": \"2015-01-12\"}").malformedFields())
        .containsExactly("reason");
    String body = "{\"decidedOn\": \"2015-01-12\", \"reason\": \"Fraude\"}";
    on(path, "withdrawal", body).done();
    assertThat(ledger.kinds(path)).endsWith("TitleWithdrawn");
    on(path, "withdrawal", body).problem(409, "TITLE_NOT_HELD");
    story.ccs(path, "CCS1", "2015-02-02").problem(409, "TITLE_REQUIRED");
  }

  @Test
  void a_ccs_is_withdrawn_once_and_only_under_a_code() {
    String path = story.path(story.title("TP-2006", 1), "CAPITALISATION", "2014-01-06");
    story.ccp(path, "CCP1", "2014-03-10").done();
    story.title(path, "2014-06-10").done();
    story.ccs(path, "CCS1", "2014-07-07").done();
    String body = "{\"decidedOn\": \"2015-01-12\", \"reason\": \"Fraude\"}";
    assertThat(on(path, "ccs/no%20code/withdrawal", body).malformedFields()).containsExactly("ccs");
    assertThat(on(path, "ccs/no%20code/withdrawal", "{}").malformedFields())
        .containsExactly("ccs", "decidedOn", "reason");
    on(path, "ccs/CCS1/withdrawal", body).done();
    on(path, "ccs/CCS1/withdrawal", body).problem(409, "CCS_NOT_HELD");
  }

  @Test
  void a_title_in_question_is_confirmed() {
    String path = titled();
    String body = "{\"decidedOn\": \"2015-03-02\", \"reason\": \"Bonne foi\"}";
    on(path, "confirmation", body).problem(409, "TITLE_NOT_IN_QUESTION");
    story.annul(path, "CCP1", "2015-02-02").done();
    on(path, "confirmation", body).done();
    assertThat(ledger.kinds(path)).endsWith("TitleCalledIntoQuestion", "TitleConfirmed");
  }

  @Test
  void an_appeal_is_lodged_and_its_outcome_recorded() {
    String path = titled();
    on(
            path,
            "appeals",
            "{\"against\": \"2014-06-11\", \"before\": \"COURT\", \"lodgedOn\": \"2014-07-01\"}")
        .problem(409, "NOTHING_TO_APPEAL");
    on(
            path,
            "appeals",
            "{\"against\": \"2014-06-10\", \"before\": \"COURT\", \"lodgedOn\": \"2014-07-01\"}")
        .done();
    String outcome =
        "{\"decidedOn\": \"2014-09-01\", \"outcome\": \"DISMISSED\", \"reason\": \"Non fondé\"}";
    on(path, "appeals/2/outcome", outcome).problem(404, "UNKNOWN");
    on(path, "appeals/x/outcome", outcome).problem(404, "UNKNOWN");
    on(path, "appeals/1/outcome", outcome).done();
    on(path, "appeals/1/outcome", outcome).problem(409, "ALREADY_RECORDED");
  }

  @Test
  void a_survey_is_answered_after_its_time() {
    String path = titled();
    MovableClock.on("2026-11-22");
    String early =
        "{\"after\": \"SIX_MONTHS\", \"answeredOn\": \"2014-12-09\", \"employed\": false}";
    on(path, "surveys", early).problem(409, "DATES_OUT_OF_ORDER");
    on(path, "surveys", early.replace("12-09", "12-10")).done();
    assertThat(on(path, "surveys", early.replace("false", "true")).malformedFields())
        .containsExactly("inOccupation");
  }

  @Test
  void a_candidate_who_failed_twice_in_a_year_is_told_from_when_another_session_is_possible() {
    String path = story.path("AMIS-2013", "TRAINING", "2013-01-07");
    story.jury(path, "REFUSED", "2014-03-10", "").done();
    story.jury(path, "ABSENT", "2014-06-10", ", \"excused\": false").done();
    Answer refused = story.jury(path, "REFUSED", "2014-09-10", "");
    assertThat(refused.problem(409, "RESIT_LIMIT_REACHED").path("possibleFrom").asString())
        .isEqualTo("2015-03-11");
    story.jury(path, "REFUSED", "2015-03-11", "").done();
  }
}
