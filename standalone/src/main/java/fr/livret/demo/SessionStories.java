package fr.livret.demo;

import fr.livret.kernel.law.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A handful of sessions with their juries and signed minutes, one of them annulled since: what is
 * awarded here is awarded by minutes. Told again it repeats nothing.
 */
final class SessionStories {
  private static final Logger log = LoggerFactory.getLogger(SessionStories.class);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final List<String> NAMES =
      List.of(
          "Delmas",
          "Okafor",
          "Petit-Jean",
          "Sauvage",
          "Tran",
          "Vercruysse",
          "Weber",
          "Zerrouki",
          "Lebrun");

  private final HttpClient http;
  private final URI server;
  private int requests;
  private int people;
  private List<String> members = List.of();

  SessionStories(HttpClient http, URI server) {
    this.http = http;
    this.server = server;
  }

  /** Tells them all; one that goes wrong is warned of and ends the telling. */
  void tell() throws InterruptedException {
    try {
      titles();
      ccps();
      recent();
      annulled();
      log.info("Demonstration: 4 sessions told, {} requests", requests);
    } catch (IOException | IllegalStateException e) {
      log.warn("Demonstration: the sessions were not told to their end", e);
    }
  }

  private void titles() throws IOException, InterruptedException {
    List<String> paths = trainees("AMIS-2013", "2013-11-04", 3);
    String session = held("TITLE", "AMIS-2013", "2014-06-12", "2014-05-12", paths, List.of());
    result(session, title(paths.get(0), "AMIS-2013"));
    result(
        session,
        Map.of(
            "pathId",
            paths.get(1),
            "decision",
            "PARTIAL",
            "interviewHeld",
            true,
            "ccps",
            List.of("CCP1", "CCP2")));
    result(
        session,
        Map.of("pathId", paths.get(2), "decision", "ABSENT", "excuse", "ILLNESS", "proved", true));
    signed(session, "2014-06-12", "59-2014-118", "2014-06-20", "2014-06-25");
  }

