package fr.livret.http;

import static fr.livret.http.BadInputTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = TestApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProblemsTest {
  private static final String THING = "/api/things/" + UUID.randomUUID();
  private static final String NAMED = "{\"familyName\":\"Dupré-Reconnaissable\"}";

  private final Caller http;

  ProblemsTest(@LocalServerPort int port) {
    this.http = new Caller(port);
  }

  @Test
  void a_refusal_is_409_with_its_facts_and_the_text_behind_it() {
    JsonNode problem =
        problem(http.post(THING + "/refusal?code=CCP_ALREADY_HELD", "{}"), 409, "CCP_ALREADY_HELD");
    assertThat(problem.at("/ccp").asString()).isEqualTo("CCP1");
    assertThat(problem.at("/obtainedOn").asString()).isEqualTo("2014-03-10");
    assertThat(problem.at("/detail").asString())
        .startsWith("This CCP is already held on that day (")
        .contains("ccp CCP1", "obtained on 2014-03-10");
    assertThat(problem.at("/legalBasis/rule").asString()).isEqualTo("COMMON#ccp.not-twice");
    assertThat(problem.at("/legalBasis/mark").asString()).isEqualTo("R");
    assertThat(problem.at("/legalBasis/origin").asString()).isEqualTo("COMMON.yaml:1");
    assertThat(problem.at("/legalBasis/citation").asString()).isEqualTo("words");
    assertThat(problem.at("/legalBasis/source").asString()).isEqualTo("our reading");
  }

  @Test
  void a_fact_never_hides_a_member_of_the_problem() {
    JsonNode problem =
        problem(http.post(THING + "/refusal?code=CCPS_MISSING", "{}"), 409, "CCPS_MISSING");
    assertThat(problem.at("/title").asString())
        .isEqualTo("The title needs every CCP to be held on that day");
    assertThat(problem.at("/titleOfCase").asString()).isEqualTo("AMIS-2013");
    assertThat(problem.has("legalBasis")).as("a regime's rule has no common basis").isFalse();
  }

  @Test
  void an_id_nothing_is_recorded_under_is_404() {
    problem(http.post(THING + "/refusal?code=UNKNOWN", "{}"), 404, "UNKNOWN");
  }

  @Test
  void a_stale_version_is_412_with_the_current_one() {
    JsonNode problem = problem(http.post(THING + "/conflict", "{}"), 412, "VERSION_CONFLICT");
    assertThat(problem.at("/currentVersion").asInt()).isEqualTo(7);
  }

  @Test
  void what_may_succeed_a_little_later_is_503_and_says_when() {
    HttpResponse<String> late = http.post("/api/things/failure?how=late", NAMED);
    problem(late, 503, "NOT_YET_PROJECTED");
    assertThat(late.headers().firstValue("Retry-After")).contains("2");
    HttpResponse<String> store = http.post("/api/things/failure?how=store", NAMED);
    problem(store, 503, "STORE_UNAVAILABLE");
    assertThat(store.headers().firstValue("Retry-After")).contains("2");
  }

  @Test
  void a_fault_of_the_product_is_500_and_logged_under_its_incident_without_the_body(
      CapturedOutput log) {
    HttpResponse<String> answer = http.post("/api/things/failure?how=fault", NAMED);
    JsonNode problem = problem(answer, 500, "INTERNAL");
    assertThat(log.getAll())
        .contains(problem.at("/incident").asString(), "IllegalStateException: cannot do with [...]")
        .doesNotContain("Reconnaissable");
    assertThat(answer.body()).doesNotContain("Reconnaissable", "IllegalState");
  }

  @Test
  void parameters_that_are_empty_or_repeated_do_not_hinder_the_log_of_a_fault(CapturedOutput log) {
    HttpResponse<String> answer =
        http.post("/api/things/failure?how=fault&x=&x=&y=Personne&y=Personne", NAMED);
    problem(answer, 500, "INTERNAL");
    assertThat(log.getAll()).contains("TestApi.fail(").doesNotContain("Personne");
  }

  @Test
  void a_name_in_a_malformed_body_is_neither_logged_nor_answered(CapturedOutput log) {
    for (String body :
        new String[] {
          "{\"familyName\":Reconnaissable}",
          "{\"familyName\":\"Reconnaissable\",\"birthDate\":\"Reconnaissable\"}",
          "{\"familyName\":\"Reconnaissable\\u0000\",\"birthDate\":\"1990-01-01\"}",
          "{\"familyName\":{\"x\":\"Reconnaissable\"}}",
          "{\"candidateId\":\"Reconnaissable\"}",
          "{\"count\":\"Reconnaissable\"}",
          "Reconnaissable"
        }) {
      HttpResponse<String> answer = http.post("/api/things", body);
      problem(answer, 400, "MALFORMED");
      assertThat(answer.body()).doesNotContain("Reconnaissable");
    }
    assertThat(log.getAll()).doesNotContain("Reconnaissable");
  }

  @Test
  void a_request_keeps_its_id_or_is_given_one() {
    assertThat(http.get(THING, "X-Request-Id", "abc-1").headers().firstValue("X-Request-Id"))
        .contains("abc-1");
    assertThat(http.get(THING, "X-Request-Id", "a b\"").headers().firstValue("X-Request-Id"))
        .hasValueSatisfying(id -> assertThat(Ids.parse(id)).isPresent());
  }

  @Test
  void an_actor_may_have_any_name_and_is_anonymous_without_one() throws Exception {
    assertThat(Caller.json(http.post("/api/things/echo", NAMED)).at("/actor").asString())
        .isEqualTo("anonymous");
    assertThat(
            Caller.json(http.post("/api/things/echo", NAMED, "X-Livret-Actor", "m.dupont"))
                .at("/actor")
                .asString())
        .isEqualTo("m.dupont");
    assertThat(Actor.parse("Ã\u0089loÃ¯se")).isEqualTo("Éloïse");
  }

  @Test
  void a_version_is_expected_as_a_strong_tag() {
    assertThat(
            Caller.json(http.post("/api/things/echo", NAMED, "If-Match", "\"3\""))
                .at("/ifMatch")
                .asInt())
        .isEqualTo(3);
    assertThat(
            Caller.json(http.post("/api/things/echo", NAMED, "If-Match", "*"))
                .at("/ifMatch")
                .asInt())
        .isEqualTo(-1);
  }

  @Test
  void a_write_answers_its_id_and_version_with_location_and_tag() {
    HttpResponse<String> answer =
        http.post("/api/things", "{\"familyName\":\"A\",\"birthDate\":\"1990-01-01\"}");
    String id = Caller.json(answer).at("/id").asString();
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"id\":\"" + id + "\",\"version\":0}");
    assertThat(answer.headers().firstValue("Location")).contains("/api/things/" + id);
    assertThat(answer.headers().firstValue("ETag")).contains("\"0\"");
  }
}
