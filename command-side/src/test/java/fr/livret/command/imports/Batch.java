package fr.livret.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of one import, sent as often as a test likes. */
final class Batch {
  static final JsonMapper JSON = JsonMapper.shared();

  private final Api api;
  private final String name;

  Batch(Api api) {
    this(api, "b-" + UUID.randomUUID());
  }

  private Batch(Api api, String name) {
    this.api = api;
    this.name = name;
  }

  /** The same import, sent to another node. */
  Batch on(Api other) {
    return new Batch(other, name);
  }

  /** What an import answered. */
  record Told(List<JsonNode> outcomes, JsonNode summary) {
    List<Integer> statuses() {
      return outcomes.stream().map(it -> it.path("status").asInt()).toList();
    }

    JsonNode of(String key) {
      return outcomes.stream()
          .filter(it -> it.path("key").asString().equals(key))
          .findFirst()
          .orElseThrow();
    }

    String id(String key) {
      return of(key).path("id").asString();
    }

    String code(int index) {
      return outcomes.get(index).at("/problem/code").asString();
    }

    List<String> fields(int index) {
      return outcomes
          .get(index)
          .at("/problem/errors")
          .valueStream()
          .map(it -> it.path("field").asString())
          .toList();
    }
  }

  String name() {
    return name;
  }

  Told send(String... lines) {
    return send("", lines);
  }

  Told dryRun(String... lines) {
    return send("&dryRun=true", lines);
  }

  Told send(String parameters, String[] lines) {
    return told(answer(parameters, String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
  }

  Answer answer(String parameters, byte[] body) {
    return api.send(
        "POST",
        "/api/imports?name=" + name + parameters,
        body,
        "Content-Type",
        "application/x-ndjson",
        "X-Livret-Actor",
        "archives");
  }

  Told csv(String parameters, byte[] body) {
    return told(
        api.send(
            "POST",
            "/api/imports?name=" + name + parameters,
            body,
            "Content-Type",
            "text/csv;charset=utf-8"));
  }

  static Told told(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
    List<JsonNode> lines = new ArrayList<>();
    Arrays.stream(answer.body().split("\n")).map(JSON::readTree).forEach(lines::add);
    JsonNode summary = lines.removeLast().path("summary");
    assertThat(summary.path("lines").asInt()).isEqualTo(lines.size());
    return new Told(lines, summary);
  }

  static String candidate(String key) {
    return """
    {"request": "POST /api/candidates", "key": "%s", "body": {"familyName": "Benali", "givenNames": ["Samia"], "birthDate": "1990-04-17"}, "provenance": {"document": "Registre 2009, f. 12", "confidence": "PROBABLE"}}\
    """
        .formatted(key);
  }

  static String path(String key, String candidate, String openedOn) {
    return """
    {"request": "POST /api/paths", "key": "%s", "body": {"candidateId": {"ref": "%s"}, "certification": "AMIS-2013", "route": "CAPITALISATION", "openedOn": "%s"}}\
    """
        .formatted(key, candidate, openedOn);
  }

  static String ccp(String key, String path, String ccp, String obtainedOn) {
    return """
    {"request": "POST /api/paths/@%s/ccps", "key": "%s", "body": {"ccp": "%s", "obtainedOn": "%s", "evaluators": [{"role": "PROFESSIONAL", "name": "Durand"}, {"role": "TRAINER"}], "evidence": ["MISE_EN_SITUATION", "DSPP"]}, "provenance": {"document": "PV du 10 mars 2014", "confidence": "CERTAIN"}}\
    """
        .formatted(path, key, ccp, obtainedOn);
  }

  static String jury(String key, String path, String heldOn) {
    return """
    {"request": "POST /api/paths/@%s/jury-decisions", "key": "%s", "body": {"heldOn": "%s", "decision": "TITLE", "interviewHeld": true, "evidence": []}}\
    """
        .formatted(path, key, heldOn);
  }

  /** A person's whole way, and one line that a rule refuses. */
  static String[] life(String who) {
    return new String[] {
      candidate(who),
      path(who + "-p", who, "2011-07-02"),
      ccp(who + "-1", who + "-p", "CCP1", "2014-03-10"),
      ccp(who + "-2", who + "-p", "CCP2", "2016-05-02"),
      ccp(who + "-again", who + "-p", "CCP1", "2016-06-02"),
      ccp(who + "-3", who + "-p", "CCP3", "2018-03-10")
    };
  }

  static String[] lives(int count, String prefix) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.addAll(Arrays.asList(life(prefix + i)));
    }
    return lines.toArray(String[]::new);
  }
}
