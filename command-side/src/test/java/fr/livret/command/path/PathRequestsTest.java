package fr.livret.command.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedNode.class)
class PathRequestsTest {
  private final Api api;
  private final Ledger ledger;
  private final Story story;

  PathRequestsTest(Node node) {
    this.api = node.api();
    this.ledger = node.ledger();
    this.story = node.story();
  }

  @ParameterizedTest
  @CsvSource({
    "TMS-2004,   TRAINING,       2006-01-16, TP-2002,      CONTINUING_EDUCATION",
    "AMIS-2013,  CAPITALISATION, 2014-03-10, TP-2006,      CONTINUING_EDUCATION",
    "AMIS-2023,  TRAINING,       2024-01-08, TP-2016,      CONTINUING_EDUCATION",
    "AICMP-2022, CAPITALISATION, 2024-06-01, RNCP-PRIVATE, CONTINUING_EDUCATION"
  })
  void a_path_opens_under_the_law_of_its_title(
      String certification, String route, String openedOn, String regime, String access) {
    String candidate = story.candidate();
    Answer answer = ledger.adding(1, () -> story.open(candidate, certification, route, openedOn));
    assertThat(answer.created("/api/paths").version()).isEqualTo(1);
    Fact opened = ledger.of(answer.id()).getFirst();
    assertThat(opened.type()).isEqualTo("path.PathOpened");
    assertThat(opened.text("/candidate")).isEqualTo(candidate);
    assertThat(opened.text("/route")).isEqualTo(route);
    assertThat(opened.text("/openedOn")).isEqualTo(openedOn);
    assertThat(opened.payload().toString()).contains(regime);
    assertThat(opened.text("/access")).isEqualTo(access);
  }

  @Test
  void a_path_needs_a_candidate_and_a_title_that_exist() {
    String candidate = story.candidate();
    String path = story.capitalising();
    for (String unknown : new String[] {UUID.randomUUID().toString(), path, "x", "1-1-1-1-1"}) {
      ledger
          .untouchedBy(() -> story.open(unknown, "AMIS-2013", "TRAINING", "2014-01-06"))
          .problem(404, "UNKNOWN");
    }
    for (String unknown : new String[] {"AMIS-1789", "amis-2013"}) {
      ledger
          .untouchedBy(() -> story.open(candidate, unknown, "TRAINING", "2014-01-06"))
          .problem(404, "UNKNOWN");
    }
  }

  @Test
  void a_ccp_is_recorded_with_what_it_rests_on_and_opens_the_window() {
    String path = story.capitalising();
    String body =
        """
        {"ccp": "CCP1", "obtainedOn": "2024-03-10", "sessionId": "S-12",
         "evaluators": [{"name": "Chloé Martin", "id": "E-7", "role": "PROFESSIONAL"},
                        {"role": "TRAINER", "ownTrainer": false}],
         "evidence": ["MISE_EN_SITUATION", "DSPP"]}\
        """;
    Answer answer = api.post("/api/paths/" + path + "/ccps", body, "X-Livret-Actor", "Centre 12");
    assertThat(answer.done().version()).isEqualTo(3);
    assertThat(answer.id()).isEqualTo(path);
    assertThat(ledger.kinds(path)).containsExactly("PathOpened", "CcpObtained", "WindowOpened");
    Fact obtained = ledger.of(path).get(1);
    assertThat(obtained.text("/grantedBy")).isEqualTo("BINOME");
    assertThat(obtained.text("/session")).isEqualTo("S-12");
    assertThat(obtained.text("/evaluators/0/id")).isEqualTo("E-7");
    assertThat(obtained.text("/rule")).isEqualTo("TP-2006/1#ccp.granting");
    assertThat(obtained.payload().toString()).doesNotContain("Martin");
    assertThat(obtained.metadata().path("actor").asString()).isEqualTo("Centre 12");
    assertThat(obtained.metadata().path("requestId").asString())
        .isEqualTo(answer.header("X-Request-Id"));
    assertThat(ledger.of(path).getLast().text("/window/lastDay")).isEqualTo("2029-03-10");
  }

  @Test
  void a_ccp_is_annulled_by_a_reasoned_decision() {
    String path = story.withCcps("2024-01-20", "2025-06-01");
    assertThat(story.annul(path, "CCP1", "2026-02-10").done().version()).isEqualTo(6);
    assertThat(ledger.kinds(path).subList(4, 6)).containsExactly("CcpAnnulled", "WindowMoved");
    Fact moved = ledger.of(path).getLast();
    assertThat(moved.text("/to/anchor")).isEqualTo("2025-06-01");
    assertThat(moved.text("/cause/kind")).isEqualTo("CCP_ANNULLED");
    ledger
        .adding(1, () -> story.annul(path, "CCP1", "2026-02-11"))
        .problem(409, "CCP_NOT_OBTAINED");
  }

  @Test
  void a_jury_awards_the_title_to_who_holds_every_ccp() {
    String path = story.withCcps("2014-03-10", "2016-05-02", "2019-03-10");
    story.title(path, "2020-06-15").done();
    assertThat(ledger.kinds(path)).endsWith("WindowFulfilled", "TitleAwarded");
    assertThat(ledger.of(path).getLast().text("/heldOn")).isEqualTo("2020-06-15");
  }

