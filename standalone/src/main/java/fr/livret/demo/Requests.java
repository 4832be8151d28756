package fr.livret.demo;

import fr.livret.demo.Step.Absent;
import fr.livret.demo.Step.CcpAnnulled;
import fr.livret.demo.Step.CcpObtained;
import fr.livret.demo.Step.Certified;
import fr.livret.demo.Step.Deed;
import fr.livret.demo.Step.EfaSat;
import fr.livret.demo.Step.ModuleFollowed;
import fr.livret.demo.Step.Opened;
import fr.livret.demo.Step.Surveyed;
import fr.livret.demo.Step.TestTaken;
import fr.livret.demo.Step.TitleAwarded;
import fr.livret.demo.Step.TitleRefused;
import fr.livret.demo.Step.TrainingDeed;
import fr.livret.demo.Step.TrainingEnded;
import fr.livret.demo.Step.TrainingStarted;
import fr.livret.demo.Step.VaeComplete;
import fr.livret.demo.Step.VaeDecided;
import fr.livret.demo.Step.VaeFiled;
import fr.livret.demo.Step.VaeSupplement;
import fr.livret.kernel.law.Route;
import java.util.LinkedHashMap;
import java.util.List;
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
   * @param training the one the step is about; null before any is started
   * @param application the one filed last; null before any is
   */
  static Request of(
      Deed deed,
      String candidate,
      @Nullable String path,
      @Nullable String training,
      @Nullable String application) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    return switch (deed) {
      case Certified(var kind, var day, var validThrough, var number) -> {
        body.put("kind", kind);
        body.put("obtainedOn", day.toString());
        body.put("validThrough", validThrough.toString());
        body.put("number", number);
        yield request("/api/candidates/" + candidate + "/certificates", body);
      }
      case Opened(var certification, var route, var access, var day) -> {
        body.put("candidateId", candidate);
        body.put("certification", certification);
        body.put("route", route.name());
        body.put("openedOn", day.toString());
        body.put("access", access.name());
        body.put("vaeApplicationId", route == Route.VAE ? application : null);
        yield request("/api/paths", body);
      }
      case VaeFiled(var certification, var day, var blocs, var since) -> {
        body.put("candidateId", candidate);
        body.put("certification", certification);
        body.put("filedOn", day.toString());
        body.put("target", blocs.isEmpty() ? "TITLE" : blocs);
        body.put(
            "experience",
            List.of(
                Map.of(
                    "from",
                    since.toString(),
                    "to",
                    day.toString(),
                    "kind",
                    "EMPLOYED",
                    "occupation",
                    "Médiation sociale")));
        yield request("/api/vae-applications", body);
      }
      case VaeComplete(var day) -> {
        body.put("completeOn", day.toString());
        yield request(ofVae(application) + "/completeness", body);
      }
      case VaeSupplement(var day, var missing) -> {
        body.put("requestedOn", day.toString());
        body.put("missing", List.of(missing));
        yield request(ofVae(application) + "/supplement-request", body);
      }
      case VaeDecided(var day, var granted) -> {
        body.put("decidedOn", day.toString());
        body.put("decision", granted ? "GRANTED" : "REFUSED");
        body.put("notifiedOn", day.toString());
        yield request(ofVae(application) + "/decision", body);
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
      case TrainingDeed ofTraining -> of(ofTraining, candidate, training);
    };
  }

  private static Request of(TrainingDeed deed, String candidate, @Nullable String training) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    if (deed instanceof TrainingStarted(var certification, var programme, var centre, var day)) {
      body.put("candidateId", candidate);
      body.put("certification", certification);
      body.put("programme", programme);
      body.put("startedOn", day.toString());
      body.put("centre", centre);
      return request("/api/trainings", body);
    }
    String address =
        "/api/trainings/"
            + Objects.requireNonNull(training, "a story starts a training before it goes on");
    return switch (deed) {
      case TrainingStarted _ -> throw new IllegalStateException("told above");
      case TestTaken(var test, var instrument, var day, var points) -> {
        body.put("takenOn", day.toString());
        body.put("instrument", instrument);
        body.put(
            "scores",
            points.entrySet().stream().map(one -> score(one.getKey(), one.getValue())).toList());
        yield request(address + "/" + resource(test), body);
      }
      case ModuleFollowed(var module, var hours, var day) -> {
        body.put("module", module);
        body.put("hours", hours);
        body.put("on", day.toString());
        yield request(address + "/modules", body);
      }
      case EfaSat(var ccp, var day, var acquired) -> {
        body.put("ccp", ccp);
        body.put("assessedOn", day.toString());
        body.put("result", acquired ? "ACQUIRED" : "NOT_ACQUIRED");
        yield request(address + "/efas", body);
      }
      case TrainingEnded(var day, var completed) -> {
        body.put("endedOn", day.toString());
        body.put("outcome", completed ? "COMPLETED" : "ABANDONED");
        yield request(address + "/completion", body);
      }
    };
  }

  private static Map<String, Object> score(String ccp, int points) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ccp", ccp);
    body.put("points", points);
    body.put("outOf", 20);
    return body;
  }

  private static String resource(Step.Test test) {
    return switch (test) {
      case ENTRY -> "entry-tests";
      case MOCK -> "mock-exams";
      case EXIT -> "exit-tests";
    };
  }

  private static String of(@Nullable String path) {
    return "/api/paths/" + Objects.requireNonNull(path, "a story opens a path before it goes on");
  }

  private static String ofVae(@Nullable String application) {
    return "/api/vae-applications/"
        + Objects.requireNonNull(application, "a story files an application before it goes on");
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
