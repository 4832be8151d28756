package fr.livret.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.AtOnce;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import fr.livret.command.testing.Tour;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Idempotency-Key: whatever happened to the first answer, the effect is there once. */
@ExtendWith(SharedNode.class)
class RepeatedRequestsTest {
  private static final String KEY = "Idempotency-Key";
  private static final String CANDIDATE =
      """
      {"familyName": "Benali", "givenNames": ["Samia"], "birthDate": "1990-04-17"}\
      """;

  private final Api api;
  private final Ledger ledger;
  private final Story story;
  private final JdbcClient jdbc;
  private final String key = "k " + UUID.randomUUID();

  RepeatedRequestsTest(Node node) {
    this.api = node.api();
    this.ledger = node.ledger();
    this.story = node.story();
    this.jdbc = node.bean(JdbcClient.class);
  }

  private Answer send(Tour.Request request, String itsKey) {
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    return api.send(request.method(), request.address(), body, KEY, itsKey);
  }

  /** A tour in which each request is sent twice, the second time after this. */
  private void tourAgainAfter(Runnable between) {
    List<Answer> answers = new ArrayList<>();
    Tour tour = new Tour();
    Tour.Sender twice =
        request -> {
          String itsKey = key + "/" + answers.size();
          Answer first = send(request, itsKey);
          assertThat(first.status()).as(first.body()).isEqualTo(request.creation() ? 201 : 200);
          between.run();
          ledger.untouchedBy(() -> send(request, itsKey)).isAgain(first);
          answers.add(first);
          return first;
        };
    List<Tour.Request> sent = tour.go(twice);
    between.run();
    // And all of them once more, now that everything has moved on.
    for (int i = 0; i < sent.size(); i++) {
      int number = i;
      ledger
          .untouchedBy(() -> send(sent.get(number), key + "/" + number))
          .isAgain(answers.get(number));
    }
    twice.send(tour.erasure());
  }

  @Test
  void a_request_sent_again_gets_its_answer_again() {
    tourAgainAfter(() -> {});
  }

  @Test
  void a_crash_before_the_answer_was_stored_doubles_nothing() {
    tourAgainAfter(() ->
        jdbc.sql(
                """
                update idempotency set status = null, content_type = null, location = null,
                                       etag = null, body = null
                """)
            .update());
  }

  @Test
  void nor_does_a_key_whose_answer_was_forgotten() {
    tourAgainAfter(() -> jdbc.sql("delete from idempotency").update());
  }

  @Test
  void after_a_crash_the_version_that_was_seen_is_not_asked_for_again() {
    String path = story.capitalising();
    String body = Story.ccpBody("CCP1", "2014-03-10", Story.BINOME);
    String address = "/api/paths/" + path + "/ccps";
    Answer first = api.post(address, body, KEY, key, "If-Match", "\"1\"").done();
    jdbc.sql("delete from idempotency").update();
    ledger.untouchedBy(() -> api.post(address, body, KEY, key, "If-Match", "\"1\"")).isAgain(first);
  }

  @Test
  void a_refusal_is_answered_again_and_recorded_once() {
    String path = story.withCcps("2014-03-10");
    String body = Story.ccpBody("CCP1", "2014-03-10", Story.BINOME);
    String address = "/api/paths/" + path + "/ccps";
    Answer first = ledger.adding(1, () -> api.post(address, body, KEY, key));
    first.problem(409, "CCP_ALREADY_HELD");
    ledger.untouchedBy(() -> api.post(address, body, KEY, key)).isAgain(first);
  }

  @Test
  void another_body_under_the_key_is_422() {
    api.post("/api/candidates", CANDIDATE, KEY, key).created("/api/candidates");
    String other = CANDIDATE.replace("Samia", "Sonia");
    ledger
        .untouchedBy(() -> api.post("/api/candidates", other, KEY, key))
        .problem(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\tb"})
  void a_key_is_of_printable_characters(String wrong) {
    ledger
        .untouchedBy(() -> api.post("/api/candidates", CANDIDATE, KEY, wrong))
        .problem(400, "MALFORMED");
  }

  @Test
  void a_malformed_request_leaves_its_key_to_the_right_one() {
    api.post("/api/candidates", "{}", KEY, key).problem(400, "MALFORMED");
    api.post("/api/candidates", CANDIDATE, KEY, key).created("/api/candidates");
  }

  @Test
  void many_at_once_create_one_candidate() {
    assertOneEffect("/api/candidates", CANDIDATE);
  }

  @Test
  void many_at_once_record_one_ccp() {
    String address = "/api/paths/" + story.withCcps("2025-03-10") + "/ccps";
    assertOneEffect(address, Story.ccpBody("CCP2", "2025-05-12", Story.BINOME));
  }

  private void assertOneEffect(String address, String body) {
    List<Answer> answers =
        ledger.adding(1, () -> AtOnce.ask(32, _ -> api.post(address, body, KEY, key)));
    Answer first = answers.getFirst();
    assertThat(first.status()).as(first.body()).isIn(200, 201);
    answers.forEach(answer -> answer.isAgain(first));
  }
}
