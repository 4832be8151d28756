package fr.livret.command.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a node answered. */
public record Answer(int status, String body, HttpResponse<String> response) {
  private static final JsonMapper JSON = JsonMapper.shared();

  Answer(HttpResponse<String> response) {
    this(response.statusCode(), response.body(), response);
  }

  public JsonNode json() {
    return JSON.readTree(body);
  }

  /** A header's value; empty without it. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  public String id() {
    return json().path("id").asString();
  }

  public long version() {
    return json().path("version").asLong();
  }

  /** It must be 201, in the form of the contract. */
  public Answer created(String address) {
    accepted(201);
    assertThat(header("Location")).isEqualTo(address + "/" + id());
    return this;
  }

  /** It must be 200, in the form of the contract. */
  public Answer done() {
    accepted(200);
    assertThat(header("Location")).isEmpty();
    return this;
  }

  private void accepted(int expected) {
    assertThat(status).as(body).isEqualTo(expected);
    assertThat(json().propertyNames()).containsExactly("id", "version");
    assertThat(version()).isPositive();
    assertThat(header("ETag")).isEqualTo("\"" + version() + "\"");
  }

  /** It must be this problem. */
  public JsonNode problem(int expected, String code) {
    assertThat(status).as(body).isEqualTo(expected);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = json();
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("type").asString()).isEqualTo("urn:livret:problem:" + code);
    assertThat(problem.path("status").asInt()).isEqualTo(expected);
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("detail").asString()).isNotBlank();
    return problem;
  }

  /** It must be 400; these are the fields it names. */
  public List<String> malformedFields() {
    List<String> fields = new ArrayList<>();
    problem(400, "MALFORMED")
        .path("errors")
        .forEach(error -> {
          assertThat(error.path("message").asString()).isNotBlank();
          fields.add(error.path("field").asString());
        });
    return fields;
  }

  /** The same answer, as one who asked twice would see it. */
  public void isAgain(Answer first) {
    assertThat(status).as(body).isEqualTo(first.status);
    assertThat(body).isEqualTo(first.body);
    for (String name : List.of("ETag", "Location", "Content-Type")) {
      assertThat(header(name)).as(name).isEqualTo(first.header(name));
    }
  }
}