  @Test
  void a_jury_that_refuses_the_title_may_grant_ccps() {
    String path = story.path("AMIS-2013", "TRAINING", "2025-01-07");
    story.jury(path, "PARTIAL", "2025-10-04", ", \"ccps\": [\"CCP2\", \"CCP1\"]").done();
    assertThat(ledger.kinds(path))
        .containsExactly(
            "PathOpened", "TitleRefused", "CcpObtained", "CcpObtained", "WindowOpened");
    assertThat(ledger.of(path).get(2).text("/grantedBy")).isEqualTo("JURY");
  }

  @Test
  void a_jury_refuses_the_title_and_notes_who_did_not_come() {
    String path = story.path("AMIS-2013", "TRAINING", "2013-01-07");
    story.jury(path, "ABSENT", "2013-10-04", ", \"excused\": true").done();
    story.jury(path, "ABSENT", "2014-02-04", "").done();
    story.jury(path, "REFUSED", "2014-06-04", "").done();
    assertThat(ledger.kinds(path))
        .containsExactly("PathOpened", "CandidateAbsent", "CandidateAbsent", "TitleRefused");
    assertThat(ledger.of(path).get(1).text("/excused")).isEqualTo("true");
    assertThat(ledger.of(path).get(2).text("/excused")).isEqualTo("false");
  }

  @Test
  void ccps_are_named_with_a_partial_decision_and_no_other() {
    String path = story.path("AMIS-2013", "TRAINING", "2013-01-07");
    String ccps = ", \"ccps\": [\"CCP1\"]";
    for (String decision : new String[] {"TITLE", "REFUSED", "ABSENT"}) {
      assertThat(story.jury(path, decision, "2013-10-04", ccps).malformedFields())
          .containsExactly("ccps");
    }
    assertThat(story.jury(path, "PARTIAL", "2013-10-04", "").malformedFields())
        .containsExactly("ccps");
    assertThat(ledger.kinds(path)).containsExactly("PathOpened");
  }

  @Test
  void a_ccs_follows_its_title() {
    String title = story.title("TP-2006", 1);
    String path = story.path(title, "CAPITALISATION", "2014-01-06");
    story.ccp(path, "CCP1", "2014-03-10").done();
    story.title(path, "2014-06-15").done();
    story.ccs(path, "CCS1", "2021-05-04").done();
    assertThat(ledger.of(path).getLast().type()).isEqualTo("path.CcsAwarded");
    story.ccs(path, "CCS1", "2021-05-05").problem(409, "CCS_ALREADY_HELD");
    story.ccs(path, "CCS9", "2021-05-05").problem(409, "CCS_UNKNOWN");
  }

  /** An id of the right form may be another thing's. */
  @Test
  void nothing_is_recorded_on_a_path_nobody_opened() {
    String candidate = story.candidate();
    for (String unknown :
        new String[] {UUID.randomUUID().toString(), candidate, "x", "1-1-1-1-1", "%F0%9F%99%82"}) {
      story.ccp(unknown, "CCP1", "2014-03-10").problem(404, "UNKNOWN");
      story.annul(unknown, "CCP1", "2014-03-10").problem(404, "UNKNOWN");
      story.title(unknown, "2014-03-10").problem(404, "UNKNOWN");
      story.jury(unknown, "REFUSED", "2014-03-10", "").problem(404, "UNKNOWN");
      story.ccs(unknown, "CCS1", "2014-03-10").problem(404, "UNKNOWN");
    }
    assertThat(ledger.kinds(candidate)).containsExactly("CandidateRegistered");
  }

  @ParameterizedTest
  @CsvSource({"%F0%9F%99%82", "a%20b", "Benali%20Samia", "%E2%80%AE"})
  void what_is_annulled_is_named_by_a_code(String ccp) {
    String path = story.withCcps("2014-03-10");
    assertThat(ledger.untouchedBy(() -> story.annul(path, ccp, "2014-04-10")).malformedFields())
        .containsExactly("ccp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                              | role
          {"role": "FRIEND"}                              | role
          {"role": "TRAINER", "ownTrainer": "yes"}        | ownTrainer
          {"role": "TRAINER", "name": " "}                | name
          {"role": "TRAINER", "name": "A\\u202eB"}        | name
          {"role": "TRAINER", "id": "A\\u0000"}           | id
          {"role": "TRAINER", "birthDate": "1970-01-01"}  | birthDate
          """)
  void a_wrong_evaluator_is_named_by_seat_and_field(String evaluator, String field) {
    String path = story.capitalising();
    String seats = "[{\"role\": \"PROFESSIONAL\"}, null, %s]".formatted(evaluator);
    String body = Story.ccpBody("CCP1", "2025-03-10", seats);
    Answer answer = ledger.untouchedBy(() -> api.post("/api/paths/" + path + "/ccps", body));
    assertThat(answer.malformedFields()).contains("evaluators[2]." + field);
  }
}
