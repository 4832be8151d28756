package fr.livret.http;

import static fr.livret.http.BadInputTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = TestApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IdempotencyTest {
  private static final String THINGS = "/api/things";
  private static final String BODY = "{\"familyName\":\"Dupré\",\"birthDate\":\"1990-01-01\"}";
  private static final String OTHER_BODY =
      "{\"familyName\":\"Dupré\",\"birthDate\":\"1990-01-02\"}";
  private static final String KEY = "Idempotency-Key";

  @Autowired private TestApi api;
  @Autowired private JdbcClient jdbc;
  private final Caller http;
  private final String key = "key " + UUID.randomUUID();

  IdempotencyTest(@LocalServerPort int port) {
    this.http = new Caller(port);
  }

  @BeforeEach
  void nothing_happened() {
    api.effects.set(0);
  }

  @Test
  void the_same_request_again_gets_the_first_answer_and_has_no_effect() {
    HttpResponse<String> first = http.post(THINGS, BODY, KEY, key);
    HttpResponse<String> again = http.post(THINGS, BODY, KEY, key);
    assertThat(first.statusCode()).isEqualTo(201);
    assertSame(first, again);
    assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(api.effects).hasValue(1);
  }

  @Test
  void another_request_under_the_same_key_is_422() {
    http.post(THINGS, BODY, KEY, key);
    problem(http.post(THINGS, OTHER_BODY, KEY, key), 422, "IDEMPOTENCY_KEY_REUSED");
    problem(http.post(THINGS + "?dryRun=true", BODY, KEY, key), 422, "IDEMPOTENCY_KEY_REUSED");
    problem(http.post(THINGS + "/echo", BODY, KEY, key), 422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(api.effects).hasValue(1);
  }

  @Test
  void a_refusal_is_remembered_too() {
    String refusal = THINGS + "/" + UUID.randomUUID() + "/refusal?code=CCP_ALREADY_HELD";
    HttpResponse<String> first = http.post(refusal, "{}", KEY, key);
    HttpResponse<String> again = http.post(refusal, "{}", KEY, key);
    problem(again, 409, "CCP_ALREADY_HELD");
    assertSame(first, again);
    assertThat(api.effects).hasValue(1);
  }

  @Test
  void a_malformed_request_leaves_its_key_free_for_the_right_one() {
    problem(http.post(THINGS, "{}", KEY, key), 400, "MALFORMED");
    assertThat(http.post(THINGS, BODY, KEY, key).statusCode()).isEqualTo(201);
  }

  @Test
  void a_failed_request_is_done_again_under_its_key() {
    problem(http.post(THINGS + "/failure?how=fault", BODY, KEY, key), 500, "INTERNAL");
    problem(http.post(THINGS + "/failure?how=fault", BODY, KEY, key), 500, "INTERNAL");
    problem(http.post(THINGS + "/failure?how=x", BODY, KEY, key), 422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(api.effects).hasValue(2);
  }

  @Test
  void after_a_crash_between_effect_and_answer_the_request_is_done_again_with_the_same_id() {
    HttpResponse<String> first = http.post(THINGS, BODY, KEY, key);
    jdbc.sql("update idempotency set status = null, body = null").update();
    HttpResponse<String> again = http.post(THINGS, BODY, KEY, key);
    assertThat(again.headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertSame(first, again);
    assertThat(api.effects).hasValue(2);
  }

  @Test
  void many_at_once_have_one_effect_and_one_answer() throws Exception {
    Callable<HttpResponse<String>> call = () -> http.post(THINGS, BODY, KEY, key);
    try (var threads = Executors.newFixedThreadPool(32)) {
      var calls = IntStream.range(0, 32).mapToObj(_ -> call).toList();
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get().statusCode()).isEqualTo(201);
        assertSame(http.post(THINGS, BODY, KEY, key), answer.get());
      }
    }
    assertThat(api.effects).hasValue(1);
  }

  @Test
  void another_key_is_another_request_and_so_is_none() {
    List<String> ids =
        List.of(
            http.post(THINGS, BODY, KEY, key).body(),
            http.post(THINGS, BODY, KEY, key + "!").body(),
            http.post(THINGS, BODY).body(),
            http.post(THINGS, BODY).body());
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(api.effects).hasValue(4);
  }

  @Test
  void a_key_is_1_to_100_printable_characters() {
    assertThat(http.post(THINGS, BODY, KEY, "k".repeat(64) + key.substring(4)).statusCode())
        .isEqualTo(201);
    problem(http.post(THINGS, BODY, KEY, "k".repeat(101)), 400, "MALFORMED");
    problem(http.post(THINGS, BODY, KEY, "a\tb"), 400, "MALFORMED");
    problem(http.post(THINGS, BODY, KEY, "one", KEY, "two"), 400, "MALFORMED");
    assertThat(api.effects).hasValue(1);
  }

  @Test
  void neither_key_nor_body_stands_in_the_table() {
    http.post(THINGS, BODY, KEY, key);
    String table =
        jdbc.sql("select string_agg(t::text || encode(t.body, 'escape'), '') from idempotency t")
            .query(String.class)
            .single();
    assertThat(table).contains("/api/things/").doesNotContain("Dupr", "1990", key.substring(4));
  }

  private static void assertSame(HttpResponse<String> first, HttpResponse<String> again) {
    assertThat(again.statusCode()).isEqualTo(first.statusCode());
    assertThat(again.body()).isEqualTo(first.body());
    for (String header : List.of("ETag", "Location", "Content-Type")) {
      assertThat(again.headers().firstValue(header)).isEqualTo(first.headers().firstValue(header));
    }
  }
}
