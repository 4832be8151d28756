package fr.livret.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.Sessions;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What sessions answer: each refusal with its code, its facts and its text of law. */
@ExtendWith(SharedNode.class)
class SessionRequestsTest {
  private static final String HELD = "2014-06-12";

  private final Node node;
  private final Story story;
  private final Sessions sessions;
  private final Ledger ledger;

  SessionRequestsTest(Node node) {
    this.node = node;
    this.story = node.story();
    this.sessions = new Sessions(node);
    this.ledger = node.ledger();
  }

  private String trainee(String certification) {
    return story.path(certification, "TRAINING", "2011-07-02");
  }

  @Test
  void a_session_awards_a_title_grants_ccps_and_notes_an_absence() {
    String title = story.title("TP-2006", 3);
    List<String> paths = List.of(trainee(title), trainee(title), trainee(title));
    String session = sessions.held(title, HELD, "2014-05-12", paths);
    sessions.result(session, paths.get(0), "TITLE", "").done();
    sessions.result(session, paths.get(1), "PARTIAL", ", \"ccps\": [\"CCP2\", \"CCP1\"]").done();
    sessions
        .result(session, paths.get(2), "ABSENT", ", \"excuse\": \"ILLNESS\", \"proved\": true")
        .done();
    sessions.sign(session, HELD, "J1", "J2").done();
    Sessions.eventually()
        .until(() -> ledger.of(session, "session.DecisionRecorded").size() == paths.size());
    Ledger.Fact award = ledger.of(paths.get(0), "path.TitleAwarded").getFirst();
    assertThat(award.text("/heldOn")).isEqualTo(HELD);
    assertThat(award.text("/minutes/session")).isEqualTo(session);
    assertThat(award.text("/minutes/edition")).isEqualTo("1");
    assertThat(award.metadata().path("actor").asString()).isEqualTo("livret:minutes");
    assertThat(ledger.of(paths.get(1), "path.CcpObtained"))
        .extracting(fact -> fact.text("/ccp"))
        .containsExactly("CCP1", "CCP2");
    assertThat(ledger.of(paths.get(2), "path.CandidateAbsent").getFirst().text("/excused"))
        .isEqualTo("true");
  }

  @Test
  void a_session_of_ccps_records_them_with_those_who_evaluated() {
    String path = story.path("AMIS-2013", "CAPITALISATION", "2011-07-02");
    String session = sessions.planned("CCP", "AMIS-2013", HELD);
    sessions.professional(session, "J1").done();
    sessions
        .post(
            session,
            "jury",
            "{\"id\": \"T1\", \"role\": \"TRAINER\", \"specialities\": [\"AMIS-2013\"]}")
        .done();
    sessions
        .post(
            session, "candidates", "{\"pathId\": \"" + path + "\", \"ccps\": [\"CCP1\",\"CCP2\"]}")
        .done();
    sessions.convoke(session, "2014-05-28", List.of("J1", "T1"), List.of(path)).done();
    sessions.present(session, "J1", "T1").done();
    sessions
        .result(
            session,
            path,
            "CCPS",
            """
            , "ccpResults": [{"ccp": "CCP1", "result": "GRANTED",
                              "evidence": ["MISE_EN_SITUATION", "DSPP"]},
                             {"ccp": "CCP2", "result": "REFUSED"}]\
            """)
        .done();
    sessions.sign(session, HELD, "J1", "T1").done();
    Sessions.eventually().until(() -> !ledger.of(session, "session.DecisionRecorded").isEmpty());
    assertThat(ledger.of(path, "path.CcpObtained"))
        .singleElement()
        .satisfies(fact -> {
          assertThat(fact.text("/ccp")).isEqualTo("CCP1");
          assertThat(fact.text("/grantedBy")).isEqualTo("BINOME");
          assertThat(fact.text("/evaluators/0/id")).isEqualTo("J1");
          assertThat(fact.text("/session")).isEqualTo(session);
        });
  }

  @Test
  void a_session_of_a_ccs_awards_it_after_the_title() {
    String title = story.title("TP-2006", 3);
    String path = trainee(title);
    story.title(path, "2013-06-10").done();
    String session = sessions.planned("CCS", title, HELD);
    sessions.professional(session, "J1").done();
    sessions.professional(session, "J2").done();
    sessions
        .post(session, "candidates", "{\"pathId\": \"" + path + "\", \"ccs\": \"CCS1\"}")
        .done();
    sessions.convoke(session, "2014-05-28", List.of("J1", "J2"), List.of(path)).done();
    sessions.present(session, "J1", "J2").done();
    sessions
        .post(
            session,
            "results",
            """
            {"pathId": "%s", "decision": "CCS", "interviewHeld": true,
             "evidence": ["MISE_EN_SITUATION", "ENTRETIEN"]}\
            """
                .formatted(path))
        .done();
    sessions.sign(session, HELD, "J1", "J2").done();
    Sessions.eventually().until(() -> !ledger.of(path, "path.CcsAwarded").isEmpty());
    assertThat(ledger.of(path, "path.CcsAwarded").getFirst().text("/obtainedOn")).isEqualTo(HELD);
  }

  @Test
  void a_convocation_too_late_is_refused_with_its_last_day_and_its_text() {
    String title = story.title("TP-2006", 3);
    String path = trainee(title);
    String session = sessions.planned("TITLE", title, HELD);
    sessions.enrol(session, path).done();
    JsonNode problem =
        sessions
            .convoke(session, "2014-05-13", List.of(), List.of(path))
            .problem(409, "CONVOCATION_TOO_LATE");
    assertThat(problem.path("lastDay").asString()).isEqualTo("2014-05-12");
    assertThat(problem.at("/legalBasis/mark").asString()).isEqualTo("S");
    assertThat(problem.at("/legalBasis/citation").asString()).contains("au moins un mois avant");
    sessions
        .post(
            session,
            "convocations",
            """
            {"sentOn": "2014-05-13", "candidates": ["%s"], "derogation": "Inscription tardive"}\
            """
                .formatted(path))
        .done();
    assertThat(ledger.of(session, "session.CandidateConvoked").getFirst().text("/derogation"))
        .isEqualTo("Inscription tardive");
  }