  private void ccps() throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>();
    paths.add(path("AMIS-2013", Route.CAPITALISATION, "2014-09-01"));
    paths.add(path("AMIS-2013", Route.CAPITALISATION, "2014-09-01"));
    String session =
        held("CCP", "AMIS-2013", "2015-03-19", "2015-03-04", paths, List.of("CCP1", "CCP2"));
    for (String path : paths) {
      boolean first = path.equals(paths.getFirst());
      result(
          session,
          Map.of(
              "pathId",
              path,
              "decision",
              "CCPS",
              "ccpResults",
              List.of(
                  Map.of(
                      "ccp",
                      "CCP1",
                      "result",
                      "GRANTED",
                      "evidence",
                      Title.of("AMIS-2013").evidence("CCP1")),
                  Map.of(
                      "ccp",
                      "CCP2",
                      "result",
                      first ? "GRANTED" : "REFUSED",
                      "evidence",
                      Title.of("AMIS-2013").evidence("CCP2")))));
    }
    signed(session, "2015-03-19", "59-2015-031", "2015-03-27", "2015-04-02");
  }

  private void recent() throws IOException, InterruptedException {
    List<String> paths = trainees("AMIS-2023", "2024-09-02", 2);
    String session = held("TITLE", "AMIS-2023", "2025-03-13", "2025-02-10", paths, List.of());
    result(
        session,
        Map.of(
            "pathId",
            paths.get(0),
            "decision",
            "PARTIAL",
            "interviewHeld",
            true,
            "ccps",
            List.of("CCP1"),
            "votes",
            Map.of("inFavour", 2, "against", 0)));
    result(session, Map.of("pathId", paths.get(1), "decision", "REFUSED", "interviewHeld", true));
    signed(session, "2025-03-13", "59-2025-014", "2025-03-20", "2025-03-28");
  }

  private void annulled() throws IOException, InterruptedException {
    List<String> paths = trainees("AMIS-2013", "2016-01-04", 2);
    String session = held("TITLE", "AMIS-2013", "2016-10-13", "2016-09-12", paths, List.of());
    for (String path : paths) {
      result(session, title(path, "AMIS-2013"));
    }
    signed(session, "2016-10-13", "59-2016-207", "2016-10-21", "2016-10-27");
    post(
        session + "/annulment",
        Map.of(
            "decidedOn", "2017-01-20",
            "reason", "Sujet divulgué avant l'épreuve (exemple inventé)",
            "legalSource", "Arrêté du 8 décembre 2008, annexe, 5"));
  }

  private List<String> trainees(String certification, String openedOn, int count)
      throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      paths.add(path(certification, Route.TRAINING, openedOn));
    }
    return paths;
  }

  private String path(String certification, Route route, String openedOn)
      throws IOException, InterruptedException {
    String name = NAMES.get(people++);
    String candidate =
        post(
            "/api/candidates",
            Map.of(
                "familyName", name, "givenNames", List.of("Camille"), "birthDate", "1986-02-11"));
    return post(
        "/api/paths",
        Map.of(
            "candidateId",
            candidate,
            "certification",
            certification,
            "route",
            route.name(),
            "openedOn",
            openedOn));
  }

  /** Plans it, appoints two who may sit, enrols, convokes, and has both come. */
  private String held(
      String kind,
      String certification,
      String heldOn,
      String sentOn,
      List<String> paths,
      List<String> ccps)
      throws IOException, InterruptedException {
    String session =
        "/api/sessions/"
            + post(
                "/api/sessions",
                Map.of(
                    "kind",
                    kind,
                    "certification",
                    certification,
                    "heldOn",
                    heldOn,
                    "centre",
                    "AFPA-59",
                    "place",
                    "Roubaix",
                    "authority",
                    "UT 59"));
    members = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      boolean trainer = i == 1 && kind.equals("CCP");
      Evaluator evaluator = (trainer ? People.trainers() : People.professionals()).get(i);
      members.add(evaluator.id());
      post(
          session + "/jury",
          trainer
              ? Map.of(
                  "id",
                  evaluator.id(),
                  "name",
                  evaluator.name(),
                  "role",
                  "TRAINER",
                  "specialities",
                  List.of(certification))
              : Map.of(
                  "id",
                  evaluator.id(),
                  "name",
                  evaluator.name(),
                  "role",
                  "PROFESSIONAL",
                  "chair",
                  i == 0,
                  "practiceYears",
                  11 + i,
                  "listedFrom",
                  "2010-01-01"));
    }
    for (String path : paths) {
      post(session + "/candidates", Map.of("pathId", path, "ccps", ccps));
    }
    post(
        session + "/convocations",
        Map.of("sentOn", sentOn, "members", members, "candidates", paths));
    post(session + "/presence", Map.of("present", members));
    return session;
  }

  private static Map<String, Object> title(String path, String certification) {
    return Map.of(
        "pathId",
        path,
        "decision",
        "TITLE",
        "interviewHeld",
        true,
        "evidence",
        Title.of(certification).evidence(Route.TRAINING));
  }

  private void result(String session, Map<String, Object> body)
      throws IOException, InterruptedException {
    post(session + "/results", body);
  }

  private void signed(
      String session, String signedOn, String number, String registeredOn, String notifiedOn)
      throws IOException, InterruptedException {
    post(session + "/minutes", Map.of("signedOn", signedOn, "signatures", members));
    post(session + "/minutes/registration", Map.of("number", number, "registeredOn", registeredOn));
    post(session + "/minutes/notification", Map.of("notifiedOn", notifiedOn));
  }

  /** Gives the id in the answer. */
  private String post(String resource, Map<String, Object> body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(resource))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "demo-session-%03d".formatted(++requests))
            .header("X-Livret-Actor", "demonstration")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200 && response.statusCode() != 201) {
      // The code only: the answer may name what was sent.
      throw new IllegalStateException(
          request.uri().getPath()
              + " was answered "
              + response.statusCode()
              + " "
              + JSON.readTree(response.body()).path("code").asString());
    }
    return JSON.readTree(response.body()).path("id").asString();
  }
}
