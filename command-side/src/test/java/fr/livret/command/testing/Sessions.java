package fr.livret.command.testing;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Sessions told to a node over HTTP. */
public final class Sessions {
  private final Api api;

  public Sessions(Node node) {
    this.api = node.api();
  }

  /** Plans a session held that day; gives its id. */
  public String planned(String kind, String certification, String heldOn) {
    return plan(kind, certification, heldOn).created("/api/sessions").id();
  }

  public Answer plan(String kind, String certification, String heldOn) {
    return api.post(
        "/api/sessions",
        """
        {"kind": "%s", "certification": "%s", "heldOn": "%s", "centre": "AFPA-59"}\
        """
            .formatted(kind, certification, heldOn));
  }

  /** A request about a session. */
  public Answer post(String session, String what, String body, String... headers) {
    return api.post("/api/sessions/" + session + "/" + what, body, headers);
  }

  public Answer professional(String session, String id) {
    return post(
        session,
        "jury",
        """
        {"id": "%s", "role": "PROFESSIONAL", "practiceYears": 12, "listedFrom": "2005-01-01"}\
        """
            .formatted(id));
  }

  public Answer enrol(String session, String path) {
    return post(session, "candidates", "{\"pathId\": \"" + path + "\"}");
  }

  public Answer convoke(String session, String sentOn, List<String> members, List<String> paths) {
    return post(
        session,
        "convocations",
        """
        {"sentOn": "%s", "members": %s, "candidates": %s}\
        """
            .formatted(sentOn, json(members), json(paths)));
  }

  public Answer present(String session, String... members) {
    return post(session, "presence", "{\"present\": " + json(List.of(members)) + "}");
  }

  /** What was decided; {@code more} are further fields, each with its comma before it. */
  public Answer result(String session, String path, String decision, String more) {
    return post(session, "results", resultBody(path, decision, more));
  }

  public static String resultBody(String path, String decision, String more) {
    return """
    {"pathId": "%s", "decision": "%s", "interviewHeld": true, "evidence": ["DSPP"]%s}\
    """
        .formatted(path, decision, more);
  }

  public Answer sign(String session, String signedOn, String... members) {
    return post(
        session,
        "minutes",
        """
        {"signedOn": "%s", "signatures": %s}\
        """
            .formatted(signedOn, json(List.of(members))));
  }

  public Answer annul(String session, String decidedOn) {
    return post(
        session,
        "annulment",
        """
        {"decidedOn": "%s", "reason": "Sujet divulgué"}\
        """
            .formatted(decidedOn));
  }

  public Answer rectify(String session, String decidedOn, String... results) {
    return post(
        session,
        "minutes/rectification",
        """
        {"decidedOn": "%s", "reason": "Erreur matérielle", "results": [%s]}\
        """
            .formatted(decidedOn, String.join(", ", results)));
  }

  /** A title session of that day with members J1 and J2 present and these candidates convoked. */
  public String held(String certification, String heldOn, String sentOn, List<String> paths) {
    String session = planned("TITLE", certification, heldOn);
    Stream.of("J1", "J2").forEach(member -> professional(session, member).done());
    paths.forEach(path -> enrol(session, path).done());
    convoke(session, sentOn, List.of("J1", "J2"), paths).done();
    present(session, "J1", "J2").done();
    return session;
  }

  private static String json(List<String> texts) {
    return texts.stream()
        .map(text -> "\"" + text + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Waits as long as it takes, within reason. */
  public static ConditionFactory eventually() {
    return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50));
  }
}
