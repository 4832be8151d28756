#!/usr/bin/env python3
"""Five people, five roads: drives a running Livret over HTTP and prints each state a user would see.

Usage: tools/scenario/scenario.py [URL]      (default http://localhost:8080)

Every fact lies in the past, so that the clock of the service has nothing to wait for but its own
next round. It may be run again and again: each run brings people of its own.
"""

import json
import pathlib
import sys
import time
import urllib.error
import urllib.request

URL = (sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8080").rstrip("/")
ACTOR = "scenario"
HERE = pathlib.Path(__file__).parent
PATIENCE = 90  # seconds for what the clock or an automation brings about


class Refused(Exception):
    """The service said no, and why."""

    def __init__(self, status, problem):
        super().__init__(f"{status} {problem}")
        self.status, self.problem = status, problem


def call(method, path, body=None, kind="application/json"):
    data = body.encode() if isinstance(body, str) else body and json.dumps(body).encode()
    request = urllib.request.Request(URL + path, data, method=method)
    request.add_header("X-Livret-Actor", ACTOR)
    if data:
        request.add_header("Content-Type", kind)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        text = error.read().decode()
        problem = json.loads(text) if text.startswith("{") else {"detail": text}
        raise Refused(error.code, problem) from None


def post(path, body):
    return call("POST", path, body)


def get(path):
    return call("GET", path)


def until(what, read, met):
    """Reads until it is met: projections and automations follow a moment later."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            found = read()
            if met(found):
                return found
        except Refused as refused:
            if refused.status not in (404, 503):
                raise
        if time.monotonic() > end:
            sys.exit(f"Not within {PATIENCE} s: {what}")
        time.sleep(0.3)


# What is printed


def title(text):
    print(f"\n{text}\n{'=' * len(text)}")


def say(text):
    print(f"  {text}")


def refusal(doing, path, body):
    """Tries what the law refuses, and prints the refusal with its text."""
    try:
        post(path, body)
    except Refused as refused:
        problem = refused.problem
        basis = problem.get("legalBasis", {})
        say(f"{doing}: refused, {problem.get('code')}: {problem.get('title')}")
        said = ("type", "title", "status", "code", "legalBasis", "instance", "detail", "errors")
        facts = {key: value for key, value in problem.items() if key not in said}
        say(f"    {json.dumps(facts, ensure_ascii=False)}")
        if basis:
            say(f"    [{basis['mark']}] {basis['source']}")
        if not problem.get("code"):
            sys.exit(f"Refused in another way than by a rule: {problem}")
        return
    sys.exit(f"{doing}: accepted, and should not have been")


def show_path(path, on, version=0):
    """The path as it stood on a day, with all that is known of it."""
    found = until(
        f"path {path} at version {version}",
        lambda: get(f"/api/paths/{path}?effectiveOn={on}"),
        lambda it: it["version"] >= version,
    )
    window = found["window"]
    span = f" {window['anchor']}..{window['lastDay']}" if window.get("lastDay") else ""
    held = [f"{it['ccp']} {it['status']}" for it in found["ccps"]]
    say(f"{on}: path to {found['certification']} ({found['regime']}): {found['status']},"
        f" window {window['state']}{span}; {', '.join(held)}")
    if found.get("title"):
        it = found["title"]
        say(f"    title awarded {it['awardedOn']}, in question: {it['inQuestion']}")
    return found


def show_history(path):
    for fact in get(f"/api/paths/{path}/history?limit=200")["items"]:
        say(f"    {fact['sequence']:>3}  {fact['effectiveOn']}  {fact['summary']}")


def show_application(application, on, met=lambda _: True):
    """The application as it stood on a day, once the clock has spoken."""
    found = until(f"application {application}",
                  lambda: get(f"/api/vae-applications/{application}?effectiveOn={on}"), met)
    clock = found.get("clock") or {}
    silence = found.get("silence")
    say(f"{on}: application for {found['certification']} ({found['regime']}): {found['state']}"
        + (f", answer due by {clock['lastDay']}" if clock.get("lastDay") else ""))
    if silence:
        say(f"    silence: last day {silence['lastDay']}, {silence['effect']} from"
            f" {silence['effectiveOn']}; [{silence['legalBasis']['mark']}]"
            f" {silence['legalBasis']['source']}")
    given = found.get("recevabilite") or {}
    for name in ("validThrough", "startBy", "lapsedOn"):
        if given.get(name):
            say(f"    recevabilité: {name} {given[name]}")
    return found


# What is done


def candidate(family, given, born):
    found = post("/api/candidates",
                 {"familyName": family, "givenNames": [given], "birthDate": born})
    return found["id"]


def open_path(who, certification, route, on, application=None):
    body = {"candidateId": who, "certification": certification, "route": route, "openedOn": on}
    if application:
        body["vaeApplicationId"] = application
    return post("/api/paths", body)["id"]


def ccp(path, code, on, evidence=("MISE_EN_SITUATION", "DSPP")):
    seats = [{"role": "PROFESSIONAL"}, {"role": "PROFESSIONAL"}, {"role": "TRAINER"}]
    return post(f"/api/paths/{path}/ccps",
                {"ccp": code, "obtainedOn": on, "evaluators": seats, "evidence": list(evidence)})


def session(certification, on, convoked, path, result):
    """A title session from its planning to its signed minutes."""
    made = post("/api/sessions", {"kind": "TITLE", "certification": certification, "heldOn": on,
                                  "centre": "Centre de démonstration", "plannedOn": convoked})["id"]
    members = ["JURY-1", "JURY-2"]
    for number, member in enumerate(members):
        post(f"/api/sessions/{made}/jury",
             {"id": member, "role": "PROFESSIONAL", "chair": number == 0, "practiceYears": 12,
              "listedFrom": "2005-01-03", "appointedOn": convoked, "organisations": ["Médiation SA"]})
    post(f"/api/sessions/{made}/candidates", {"pathId": path, "enrolledOn": convoked})
    post(f"/api/sessions/{made}/convocations",
         {"sentOn": convoked, "members": members, "candidates": [path]})
    post(f"/api/sessions/{made}/presence", {"present": members})
    post(f"/api/sessions/{made}/results", {"pathId": path, **result})
    post(f"/api/sessions/{made}/minutes", {"signedOn": on, "signatures": members})
    post(f"/api/sessions/{made}/minutes/registration",
         {"number": f"PV-{made[:8]}", "registeredOn": on, "authority": "DREETS"})
    show_session(made, lambda it: it["candidates"][0].get("effect", {}).get("state") == "RECORDED")
    return made


def show_session(made, met):
    found = until(f"session {made}", lambda: get(f"/api/sessions/{made}"), met)
    entry = found["candidates"][0]
    decision = (entry.get("result") or {}).get("decision")
    effect = (entry.get("effect") or {}).get("state")
    say(f"session of {found['heldOn']}: {found['state']}; {decision}, on the path: {effect}")


# Five roads


def training_partial_capitalisation_title():
    title("1. Training → partial success → capitalisation → title (AMIS-2013, TP-2006)")
    who = candidate("Benali", "Samia", "1990-04-17")
    course = post("/api/trainings", {"candidateId": who, "certification": "AMIS-2013",
                                     "startedOn": "2013-01-07", "centre": "Roubaix"})["id"]
    codes = ("CCP1", "CCP2", "CCP3")

    def scores(*points):
        return [{"ccp": code, "points": it, "outOf": 20} for code, it in zip(codes, points)]

    post(f"/api/trainings/{course}/entry-tests",
         {"takenOn": "2013-01-08", "instrument": "QCM-1", "scores": scores(6, 11, 4)})
    path = open_path(who, "AMIS-2013", "TRAINING", "2013-01-07")
    for code, on in (("CCP1", "2013-05-14"), ("CCP2", "2013-07-02")):
        post(f"/api/trainings/{course}/efas",
             {"ccp": code, "assessedOn": on, "result": "ACQUIRED"})
    post(f"/api/trainings/{course}/exit-tests",
         {"takenOn": "2013-09-20", "instrument": "QCM-1", "scores": scores(15, 16, 9)})
    rests = ["EFA", "DSPP", "EPREUVE_DE_SYNTHESE"]
    refusal("The title without the EFA of CCP3", f"/api/paths/{path}/jury-decisions",
            {"heldOn": "2013-10-04", "decision": "TITLE", "interviewHeld": True, "evidence": rests})
    post(f"/api/trainings/{course}/efas",
         {"ccp": "CCP3", "assessedOn": "2013-09-24", "result": "ACQUIRED"})
    post(f"/api/trainings/{course}/completion", {"endedOn": "2013-09-27", "outcome": "COMPLETED"})
    progress = until("the training", lambda: get(f"/api/trainings/{course}"),
                     lambda it: it["status"] == "COMPLETED")
    for bloc in progress["blocs"]:
        for one in bloc["ccps"]:
            if one.get("gain") is not None:
                say(f"training: {one['ccp']}, gain from entry to exit {one['gain']} points of 100")
    session("AMIS-2013", "2013-10-04", "2013-09-04", path,
            {"decision": "PARTIAL", "ccps": ["CCP1", "CCP2"]})
    show_path(path, "2013-10-04")
    refusal("The title before CCP3", f"/api/paths/{path}/jury-decisions",
            {"heldOn": "2014-01-06", "decision": "TITLE", "interviewHeld": True, "evidence": rests})
    done = ccp(path, "CCP3", "2014-05-12")
    show_path(path, "2014-05-12", done["version"])
    session("AMIS-2013", "2014-09-15", "2014-08-15", path,
            {"decision": "TITLE", "interviewHeld": True, "evidence": []})
    show_path(path, "2014-09-15")
    show_history(path)


def vae_refused_by_silence():
    title("2. VAE refused by silence (TMS-2004, rules of 2002)")
    who = candidate("Okoye", "Chidi", "1978-11-02")
    refusal("Filed with too little experience", "/api/vae-applications",
            {"candidateId": who, "certification": "TMS-2004", "filedOn": "2010-01-07",
             "target": "TITLE",
             "experience": [
                 {"from": "2007-01-08", "to": "2009-12-31", "kind": "EMPLOYED",
                  "occupation": "Médiateur"},
                 {"from": "2010-01-01", "to": "2010-01-07", "kind": "TRAINING",
                  "occupation": "Stage"}]})
    application = post("/api/vae-applications",
                       {"candidateId": who, "certification": "TMS-2004", "filedOn": "2010-03-31",
                        "target": "TITLE",
                        "experience": [{"from": "2006-01-02", "to": "2010-03-30",
                                        "kind": "EMPLOYED", "occupation": "Médiateur"}]})["id"]
    show_application(application, "2010-05-31")
    show_application(application, "2010-06-01", lambda it: it["state"] == "REFUSED")
    refusal("Opening a path on it", "/api/paths",
            {"candidateId": who, "certification": "TMS-2004", "route": "VAE",
             "openedOn": "2010-06-15", "vaeApplicationId": application})
    refusal("A second file in the same year", "/api/vae-applications",
            {"candidateId": who, "certification": "TMS-2004", "filedOn": "2010-11-30",
             "target": "TITLE",
             "experience": [{"from": "2006-01-02", "to": "2010-03-30", "kind": "EMPLOYED",
                             "occupation": "Médiateur"}]})


def vae_granted_by_silence():
    title("3. VAE granted by silence → bloc → title (AMIS-2023, rules of 2024)")
    who = candidate("Garnier", "Lucie", "1985-02-19")
    post(f"/api/candidates/{who}/certificates",
         {"kind": "SST", "obtainedOn": "2024-10-07", "validThrough": "2026-10-07"})
    bloc = post("/api/vae-applications",
                {"candidateId": who, "certification": "AMIS-2023", "filedOn": "2024-12-02",
                 "target": ["CCP1"], "experience": []})["id"]
    post(f"/api/vae-applications/{bloc}/completeness", {"completeOn": "2024-12-31"})
    show_application(bloc, "2025-02-28")
    show_application(bloc, "2025-03-01", lambda it: it["state"] == "GRANTED")
    late = post(f"/api/vae-applications/{bloc}/decision",
                {"decidedOn": "2025-03-10", "decision": "REFUSED", "notifiedOn": "2025-03-10",
                 "reason": "Dossier insuffisant"})
    found = show_application(bloc, "2025-03-10", lambda it: it["version"] >= late["version"])
    say(f"    a refusal came later: {', '.join(found['flags'])}")
    path = open_path(who, "AMIS-2023", "VAE", "2025-04-01", bloc)
    refusal("The whole title on an application for one bloc", f"/api/paths/{path}/jury-decisions",
            {"heldOn": "2025-05-20", "decision": "TITLE", "interviewHeld": True,
             "evidence": ["MISE_EN_SITUATION", "ENTRETIEN_TECHNIQUE", "QUESTIONNEMENT_PRODUCTION"]})
    done = post(f"/api/paths/{path}/jury-decisions",
                {"heldOn": "2025-05-20", "decision": "PARTIAL", "ccps": ["CCP1"]})
    show_path(path, "2025-05-20", done["version"])
    whole = post("/api/vae-applications",
                 {"candidateId": who, "certification": "AMIS-2023", "filedOn": "2025-06-02",
                  "target": "TITLE", "experience": []})["id"]
    post(f"/api/vae-applications/{whole}/completeness", {"completeOn": "2025-06-10"})
    show_application(whole, "2025-08-11", lambda it: it["state"] == "GRANTED")
    road = open_path(who, "AMIS-2023", "VAE", "2025-09-01", whole)
    session("AMIS-2023", "2025-10-14", "2025-09-05", road,
            {"decision": "TITLE", "interviewHeld": True,
             "evidence": ["MISE_EN_SITUATION", "ENTRETIEN_TECHNIQUE", "QUESTIONNEMENT_PRODUCTION",
                          "DOSSIER_PROFESSIONNEL"]})
    show_path(road, "2025-10-14")


def session_annulled():
    title("4. A session annulled after it had awarded a title (AMIS-2013)")
    who = candidate("Morel", "Hugo", "1993-08-30")
    path = open_path(who, "AMIS-2013", "TRAINING", "2014-01-06")
    held = session("AMIS-2013", "2014-10-06", "2014-09-05", path,
                   {"decision": "TITLE", "interviewHeld": True,
                    "evidence": ["EFA", "DSPP", "EPREUVE_DE_SYNTHESE"]})
    show_path(path, "2014-10-06")
    post(f"/api/sessions/{held}/annulment",
         {"decidedOn": "2015-02-02", "reason": "Sujet divulgué avant l'épreuve",
          "legalSource": "Arrêté du 8 décembre 2008, annexe, 5"})
    until("the title gone", lambda: get(f"/api/paths/{path}"), lambda it: it["status"] == "OPEN")
    show_session(held, lambda it: it["state"] == "ANNULLED")
    show_path(path, "2015-02-02")
    show_history(path)


def title_revised():
    title("5. A title revised in the middle of a path (TMS-2004 → TMS-2012, illustrative)")
    who = candidate("Diallo", "Fatou", "1988-06-12")
    path = open_path(who, "TMS-2004", "CAPITALISATION", "2010-01-04")
    ccp(path, "CCP1", "2010-06-15", ("MISE_EN_SITUATION", "DSPP", "EVALUATION_TERRAIN"))
    done = ccp(path, "CCP2", "2012-03-05", ("MISE_EN_SITUATION", "DSPP", "EVALUATION_TERRAIN"))
    show_path(path, "2012-05-15", done["version"])
    call("PUT", "/api/referentiels/TMS-2012", (HERE / "TMS-2012.yaml").read_text("utf-8"),
         "application/yaml")
    revision = {"decidedOn": "2012-05-16", "successor": "TMS-2012", "mark": "2",
                "source": "Révision du titre TMS au 16/05/2012 (source secondaire) ;"
                          " correspondance illustrative",
                "obtainedBefore": "2012-02-21",
                "equivalences": [{"from": code, "to": [code]} for code in ("CCP1", "CCP2", "CCP3")]}
    until("TMS-2012", lambda: get("/api/referentiels/TMS-2012"), lambda _: True)
    report = post("/api/referentiels/TMS-2004/revision/what-if?limit=500", revision)
    say(f"what if: {report['openPaths']} open paths, {json.dumps(report['counts'])}")
    for one in report["paths"]["items"]:
        if one["pathId"] == path:
            say(f"    this one: {', '.join(one['effects'])}; carried"
                f" {[it['to'] for it in one['carried']]}, lost {one['lost']};"
                f" last day {one['before']['window'].get('lastDay')}"
                f" → {one['after']['window'].get('lastDay')}")
    try:
        post("/api/referentiels/TMS-2004/revision", revision)
    except Refused as refused:  # A run before this one has recorded it.
        if refused.problem.get("code") != "ALREADY_RECORDED":
            raise
    done = post(f"/api/paths/{path}/transfer", {"to": "TMS-2012", "decidedOn": "2012-06-01"})
    show_path(path, "2012-06-01", done["version"])
    ccp(path, "CCP2", "2013-03-04")
    ccp(path, "CCP3", "2014-04-07")
    done = post(f"/api/paths/{path}/jury-decisions",
                {"heldOn": "2014-06-16", "decision": "TITLE", "interviewHeld": True,
                 "evidence": []})
    show_path(path, "2014-06-16", done["version"])
    show_history(path)


def main():
    print(f"Livret at {URL}")
    training_partial_capitalisation_title()
    vae_refused_by_silence()
    vae_granted_by_silence()
    session_annulled()
    title_revised()
    print("\nAll five roads were walked.")


if __name__ == "__main__":
    main()
