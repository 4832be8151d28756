package fr.livret.command.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Ledger.Fact;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** R01 to R09 as a program sees them: the code, the text of law behind it, and nothing stored. */
@ExtendWith(SharedNode.class)
class RuleRefusalsTest {
  private static final Pattern ORIGIN = Pattern.compile("(regimes/[A-Z0-9-]+\\.yaml):(\\d+)");
  private static final String ACTOR = "DDETS 59, guichet 3";

  private final Api api;
  private final Ledger ledger;
  private final Story story;
  private final String requestId = "r-" + UUID.randomUUID();

  RuleRefusalsTest(Node node) {
    this.api = node.api();
    this.ledger = node.ledger();
    this.story = node.story();
  }

  /** Asks, and follows the refusal to its record and to the line of the regime file behind it. */
  private JsonNode refused(String code, String rule, String mark, String address, String body) {
    Answer answer =
        ledger.adding(
            1, () -> api.post(address, body, "X-Livret-Actor", ACTOR, "X-Request-Id", requestId));
    JsonNode problem = answer.problem(409, code);
    JsonNode basis = problem.path("legalBasis");
    assertThat(basis.path("citation").asString()).isNotBlank();
    assertThat(basis.path("source").asString()).isNotBlank();
    assertThat(basis.path("mark").asString()).isEqualTo(mark);
    assertThat(basis.path("rule").asString()).endsWith("#" + rule);
    assertThat(lineAt(basis.path("origin").asString())).contains(rule + ":");
    List<Fact> recorded = ledger.ofRequest(requestId);
    assertThat(recorded).extracting(Fact::type).containsExactly("audit.CommandRefused");
    Fact refusal = recorded.getFirst();
    assertThat(refusal.text("/code")).isEqualTo(code);
    assertThat(refusal.text("/rule")).endsWith(rule);
    assertThat(refusal.text("/refusedOn")).isEqualTo("2026-11-02");
    assertThat(refusal.metadata().path("actor").asString()).isEqualTo(ACTOR);
    return problem;
  }

