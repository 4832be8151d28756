package fr.livret.command.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One request of every kind, each accepted on what the ones before it made. {@code {title}}, {@code
 * {candidate}}, {@code {training}} and {@code {path}} stand for the ids that were given on the way.
 */
public final class Tour {
  private static final String DISTINCT_CODE = "{title}";

  private final Map<String, String> ids = new HashMap<>();

  /** Begins one, with a title of its own. */
  public Tour() {
    ids.put(DISTINCT_CODE, Story.newCode());
  }

  /** A request as it will be sent. */
  public record Request(String method, String address, String body, String creates) {
    Request(String address, String body) {
      this("POST", address, body, "");
    }

    /** Whether it makes a new aggregate. */
    public boolean creation() {
      return !creates.isEmpty();
    }
  }

  /** How requests are sent. */
  public interface Sender {
    Answer send(Request request);
  }

  /** Goes all the way but for the erasure, which ends it; gives what was sent, in order. */
  public List<Request> go(Sender sender) {
    List<Request> sent = new ArrayList<>();
    for (Request planned : all()) {
      Request request =
          new Request(
              planned.method, filled(planned.address), filled(planned.body), planned.creates);
      Answer answer = sender.send(request);
      if (request.creation()) {
        ids.put(request.creates, answer.id());
      }
      sent.add(request);
    }
    return sent;
  }

  /** The whole way as it is planned: names of what is made on it stand for their ids. */
  public List<Request> planned() {
    return all().stream()
        .map(planned ->
            new Request(
                planned.method, filled(planned.address), filled(planned.body), planned.creates))
        .toList();
  }

  /** The request that ends the tour. */
  public Request erasure() {
    return new Request(
        filled("/api/candidates/{candidate}/erasure"),
        "{\"requestedOn\": \"2026-11-01\", \"reason\": \"Demande de la personne\"}");
  }

  /** An id given on the way, as in {@code {path}}. */
  public String id(String name) {
    return filled(name);
  }

