package fr.livret.command.testing;

import fr.livret.command.testing.Tour.Request;
import java.util.List;

/** One request of every kind about sessions, on a path of the tour's candidate. */
final class SessionTour {
  private SessionTour() {}

  static List<Request> requests() {
    return List.of(
        new Request(
            "POST",
            "/api/paths",
            """
            {"candidateId": "{candidate}", "certification": "{title}", "route": "TRAINING",
             "openedOn": "2015-09-01"}\
            """,
            "{trainee}"),
        new Request(
            "POST",
            "/api/sessions",
            """
            {"kind": "TITLE", "certification": "{title}", "heldOn": "2016-02-01",
             "centre": "AFPA-59", "place": "Roubaix", "authority": "UT 59",
             "plannedOn": "2015-12-01"}\
            """,
            "{missed}"),
        new Request(
            "/api/sessions/{missed}/presence",
            """
            {"present": []}\
            """),
        new Request(
            "/api/sessions/{missed}/absence-report",
            """
            {"drawnUpOn": "2016-02-01", "remarks": "Personne\\nn'est venu",
             "newSessionAuthorisedOn": "2016-02-08"}\
            """),
        new Request(
            "POST",
            "/api/sessions",
            """
            {"kind": "TITLE", "certification": "{title}", "heldOn": "2016-06-15",
             "centre": "AFPA-59", "replaces": "{missed}"}\
            """,
            "{session}"),
        new Request(
            "/api/sessions/{session}/jury",
            """
            {"id": "E-7", "name": "Yannig Evalœuvre", "role": "PROFESSIONAL", "chair": true,
             "practiceYears": 12, "leftSectorOn": "2015-12-31", "listedFrom": "2010-01-01",
             "listedThrough": "2016-12-31", "specialities": [], "organisations": ["Médiance 59"],
             "trained": [], "appointedOn": "2016-04-01"}\
            """),
        new Request(
            "/api/sessions/{session}/jury",
            """
            {"id": "E-8", "name": "Maëlle Trouvère", "role": "PROFESSIONAL", "chair": false,
             "practiceYears": 7, "listedFrom": "2010-01-01"}\
            """),
        new Request(
            "/api/sessions/{session}/candidates",
            """
            {"pathId": "{trainee}", "organisations": ["Ville de Roubaix"],
             "enrolledOn": "2016-04-02"}\
            """),
        new Request(
            "/api/sessions/{session}/candidates/{trainee}/withdrawal",
            """
            {"withdrawnOn": "2016-04-05", "reason": "Désistement"}\
            """),
        new Request(
            "/api/sessions/{session}/candidates",
            """
            {"pathId": "{trainee}", "ccps": [], "organisations": []}\
            """),
        new Request(
            "/api/sessions/{session}/convocations",
            """
            {"sentOn": "2016-06-01", "members": ["E-7", "E-8"], "candidates": ["{trainee}"],
             "derogation": "Jury remplacé"}\
            """),
        new Request(
            "/api/sessions/{session}/presence",
            """
            {"present": ["E-7", "E-8"]}\
            """),
        new Request(
            "/api/sessions/{session}/results",
            """
            {"pathId": "{trainee}", "decision": "ABSENT", "excuse": "ILLNESS", "proved": true,
             "fraudReport": "Rapport n° 3"}\
            """),
        new Request(
            "/api/sessions/{session}/results",
            """
            {"pathId": "{trainee}", "decision": "PARTIAL", "ccps": ["CCP1"],
             "interviewHeld": true, "evidence": ["DSPP"], "ccpResults": [],
             "votes": {"inFavour": 2, "against": 0, "castingVote": false}}\
            """),
        new Request(
            "/api/sessions/{session}/minutes",
            """
            {"signedOn": "2016-06-15", "signatures": ["E-7", "E-8"]}\
            """),
        new Request(
            "/api/sessions/{session}/minutes/registration",
            """
            {"number": "59-2016-44", "registeredOn": "2016-06-20", "authority": "UT 59"}\
            """),
        new Request(
            "/api/sessions/{session}/minutes/notification",
            """
            {"notifiedOn": "2016-06-25"}\
            """),
        new Request(
            "/api/sessions/{session}/minutes/rectification",
            """
            {"decidedOn": "2016-07-01", "reason": "Erreur\\nmatérielle", "legalSource": "Décision",
             "results": [{"pathId": "{trainee}", "decision": "PARTIAL",
                          "ccps": ["CCP1", "CCP2"]}]}\
            """),
        new Request(
            "/api/sessions/{session}/annulment-refusal",
            """
            {"decidedOn": "2016-08-01", "reason": "Demande non fondée"}\
            """),
        new Request(
            "/api/sessions/{session}/appeals",
            """
            {"before": "HIERARCHICAL", "lodgedOn": "2016-08-10"}\
            """),
        new Request(
            "/api/sessions/{session}/appeals/1/outcome",
            """
            {"decidedOn": "2016-09-10", "outcome": "GRANTED", "reason": "Le sujet était connu"}\
            """),
        new Request(
            "/api/sessions/{session}/annulment",
            """
            {"decidedOn": "2016-10-01", "reason": "Sujet divulgué", "legalSource": "Arrêté"}\
            """));
  }
}
