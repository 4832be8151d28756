package fr.livret.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = TestApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BadInputTest {
  private static final String THINGS = "/api/things";

  @Autowired private TestApi api;
  private final Caller http;

  BadInputTest(@LocalServerPort int port) {
    this.http = new Caller(port);
  }

  @BeforeEach
  void nothing_happened() {
    api.effects.set(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                                                    | body                | ends too early, at line 1
          {"familyName":"Dupré",}                              | body                | is not JSON, at line 1, column
          Dupré                                                | body                | is not JSON, at line 1, column
          {"familyName":"Dupré"} {}                            | body                | is more than one value
          [1]                                                  | body                | must be an object
          null                                                 | body                | is required
          "Dupré"                                              | body                | must be an object
          {"familyName":"Dupré","familyName":"Dupré"}          | ANY                 | has the same field twice
          {"nom":"Dupré"}                                      | nom                 | is not a field of this request
          {"familyName":5}                                     | familyName          | must be a text
          {"familyName":true}                                  | familyName          | must be a text
          {"familyName":["Dupré"]}                             | familyName          | must be a text
          {"familyName":{"a":1}}                               | familyName          | must be a text
          {"birthDate":20140310}                               | birthDate           | must be a day as yyyy-MM-dd
          {"birthDate":[2014,3,10]}                            | birthDate           | must be a day as yyyy-MM-dd
          {"birthDate":"10/03/2014"}                           | birthDate           | must be a day as yyyy-MM-dd
          {"birthDate":"2014-3-10"}                            | birthDate           | must be a day as yyyy-MM-dd
          {"birthDate":"2014-03-10T00:00:00"}                  | birthDate           | must be a day as yyyy-MM-dd
          {"birthDate":"2015-02-29"}                           | birthDate           | 2015-02-29 is not a day of the calendar
          {"birthDate":"9999-12-31"}                           | birthDate           | must be from 1900-01-01 to 2200-12-31
          {"birthDate":"-0001-01-01"}                          | birthDate           | must be a day as yyyy-MM-dd
          {"birthDate":"1899-12-31"}                           | birthDate           | must be from 1900-01-01 to 2200-12-31
          {"birthDate":"+12014-03-10"}                         | birthDate           | must be a day as yyyy-MM-dd
          {"birthDate":""}                                     | birthDate           | must be a day as yyyy-MM-dd
          {"count":"5"}                                        | count               | must be a whole number
          {"count":5.0}                                        | count               | must be a whole number
          {"count":99999999999}                                | count               | must be a whole number in range
          {"count":1e400}                                      | count               | must be a whole number
          {"count":true}                                       | count               | must be a whole number
          {"count":""}                                         | count               | must be a whole number
          {"flag":1}                                           | flag                | must be true or false
          {"flag":"true"}                                      | flag                | must be true or false
          {"points":"12"}                                      | points              | must be a number
          {"points":NaN}                                       | ANY                 | is not JSON
          {"candidateId":"1-1-1-1-1"}                          | candidateId         | must be an id
          {"candidateId":7}                                    | candidateId         | must be an id
          {"evaluators":{}}                                    | evaluators          | must be a list
          {"evaluators":""}                                    | evaluators          | must be a list
          {"evaluators":[{"role":"TRAINER"},{"role":"boss"}]}  | evaluators[1].role  | 'boss' is not known: must be one of PROFESSIONAL, TRAINER
          {"evaluators":[{"role":"trainer"}]}                  | evaluators[0].role  | 'trainer' is not known
          {"evaluators":[{"role":1}]}                          | evaluators[0].role  | '1' is not known: must be one of PROFESSIONAL, TRAINER
          {"evaluators":[{"role":""}]}                         | evaluators[0].role  | '' is not known: must be one of PROFESSIONAL, TRAINER
          {"evaluators":[{"rôle":"TRAINER"}]}                  | evaluators[0].rôle  | is not a field of this request
          {"evaluators":["Dupré"]}                             | evaluators[0]       | must be an object
          """)
  void a_malformed_body_is_answered_400_with_the_field_and_what_is_expected(
      String body, String field, String message) {
    HttpResponse<String> answer = http.post(THINGS, body);
    JsonNode problem = problem(answer, 400, "MALFORMED");
    assertThat(problem.at("/errors/0/message").asString()).startsWith(message);
    if (!field.equals("ANY")) {
      assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }
    assertThat(answer.body()).doesNotContain("Dupré");
    assertThat(api.effects).hasValue(0);
  }

  @Test
  void every_wrong_field_is_named_at_once() {
    JsonNode problem =
        problem(
            http.post(
                THINGS,
                """
                {"familyName":" ","evaluators":[{"name":"A\\u0000"},{"role":"TRAINER","name":""}],
                 "evidence":["EFA","pas un code"]}
                """),
            400,
            "MALFORMED");
    assertThat(problem.at("/errors").findValuesAsString("field"))
        .containsExactly(
            "familyName",
            "birthDate",
            "evaluators[0].role",
            "evaluators[0].name",
            "evaluators[1].name",
            "evidence[1]");
    assertThat(problem.at("/errors").findValuesAsString("message"))
        .containsExactly(
            "must not be blank",
            "is required",
            "is required",
            "must not contain the character U+0000",
            "must not be blank",
            "must be a code: ASCII letters, digits, _ . or -");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u0000",
        "a\\u001fb",
        "\\ud800",
        "a\\udc00b",
        "\\uffff",
        "\\ufdd0",
        "\\u202eabc",
        "\\u2066a",
        "a\\nb",
        "\\u2028a",
        "\\u200b",
        "\\u00a0",
        ""
      })
  void a_name_nobody_could_keep_faithfully_is_refused(String name) {
    JsonNode problem =
        problem(
            http.post(THINGS, "{\"familyName\":\"" + name + "\",\"birthDate\":\"1990-01-01\"}"),
            400,
            "MALFORMED");
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo("familyName");
    assertThat(api.effects).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Neill-d’Ébène",
        "مريم العمراني",
        "נועה",
        "👩🏽‍🎓",
        "Nguyễn",
        "Z͑ͫ̓algo",
        " spaces kept ",
        "李",
        "𠮷野"
      })
  void a_name_of_any_script_is_kept_exactly(String name) {
    HttpResponse<String> answer = http.post(THINGS + "/echo", "{\"familyName\":\"" + name + "\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Caller.json(answer).at("/familyName").asString()).isEqualTo(name);
    assertThat(
            http.post(THINGS, "{\"familyName\":\"" + name + "\",\"birthDate\":\"1990-01-01\"}")
                .statusCode())
        .isEqualTo(201);
  }

  @Test
  void a_text_of_a_hundred_thousand_characters_and_one_is_400_and_a_body_over_two_megabytes_413() {
    problem(http.post(THINGS, named("a".repeat(100_001))), 400, "MALFORMED");
    problem(http.post(THINGS, named("a".repeat(1_000_000))), 400, "MALFORMED");
    problem(http.post(THINGS, named("a".repeat(201))), 400, "MALFORMED");
    problem(http.post(THINGS, named("a".repeat(2_100_000))), 413, "TOO_LARGE");
    problem(http.post(THINGS, "[".repeat(10_000)), 400, "MALFORMED");
    problem(http.post(THINGS, "{\"count\":" + "9".repeat(1_000) + "}"), 400, "MALFORMED");
    assertThat(http.post(THINGS, named("a".repeat(200))).statusCode()).isEqualTo(201);
  }

  @Test
  void a_value_a_constructor_refuses_is_400_and_not_quoted() {
    HttpResponse<String> answer = http.post(THINGS + "/holder", "{\"wrapped\":\"Dupré\"}");
    JsonNode problem = problem(answer, 400, "MALFORMED");
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo("wrapped");
    assertThat(answer.body()).doesNotContain("Dupré");
  }

  @Test
  void bytes_that_are_not_utf8_are_400_with_their_place() {
    byte[] latin = "{\"familyName\":\"Dupré\"}".getBytes(StandardCharsets.ISO_8859_1);
    JsonNode problem = problem(http.send("POST", THINGS, latin), 400, "MALFORMED");
    assertThat(problem.at("/errors/0/message").asString()).isEqualTo("is not UTF-8, at byte 20");
    byte[] encodedSurrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    problem(http.send("POST", THINGS, encodedSurrogate), 400, "MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/json;charset=ISO-8859-1",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "nonsense",
        "a/b/c",
        "application/json;charset=klingon",
        "application/octet-stream"
      })
  void a_body_of_another_form_is_415(String contentType) {
    problem(http.post(THINGS, "{}", "Content-Type", contentType), 415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void a_compressed_body_is_415() {
    problem(http.post(THINGS, "{}", "Content-Encoding", "gzip"), 415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void another_method_is_405_and_says_which_are_allowed() {
    HttpResponse<String> answer = http.send("DELETE", THINGS, new byte[0]);
    problem(answer, 405, "METHOD_NOT_ALLOWED");
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
    problem(http.send("BREW", THINGS, new byte[0]), 405, "METHOD_NOT_ALLOWED");
  }

  @Test
  void a_form_of_answer_that_cannot_be_given_is_406_and_a_problem_is_json_all_the_same() {
    problem(http.get(THINGS + "/1/parchemin", "Accept", "application/json"), 406, "NOT_ACCEPTABLE");
    problem(http.post(THINGS, "{", "Accept", "application/pdf"), 400, "MALFORMED");
    problem(http.get(THINGS + "/not-an-id", "Accept", "text/html, */*"), 404, "UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/nothing",
        "/nothing",
        "/api",
        "/",
        "/error",
        "/api/things/1/2/3",
        "/api/%F0%9F%98%80"
      })
  void an_address_of_nothing_is_404(String path) {
    problem(http.get(path), 404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-an-id", "1-1-1-1-1", "%20", "5", "%C3%A9"})
  void an_id_that_is_none_is_404_as_one_that_nothing_has(String id) {
    JsonNode problem = problem(http.get(THINGS + "/" + id), 404, "UNKNOWN");
    assertThat(problem.at("/legalBasis/rule").asString()).isEqualTo("COMMON#record.must-exist");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=many, limit",
    "limit=1.5, limit",
    "limit=99999999999, limit",
    "effectiveOn=yesterday, effectiveOn",
    "effectiveOn=2015-02-29, effectiveOn",
    "effectiveOn=9999-01-01, effectiveOn",
    "limit=%zz, query",
    "limit=%ff, query"
  })
  void a_malformed_parameter_is_400_and_named(String query, String field) throws Exception {
    String raw =
        http.raw(
            "GET /api/things/"
                + UUID.randomUUID()
                + "?"
                + query
                + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(raw).startsWith("HTTP/1.1 400").contains("\"field\":\"" + field + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "If-Match, 3",
    "If-Match, W/\"3\"",
    "If-Match, \"three\"",
    "If-Match, \"-1\"",
    "If-Match, '\"1\", \"2\"'",
    "X-Livret-Actor, ' '",
    "Idempotency-Key, é"
  })
  void a_malformed_header_is_400_and_named(String header, String value) throws Exception {
    String raw =
        http.raw(
            "POST /api/things/echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: 18\r\n"
                + header
                + ": "
                + value
                + "\r\n\r\n{\"familyName\":\"A\"}");
    assertThat(raw)
        .startsWith("HTTP/1.1 400")
        .contains("\"field\":\"" + header + "\"", "\"code\":\"MALFORMED\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /api/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /api/%2F%2F HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /api/{x} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /api/../../etc HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "G\u0001T / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
        "POST /api/things HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        "POST /api/things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
            + "Content-Type: application/json\r\nConnection: close\r\n\r\nzz\r\n"
      })
  void what_the_server_itself_refuses_is_no_500_and_a_problem(String request) throws Exception {
    String answer = http.raw(request);
    assertThat(answer).matches("(?s)HTTP/1.1 (4..|505) .*");
    assertThat(answer).contains("application/problem+json", "urn:livret:problem:");
  }

  @Test
  void headers_beyond_all_measure_are_4xx() throws Exception {
    String answer = http.raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(100_000) + "\r\n\r\n");
    assertThat(answer).matches("(?s)HTTP/1.1 4.. .*").contains("application/problem+json");
  }

  private static String named(String name) {
    return "{\"familyName\":\"" + name + "\",\"birthDate\":\"1990-01-01\"}";
  }

  static JsonNode problem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = Caller.json(answer);
    assertThat(problem.at("/type").asString()).isEqualTo("urn:livret:problem:" + code);
    assertThat(problem.at("/code").asString()).isEqualTo(code);
    assertThat(problem.at("/status").asInt()).isEqualTo(status);
    assertThat(problem.at("/title").asString()).isNotBlank();
    assertThat(problem.at("/detail").asString()).isNotBlank();
    return problem;
  }
}