  private String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      filled = filled.replace(id.getKey(), id.getValue());
    }
    return filled;
  }

  private static List<Request> all() {
    List<Request> all = new ArrayList<>(requests());
    // Before the title is closed.
    all.addAll(all.size() - 2, SessionTour.requests());
    return all;
  }

  private static List<Request> requests() {
    return List.of(
        new Request(
            "PUT",
            "/api/referentiels/{title}",
            Story.referentiel(DISTINCT_CODE, "TP-2006", 3, "{\"from\": \"2002-01-01\"}"),
            DISTINCT_CODE),
        new Request(
            "POST",
            "/api/candidates",
            """
            {"familyName": "Quévert-Ørsted", "givenNames": ["Tiphaine", "Zélie"],
             "birthDate": "1983-02-27", "birthPlace": "Ouessant-Lampaul",
             "email": "tiphaine.qo@example.org"}\
            """,
            "{candidate}"),
        new Request(
            "/api/candidates/{candidate}/certificates",
            """
            {"kind": "SST", "obtainedOn": "2025-01-15", "validThrough": "2027-01-15",
             "number": "SST-77-ABCD-4242"}\
            """),
        new Request(
            "PUT",
            "/api/programmes/{title}",
            """
            {"code": "{title}", "title": "Programme d'essai", "certification": "{title}",
             "source": "essai", "months": [12], "hours": 30,
             "blocs": [{"code": "B1", "title": "Bloc", "ccps": ["CCP1"],
                        "modules": [{"code": "M1", "title": "Module", "hours": 30}]}],
             "positioning": {"priorityBelow": 0.5, "source": "essai", "mark": "R"}}\
            """,
            "{programme}"),
        new Request(
            "POST",
            "/api/trainings",
            """
            {"candidateId": "{candidate}", "certification": "{title}", "programme": "{title}",
             "startedOn": "2013-09-02", "centre": "Ouessant"}\
            """,
            "{training}"),
        new Request(
            "/api/trainings/{training}/entry-tests",
            """
            {"takenOn": "2013-09-03", "instrument": "QCM-A",
             "scores": [{"ccp": "CCP1", "points": 7.5, "outOf": 20}]}\
            """),
        new Request(
            "/api/trainings/{training}/modules",
            """
            {"module": "M1", "hours": 3.5, "on": "2013-09-04"}\
            """),
        new Request(
            "/api/trainings/{training}/mock-exams",
            """
            {"takenOn": "2013-11-04", "instrument": "EB-1",
             "scores": [{"ccp": "CCP1", "points": 11, "outOf": 20}]}\
            """),
        new Request(
            "/api/trainings/{training}/efas",
            """
            {"ccp": "CCP1", "assessedOn": "2013-12-02", "result": "ACQUIRED"}\
            """),
        new Request(
            "/api/trainings/{training}/exit-tests",
            """
            {"takenOn": "2013-12-03", "instrument": "QCM-B",
             "scores": [{"ccp": "CCP1", "points": 15, "outOf": 20}]}\
            """),
        new Request(
            "/api/trainings/{training}/completion",
            """
            {"endedOn": "2013-12-20", "outcome": "COMPLETED"}\
            """),
        new Request(
            "POST",
            "/api/vae-applications",
            """
            {"candidateId": "{candidate}", "certification": "{title}", "filedOn": "2013-11-04",
             "target": "TITLE",
             "experience": [{"from": "2009-01-05", "to": "2013-10-31", "kind": "EMPLOYED",
                             "occupation": "Quévertologue à Ouessant", "fullTimeShare": 0.8}]}\
            """,
            "{vae}"),
        new Request("/api/vae-applications/{vae}/completeness", "{\"completeOn\": \"2013-11-05\"}"),
        new Request(
            "/api/vae-applications/{vae}/supplement-request",
            """
            {"requestedOn": "2013-11-12", "missing": ["Attestation de l'employeur"]}\
            """),
        new Request(
            "/api/vae-applications/{vae}/decision",
            """
            {"decidedOn": "2013-12-12", "decision": "GRANTED", "notifiedOn": "2013-12-16"}\
            """),
        new Request(
            "POST",
            "/api/paths",
            """
            {"candidateId": "{candidate}", "certification": "{title}", "route": "VAE",
             "openedOn": "2014-01-06", "access": "EXPERIENCE", "vaeApplicationId": "{vae}"}\
            """,
            "{path}"),
        new Request(
            "/api/paths/{path}/jury-decisions",
            """
            {"heldOn": "2014-02-03", "decision": "ABSENT", "excused": true}\
            """),
        new Request(
            "/api/paths/{path}/jury-decisions",
            """
            {"heldOn": "2014-03-10", "decision": "PARTIAL", "ccps": ["CCP1"],
             "interviewHeld": true, "evidence": ["DSPP"]}\
            """),
        new Request(
            "/api/paths/{path}/ccps",
            """
            {"ccp": "CCP2", "obtainedOn": "2014-05-12", "sessionId": "S-12",
             "evaluators": [{"name": "Yannig Evalœuvre", "id": "E-7", "role": "PROFESSIONAL"},
                            {"name": "Maëlle Trouvère", "role": "TRAINER", "ownTrainer": false}],
             "evidence": ["DSPP"]}\
            """),
        new Request("/api/paths/{path}/ccps", Story.ccpBody("CCP3", "2014-06-02", Story.BINOME)),
        new Request(
            "/api/paths/{path}/ccps/CCP3/annulment",
            """
            {"decidedOn": "2014-07-01", "reason": "Session annulée\\nle 1er juillet",
             "legalSource": "Arrêté du 8 décembre 2008"}\
            """),
        new Request("/api/paths/{path}/ccps", Story.ccpBody("CCP3", "2014-09-01", Story.BINOME)),
        new Request(
            "/api/paths/{path}/jury-decisions",
            """
            {"heldOn": "2014-10-06", "decision": "REFUSED", "interviewHeld": true}\
            """),
        new Request(
            "/api/paths/{path}/jury-decisions",
            """
            {"heldOn": "2015-01-12", "decision": "TITLE", "interviewHeld": true,
             "evidence": ["DSPP"]}\
            """),
        new Request(
            "/api/paths/{path}/ccs",
            """
            {"ccs": "CCS1", "obtainedOn": "2021-05-04",
             "evidence": ["MISE_EN_SITUATION", "ENTRETIEN"]}\
            """),
        new Request(
            "/api/referentiels/{title}/closure",
            """
            {"decidedOn": "2026-06-01", "source": "Arrêté du 1er juin 2026"}\
            """),
        new Request(
            "/api/referentiels/{title}/prorogation",
            """
            {"decidedOn": "2026-09-01", "until": "2031-07-02", "source": "Arrêté"}\
            """));
  }
}