  private static String lineAt(String origin) {
    Matcher named = ORIGIN.matcher(origin);
    assertThat(named.matches()).as(origin).isTrue();
    try (InputStream file =
        RuleRefusalsTest.class.getClassLoader().getResourceAsStream(named.group(1))) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().toList().get(Integer.parseInt(named.group(2)) - 1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String ccps(String path) {
    return "/api/paths/" + path + "/ccps";
  }

  private static String ccp(String code, String day) {
    return Story.ccpBody(code, day, Story.BINOME);
  }

  private static String jury(String path) {
    return "/api/paths/" + path + "/jury-decisions";
  }

  private static String title(String day, boolean interviewHeld) {
    return """
    {"heldOn": "%s", "decision": "TITLE", "interviewHeld": %s, "evidence": []}\
    """
        .formatted(day, interviewHeld);
  }

  @Test
  void r01_a_ccp_that_is_held_is_not_obtained_again() {
    String path = story.withCcps("2025-03-10");
    JsonNode problem =
        refused("CCP_ALREADY_HELD", "ccp.not-twice", "R", ccps(path), ccp("CCP1", "2026-01-05"));
    assertThat(problem.path("ccp").asString()).isEqualTo("CCP1");
    assertThat(problem.path("heldSince").asString()).isEqualTo("2025-03-10");
    assertThat(ledger.ofRequest(requestId).getFirst().text("/target")).isEqualTo(path);
    assertThat(ledger.ofRequest(requestId).getFirst().text("/command")).isEqualTo("RecordCcp");
    assertThat(ledger.kinds(path)).containsExactly("PathOpened", "CcpObtained", "WindowOpened");
  }

  @Test
  void r02_a_ccp_of_another_title_is_unknown_here() {
    String path = story.capitalising();
    JsonNode problem =
        refused(
            "CCP_UNKNOWN", "ccp.of-the-referentiel", "R", ccps(path), ccp("CCP9", "2014-03-10"));
    assertThat(problem.path("certification").asString()).isEqualTo("AMIS-2013");
  }

  @Test
  void r03_no_fact_is_recorded_before_its_day() {
    String path = story.capitalising();
    refused("DATE_IN_FUTURE", "record.not-in-future", "R", ccps(path), ccp("CCP1", "2026-11-03"));
    story.ccp(path, "CCP1", "2026-11-02").done();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INDIVIDUAL", "APPRENTICESHIP"})
  void r04_a_title_is_not_open_to_every_access(String access) {
    Function<String, String> opening =
        by ->
            """
            {"candidateId": "%s", "certification": "AICMP-2022", "route": "TRAINING",
             "openedOn": "2023-01-09", "access": "%s"}\
            """
                .formatted(story.candidate(), by);
    String body = opening.apply(access);
    JsonNode problem = refused("ROUTE_NOT_OPEN", "path.route-open", "R", "/api/paths", body);
    assertThat(problem.path("access").asString()).isEqualTo(access);
    api.post("/api/paths", opening.apply("CONTINUING_EDUCATION")).created("/api/paths");
  }

  @Test
  void r05_no_title_without_its_interview() {
    String path = story.withCcps("2014-03-10", "2016-05-02", "2019-03-10");
    refused("INTERVIEW_REQUIRED", "title.interview", "S", jury(path), title("2020-06-15", false));
    api.post(jury(path), title("2020-06-15", true)).done();
  }

  @Test
  void r06_the_path_ends_with_its_title() {
    String path = story.withCcps("2014-03-10", "2016-05-02", "2019-03-10");
    story.title(path, "2020-06-15").done();
    JsonNode problem =
        refused("PATH_CLOSED", "path.ends-with-title", "R", ccps(path), ccp("CCP1", "2021-01-04"));
    assertThat(problem.path("titleAwardedOn").asString()).isEqualTo("2020-06-15");
  }

  @Test
  void r07_no_ccs_without_its_title() {
    String path = story.capitalising();
    String body =
        """
        {"ccs": "CCS1", "obtainedOn": "2021-05-04", "evidence": []}\
        """;
    refused("TITLE_REQUIRED", "ccs.after-title", "S", "/api/paths/" + path + "/ccs", body);
  }

  @Test
  void r08_the_candidates_own_trainer_does_not_evaluate() {
    String path = story.capitalising();
    String own =
        """
        [{"role": "PROFESSIONAL"}, {"role": "TRAINER", "ownTrainer": true}]\
        """;
    refused(
        "EVALUATOR_CONFLICT",
        "ccp.evaluator-independence",
        "S",
        ccps(path),
        Story.ccpBody("CCP1", "2014-03-10", own));
    story.ccp(path, "CCP1", "2014-03-10").done();
  }

  @Test
  void r09_a_certificate_must_be_valid_on_the_day_of_the_title() {
    String candidate = story.candidate();
    String path =
        story
            .open(candidate, "AMIS-2023", "CAPITALISATION", "2024-01-08")
            .created("/api/paths")
            .id();
    for (String ccp : List.of("CCP1", "CCP2", "CCP3")) {
      story.ccp(path, ccp, "2025-02-03").done();
    }
    story.certificate(candidate, "2023-01-15", "2025-06-30").done();
    JsonNode problem =
        refused(
            "PREREQUISITE_MISSING",
            "title.prerequisites",
            "R",
            jury(path),
            title("2025-07-01", true));
    assertThat(problem.path("missing").get(0).asString()).isEqualTo("SST");
    story.title(path, "2025-06-30").done();
  }

  @Test
  void no_path_opens_for_an_erased_candidate() {
    String candidate = story.candidate();
    story.erase(candidate, "2026-11-01").done();
    String opening =
        """
        {"candidateId": "%s", "certification": "AMIS-2013", "route": "TRAINING",
         "openedOn": "2014-01-06"}\
        """
            .formatted(candidate);
    refused("CANDIDATE_ERASED", "record.erased", "R", "/api/paths", opening);
    assertThat(ledger.ofRequest(requestId).getFirst().text("/command")).isEqualTo("OpenPath");
  }

  @Test
  void a_certificate_of_an_erased_candidate_is_refused_by_its_rule() {
    String candidate = story.candidate();
    story.erase(candidate, "2026-11-01").done();
    refused(
        "CANDIDATE_ERASED",
        "record.erased",
        "R",
        "/api/candidates/" + candidate + "/certificates",
        """
        {"kind": "SST", "obtainedOn": "2025-01-15", "validThrough": "2027-01-15",
         "number": "SST-4711"}\
        """);
  }
}