  @Test
  void minutes_that_cannot_be_signed_say_who_is_missing() {
    String title = story.title("TP-2006", 3);
    List<String> paths = List.of(trainee(title), trainee(title));
    String session = sessions.held(title, HELD, "2014-05-12", paths);
    sessions.result(session, paths.getFirst(), "REFUSED", "").done();
    JsonNode missing = sessions.sign(session, HELD, "J1", "J2").problem(409, "RESULTS_MISSING");
    assertThat(missing.at("/missing/0").asString()).isEqualTo(paths.getLast());
    sessions.result(session, paths.getLast(), "REFUSED", "").done();
    assertThat(
            sessions
                .sign(session, HELD, "J1")
                .problem(409, "SIGNATURES_MISSING")
                .at("/missing/0")
                .asString())
        .isEqualTo("J2");
    sessions.sign(session, HELD, "J1", "J2").done();
    sessions.present(session, "J1").problem(409, "MINUTES_FROZEN");
  }

  @Test
  void what_the_law_of_the_path_refuses_is_refused_when_it_is_recorded() {
    String title = story.title("TP-2006", 3);
    String path = trainee(title);
    String session = sessions.held(title, HELD, "2014-05-12", List.of(path));
    JsonNode problem =
        // The record that it was refused, and nothing else.
        ledger
            .adding(1, () -> sessions.result(session, path, "CCS", ""))
            .problem(409, "RESULT_NOT_OF_SESSION");
    assertThat(problem.path("pathId").asString()).isEqualTo(path);
    story.title(path, "2014-06-02").done();
    sessions.result(session, path, "TITLE", "").problem(409, "PATH_CLOSED");
  }

  /** The path went on between the signature and the moment its decision reached it. */
  @Test
  void a_decision_the_path_refuses_meanwhile_is_noted_for_an_officer_and_blocks_nobody() {
    String title = story.title("TP-2006", 3);
    List<String> paths = List.of(trainee(title), trainee(title));
    String session = sessions.held(title, HELD, "2014-05-12", paths);
    paths.forEach(path -> sessions.result(session, path, "TITLE", "").done());
    WhenMinutesSignedThenRecordDecisions run =
        node.bean(WhenMinutesSignedThenRecordDecisions.class);
    // Nothing is brought while the run is held; it takes up all of it afterwards.
    synchronized (run) {
      sessions.sign(session, HELD, "J1", "J2").done();
      story.title(paths.getFirst(), "2014-06-02").done();
    }
    Sessions.eventually().until(() -> !ledger.of(session, "session.DecisionRecorded").isEmpty());
    Ledger.Fact refused = ledger.of(session, "session.DecisionNotRecorded").getFirst();
    assertThat(refused.text("/effect/path")).isEqualTo(paths.getFirst());
    assertThat(refused.text("/refused/0/code")).isEqualTo("PATH_CLOSED");
    assertThat(refused.text("/refused/0/facts/titleAwardedOn")).isEqualTo("2014-06-02");
    assertThat(ledger.of(paths.getLast(), "path.TitleAwarded")).hasSize(1);
  }

  @Test
  void whoever_nobody_knows_is_not_found() {
    String session = sessions.planned("TITLE", "AMIS-2013", HELD);
    String nobody = "6f1c5d0e-8f2f-4f43-9a55-0d3f6f0b6a11";
    sessions.enrol(session, nobody).problem(404, "UNKNOWN");
    sessions.enrol(session, "1-1-1-1-1").problem(404, "UNKNOWN");
    sessions.professional(nobody, "J1").problem(404, "UNKNOWN");
    sessions.present(session, "J9").problem(404, "UNKNOWN");
    sessions.annul(nobody, HELD).problem(404, "UNKNOWN");
    sessions.plan("TITLE", "NOBODY-2013", HELD).problem(404, "UNKNOWN");
    sessions
        .post(
            session,
            "appeals/0/outcome",
            "{\"decidedOn\": \"2014-07-01\", \"outcome\": " + "\"GRANTED\", \"reason\": \"x\"}")
        .problem(409, "MINUTES_NOT_SIGNED");
  }

  @Test
  void a_wrong_field_is_named() {
    String session = sessions.planned("TITLE", "AMIS-2013", HELD);
    assertThat(sessions.post(session, "convocations", "{}").malformedFields())
        .containsExactlyInAnyOrder("sentOn", "members");
    assertThat(
            sessions
                .post(session, "convocations", "{\"sentOn\": \"2014-05-01\", \"candidates\": []}")
                .malformedFields())
        .containsExactly("candidates");
    assertThat(
            sessions
                .post(
                    session,
                    "results",
                    """
                    {"pathId": "x", "decision": "TITLE", "ccps": ["CCP1"], "excuse": "ILLNESS",
                     "ccpResults": [{"ccp": "CCP1"}], "votes": {"inFavour": -1}}\
                    """)
                .malformedFields())
        .containsExactlyInAnyOrder(
            "ccps",
            "excuse",
            "ccpResults",
            "ccpResults[0].result",
            "votes.inFavour",
            "votes.against");
    String result = Sessions.resultBody("6f1c5d0e-8f2f-4f43-9a55-0d3f6f0b6a11", "REFUSED", "");
    assertThat(sessions.rectify(session, HELD, result, result).malformedFields())
        .containsExactly("results");
  }
}
