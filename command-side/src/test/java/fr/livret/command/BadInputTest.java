package fr.livret.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Tour;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every request of the tour, spoilt in every way: a clear 400 that names the field, no trace. */
@ExtendWith(SharedNode.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Predicate<JsonNode> DAY =
      value -> value.isString() && value.asString().matches("\\d{4}-\\d{2}-\\d{2}");
  private static final Predicate<JsonNode> TEXT = value -> value.isString() && !DAY.test(value);

  private final Api api;
  private final Ledger ledger;
  private final List<Tour.Request> requests = new ArrayList<>();
  private long stored;

  BadInputTest(Node node) {
    this.api = node.api();
    this.ledger = node.ledger();
  }

  /** Documents have rules of their own, tested with them. */
  @BeforeAll
  void the_tour_is_made() {
    Tour tour = new Tour();
    requests.addAll(tour.go(this::send));
    requests.removeIf(request -> request.method().equals("PUT"));
    requests.add(tour.erasure());
    stored = ledger.size();
  }

  private Answer send(Tour.Request request) {
    return api.send(
        request.method(), request.address(), request.body().getBytes(StandardCharsets.UTF_8));
  }

  private Answer send(Tour.Request request, byte[] body) {
    return api.send(request.method(), request.address(), body);
  }

  /** Sends each request once for each of its fields of that kind, with this instead. */
  private void instead(Predicate<JsonNode> kind, String json) {
    JsonNode value = JSON.readTree(json);
    int sent = 0;
    for (Tour.Request request : requests) {
      for (Map.Entry<String, JsonNode> field : body(request).properties()) {
        if (kind.test(field.getValue())) {
          ObjectNode spoilt = body(request);
          spoilt.set(field.getKey(), value);
          refused(request, spoilt, field.getKey());
          sent++;
        }
      }
    }
    assertThat(sent).isPositive();
    assertThat(ledger.size()).isEqualTo(stored);
  }

  private static ObjectNode body(Tour.Request request) {
    return (ObjectNode) JSON.readTree(request.body());
  }

  private void refused(Tour.Request request, ObjectNode body, String field) {
    Answer answer = send(request, JSON.writeValueAsBytes(body));
    assertThat(answer.malformedFields())
        .as("%s with another %s", request.address(), field)
        .isNotEmpty()
        .allSatisfy(named -> assertThat(named).startsWith(field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"9999-12-31\"",
        "\"0000-01-01\"",
        "\"1899-12-31\"",
        "\"2201-01-01\"",
        "\"-1\"",
        "-1",
        "20140310",
        "\"2014-02-30\"",
        "\"2014-13-01\"",
        "\"2014-3-1\"",
        "\"+2014-03-10\"",
        "\"2014-03-10T00:00:00Z\"",
        "\" 2014-03-10\"",
        "\"10/03/2014\"",
        "\"\"",
        "[]",
        "{}",
        "[2014,3,10]",
        "true",
        "\"\\u0000\"",
        "\"٢٠١٤-٠٣-١٠\""
      })
  void what_is_no_day_of_a_certification_is_no_day(String wrong) {
    instead(DAY, wrong);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\" \"",
        "\"a\\u0000b\"",
        "\"a\\u0007b\"",
        "\"\\ud83d\"",
        "\"a\\ufffeb\"",
        "42",
        "true",
        "[]",
        "{}",
        "[\"a\\u0007\"]"
      })
  void what_cannot_be_read_is_no_text(String wrong) {
    instead(TEXT, wrong);
  }

  /** But for what an application for VAE aims at, which is the TITLE or a list of CCPs. */
  @Test
  void a_list_of_texts_is_no_text() {
    instead(value -> TEXT.test(value) && !value.stringValue().equals("TITLE"), "[\"a\"]");
  }

  @Test
  void a_text_of_a_megabyte_is_too_long_for_every_field() {
    instead(TEXT, "\"" + "x".repeat(1_000_000) + "\"");
    instead(DAY, "\"" + "1".repeat(1_000_000) + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "\"a\"", "{}", "[1]", "[[]]", "[null]", "[\"\"]", "[\"a\\u0000\"]"})
  void a_list_has_what_it_must_have(String wrong) {
    instead(JsonNode::isArray, wrong);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "1", "\"\"", "[]", "{}"})
  void a_flag_is_true_or_false(String wrong) {
    instead(JsonNode::isBoolean, wrong);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"3.5\"", "true", "\"\"", "[]", "{}", "1e9", "-1e9", "1e400", "0.0000001"})
  void a_number_is_a_number_of_few_digits(String wrong) {
    instead(JsonNode::isNumber, wrong);
  }

  @Test
  void a_list_does_not_go_on_for_ever() {
    instead(JsonNode::isArray, "[" + "\"A\",".repeat(5_000) + "\"A\"]");
  }

  @Test
  void what_must_be_there_is_named_where_it_is_not() {
    for (Tour.Request request : requests) {
      Answer answer = send(request, "{}".getBytes(StandardCharsets.UTF_8));
      assertThat(answer.malformedFields())
          .as(request.address())
          .isNotEmpty()
          .isSubsetOf(body(request).propertyNames());
    }
    assertThat(ledger.size()).isEqualTo(stored);
  }

  @Test
  void a_field_nobody_asked_for_is_refused() {
    for (Tour.Request request : requests) {
      refused(request, body(request).put("surprise", 1), "surprise");
    }
    assertThat(ledger.size()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "42",
        "\"texte\"",
        "{",
        "{]",
        "{\"a\":1}{\"b\":2}",
        "{\"a\":NaN}",
        "{\"a\":1,}",
        "{'a':1}",
        "/* */{}",
        "\ufeff"
      })
  void what_is_no_object_is_no_body(String body) {
    for (Tour.Request request : requests) {
      Answer answer = send(request, body.getBytes(StandardCharsets.UTF_8));
      assertThat(answer.malformedFields()).as(request.address()).isNotEmpty();
    }
    assertThat(ledger.size()).isEqualTo(stored);
  }

  @Test
  void a_body_of_another_encoding_size_or_form_is_not_read() {
    for (Tour.Request request : requests) {
      send(request, request.body().getBytes(StandardCharsets.UTF_16)).problem(400, "MALFORMED");
      send(request, new byte[3_000_000]).problem(413, "TOO_LARGE");
      send(request, "[".repeat(100_000).getBytes(StandardCharsets.UTF_8)).problem(400, "MALFORMED");
      byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
      api.send("POST", request.address(), body, "Content-Type", "text/plain")
          .problem(415, "UNSUPPORTED_MEDIA_TYPE");
      api.send("PATCH", request.address(), body).problem(405, "METHOD_NOT_ALLOWED");
    }
    assertThat(ledger.size()).isEqualTo(stored);
  }
}
