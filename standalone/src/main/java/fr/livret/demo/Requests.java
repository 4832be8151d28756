package fr.livret.demo;

import fr.livret.demo.Step.Absent;
import fr.livret.demo.Step.CcpAnnulled;
import fr.livret.demo.Step.CcpObtained;
import fr.livret.demo.Step.Certified;
import fr.livret.demo.Step.Deed;
import fr.livret.demo.Step.Opened;
import fr.livret.demo.Step.Surveyed;
import fr.livret.demo.Step.TitleAwarded;
import fr.livret.demo.Step.TitleRefused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How people and steps are written as requests of the public API. */
final class Requests {
  private Requests() {}

  /**
   * What is posted.
   *
   * @param resource under the server's address
   */
  record Request(String resource, Map<String, Object> body) {}

  static Request registration(Person person) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("familyName", person.familyName());
    body.put("givenNames", person.givenNames());
    body.put("birthDate", person.birthDate().toString());
    body.put("birthPlace", person.birthPlace());
    body.put("email", person.email());
    return request("/api/candidates", body);
  }

  /**
   * A step of a candidate.
   *
   * @param path the one the step is about; null before any is opened
   */
  static Request of(Deed deed, String candidate, @Nullable String path) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    return switch (deed) {
      case Certified(var kind, var day, var validThrough, var number) -> {
        body.put("kind", kind);
        body.put("obtainedOn", day.toString());
        body.put("validThrough", validThrough.toString());
        body.put("number", number);
        yield request("/api/candidates/" + candidate + "/certificates", body);
      }
      case Opened(var certification, var route, var access, var day, var vaeApplication) -> {
        body.put("candidateId", candidate);
        body.put("certification", certification);
        body.put("route", route.name());
        body.put("openedOn", day.toString());
        body.put("access", access.name());
        body.put("vaeApplicationId", vaeApplication);
        yield request("/api/paths", body);
      }
      case CcpObtained(var ccp, var day, var evaluators, var evidence, var session) -> {
        body.put("ccp", ccp);
        body.put("obtainedOn", day.toString());
        body.put("evaluators", evaluators.stream().map(Requests::seat).toList());
        body.put("evidence", evidence);
        body.put("sessionId", session);
        yield request(of(path) + "/ccps", body);
      }
      case CcpAnnulled(var ccp, var day, var reason, var legalSource) -> {
        body.put("decidedOn", day.toString());
        body.put("reason", reason);
        body.put("legalSource", legalSource);
        yield request(of(path) + "/ccps/" + ccp + "/annulment", body);
      }
      case TitleAwarded(var day, var evidence, var interviewHeld) -> {
        body.put("heldOn", day.toString());
        body.put("decision", "TITLE");
        body.put("interviewHeld", interviewHeld);
        body.put("evidence", evidence);
        yield request(of(path) + "/jury-decisions", body);
      }
      case TitleRefused(var day, var granted) -> {
        body.put("heldOn", day.toString());
        body.put("decision", granted.isEmpty() ? "REFUSED" : "PARTIAL");
        body.put("ccps", granted.isEmpty() ? null : granted);
        body.put("interviewHeld", true);
        yield request(of(path) + "/jury-decisions", body);
      }
      case Absent(var day, var excused) -> {
        body.put("heldOn", day.toString());
        body.put("decision", "ABSENT");
        body.put("excused", excused);
        yield request(of(path) + "/jury-decisions", body);
      }
      case Surveyed(var after, var day, var employed, var inOccupation) -> {
        body.put("after", after.name());
        body.put("answeredOn", day.toString());
        body.put("employed", employed);
        body.put("inOccupation", inOccupation);
        yield request(of(path) + "/surveys", body);
      }
    };
  }

  private static String of(@Nullable String path) {
    return "/api/paths/" + Objects.requireNonNull(path, "a story opens a path before it goes on");
  }

  private static Map<String, Object> seat(Step.Seat seat) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", seat.evaluator().name());
    body.put("id", seat.evaluator().id());
    body.put("role", seat.role().name());
    body.put("ownTrainer", seat.ownTrainer());
    return body;
  }

  /** Without what is absent; in the order of the fields, so that it is the same text each time. */
  private static Request request(String resource, Map<String, @Nullable Object> fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    fields.forEach((name, value) -> {
      if (value != null) {
        body.put(name, value);
      }
    });
    return new Request(resource, body);
  }
}
