package fr.livret.command.training;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;

/** What a training centre sends. */
record Centre(Api api) {

  /** Starts a training; gives its id. */
  String start(String candidate, String certification, String startedOn, String more) {
    return started(candidate, certification, startedOn, more).created("/api/trainings").id();
  }

  /** Asks for a start; {@code more} are further fields, each with its comma before it. */
  Answer started(String candidate, String certification, String startedOn, String more) {
    return api.post(
        "/api/trainings",
        """
        {"candidateId": "%s", "certification": "%s", "startedOn": "%s"%s}\
        """
            .formatted(candidate, certification, startedOn, more));
  }

  /** One score on CCP1; {@code kind} as in {@code entry-tests}. */
  Answer test(String training, String kind, String takenOn, String points, String outOf) {
    return api.post(
        "/api/trainings/" + training + "/" + kind,
        """
        {"takenOn": "%s", "instrument": "QCM",
         "scores": [{"ccp": "CCP1", "points": %s, "outOf": %s}]}\
        """
            .formatted(takenOn, points, outOf));
  }

  Answer followed(String training, String module, String hours, String on) {
    return api.post(
        "/api/trainings/" + training + "/modules",
        """
        {"module": "%s", "hours": %s, "on": "%s"}\
        """
            .formatted(module, hours, on));
  }

  Answer efa(String training, String ccp, String assessedOn, String result) {
    return api.post(
        "/api/trainings/" + training + "/efas",
        """
        {"ccp": "%s", "assessedOn": "%s", "result": "%s"}\
        """
            .formatted(ccp, assessedOn, result));
  }

  Answer end(String training, String endedOn, String outcome) {
    return api.post(
        "/api/trainings/" + training + "/completion",
        """
        {"endedOn": "%s", "outcome": "%s"}\
        """
            .formatted(endedOn, outcome));
  }
}
