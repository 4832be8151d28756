package fr.livret.command.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What comes before a test's own question, told to a node over HTTP. */
public final class Story {
  /** A professional and a trainer, as those who grant a CCP. */
  public static final String BINOME = "[{\"role\": \"PROFESSIONAL\"}, {\"role\": \"TRAINER\"}]";

  private static final AtomicInteger TITLES = new AtomicInteger();

  private final Api api;

  Story(Api api) {
    this.api = api;
  }

  /** The code of a title nobody has published. */
  public static String newCode() {
    return "ESSAI-" + TITLES.incrementAndGet();
  }

  /** A référentiel of CCP1, CCP2... and one CCS. */
  public static String referentiel(String code, String regime, int ccps, String validity) {
    return """
    {"code": "%s", "title": "Titre d'essai", "level": "3", "regime": "%s",
     "routes": ["TRAINING", "CAPITALISATION", "VAE"],
     "ccps": [%s],
     "titleAssessment": {"TRAINING": [{"code": "DSPP", "title": "Dossier", "required": true}]},
     "validity": %s, "prerequisites": [], "ccs": ["CCS1"], "sources": ["essai"]}
    """
        .formatted(
            code,
            regime,
            IntStream.rangeClosed(1, ccps)
                .mapToObj(
                    """
                    {"code": "CCP%1$d", "title": "Essai %1$d", "competences": ["savoir %1$d"],
                     "assessment": [{"code": "DSPP", "title": "Dossier", "required": false}]}\
                    """
                        ::formatted)
                .collect(Collectors.joining(", ")),
            validity);
  }

  /** Publishes a title of that regime, without an end; gives its code. */
  public String title(String regime, int ccps) {
    return title(regime, ccps, "{\"from\": \"2002-01-01\"}");
  }

  /** Publishes a title; gives its code. */
  public String title(String regime, int ccps, String validity) {
    String code = newCode();
    return api.put("/api/referentiels/" + code, referentiel(code, regime, ccps, validity))
        .created("/api/referentiels")
        .id();
  }

  /** Registers a candidate; gives the id. */
  public String candidate() {
    return api.post(
            "/api/candidates",
            """
            {"familyName": "Benali", "givenNames": ["Samia"], "birthDate": "1990-04-17"}\
            """)
        .created("/api/candidates")
        .id();
  }

  /** The body of an application, by someone employed all the years before. */
  public static String vaeBody(
      String candidate, String certification, String filedOn, String target) {
    return """
    {"candidateId": "%s", "certification": "%s", "filedOn": "%s", "target": %s,
     "experience": [{"from": "1995-01-02", "to": "%s", "kind": "EMPLOYED",
                     "occupation": "Médiation"}]}\
    """
        .formatted(candidate, certification, filedOn, target, filedOn);
  }

  public Answer file(String candidate, String certification, String filedOn) {
    return api.post(
        "/api/vae-applications", vaeBody(candidate, certification, filedOn, "\"TITLE\""));
  }

  public Answer decide(String application, String decision, String notifiedOn) {
    return api.post(
        "/api/vae-applications/" + application + "/decision",
        """
        {"decidedOn": "%1$s", "decision": "%2$s", "notifiedOn": "%1$s"}\
        """
            .formatted(notifiedOn, decision));
  }

  public Answer openOn(
      String application, String candidate, String certification, String openedOn) {
    return api.post(
        "/api/paths",
        """
        {"candidateId": "%s", "certification": "%s", "route": "VAE", "openedOn": "%s",
         "vaeApplicationId": "%s"}\
        """
            .formatted(candidate, certification, openedOn, application));
  }

  /** Opens a path of a new candidate; gives its id. */
  public String path(String certification, String route, String openedOn) {
    return open(candidate(), certification, route, openedOn).created("/api/paths").id();
  }

  /** A path to AMIS-2013 by capitalisation. */
  public String capitalising() {
    return path("AMIS-2013", "CAPITALISATION", "2011-07-02");
  }

  public Answer open(String candidate, String certification, String route, String openedOn) {
    return api.post(
        "/api/paths",
        """
        {"candidateId": "%s", "certification": "%s", "route": "%s", "openedOn": "%s"}\
        """
            .formatted(candidate, certification, route, openedOn));
  }

  public Answer ccp(String path, String ccp, String obtainedOn, String... headers) {
    return ccp(path, ccp, obtainedOn, BINOME, headers);
  }

  public Answer ccp(
      String path, String ccp, String obtainedOn, String evaluators, String[] headers) {
    return api.post("/api/paths/" + path + "/ccps", ccpBody(ccp, obtainedOn, evaluators), headers);
  }

  /** The body of a CCP obtained, resting on all that any title asks for. */
  public static String ccpBody(String ccp, String obtainedOn, String evaluators) {
    return """
    {"ccp": "%s", "obtainedOn": "%s", "evaluators": %s,
     "evidence": ["MISE_EN_SITUATION", "DSPP", "EVALUATION_TERRAIN"]}\
    """
        .formatted(ccp, obtainedOn, evaluators);
  }

  /** A path to AMIS-2013 with CCP1, CCP2... obtained on these days. */
  public String withCcps(String... days) {
    String path = capitalising();
    for (int i = 0; i < days.length; i++) {
      ccp(path, "CCP" + (i + 1), days[i]).done();
    }
    return path;
  }

  public Answer annul(String path, String ccp, String decidedOn) {
    return api.post(
        "/api/paths/" + path + "/ccps/" + ccp + "/annulment",
        """
        {"decidedOn": "%s", "reason": "Session annulée"}\
        """
            .formatted(decidedOn));
  }

  /** A jury's decision; {@code more} are further fields, each with its comma before it. */
  public Answer jury(String path, String decision, String heldOn, String more) {
    return api.post(
        "/api/paths/" + path + "/jury-decisions",
        """
        {"heldOn": "%s", "decision": "%s"%s}\
        """
            .formatted(heldOn, decision, more));
  }

  public Answer title(String path, String heldOn) {
    return jury(path, "TITLE", heldOn, ", \"interviewHeld\": true, \"evidence\": [\"DSPP\"]");
  }

  public Answer ccs(String path, String ccs, String obtainedOn) {
    return api.post(
        "/api/paths/" + path + "/ccs",
        """
        {"ccs": "%s", "obtainedOn": "%s", "evidence": ["MISE_EN_SITUATION", "ENTRETIEN"]}\
        """
            .formatted(ccs, obtainedOn));
  }

  public Answer certificate(String candidate, String obtainedOn, String validThrough) {
    return api.post(
        "/api/candidates/" + candidate + "/certificates",
        """
        {"kind": "SST", "obtainedOn": "%s", "validThrough": "%s", "number": "SST-4711"}\
        """
            .formatted(obtainedOn, validThrough));
  }

  public Answer erase(String candidate, String requestedOn) {
    return api.post(
        "/api/candidates/" + candidate + "/erasure",
        """
        {"requestedOn": "%s", "reason": "Demande de la personne"}\
        """
            .formatted(requestedOn));
  }

  public Answer close(String certification, String decidedOn) {
    return api.post(
        "/api/referentiels/" + certification + "/closure",
        """
        {"decidedOn": "%s", "source": "Arrêté de clôture"}\
        """
            .formatted(decidedOn));
  }

  public Answer prorogue(String certification, String decidedOn, String until) {
    return api.post(
        "/api/referentiels/" + certification + "/prorogation",
        """
        {"decidedOn": "%s", "until": "%s", "source": "Arrêté de prorogation"}\
        """
            .formatted(decidedOn, until));
  }

  /** So many paths of one candidate to AMIS-2013, each with its CCP1 of that day. */
  public List<String> pathsWithCcp1(int count, String obtainedOn) {
    String candidate = candidate();
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String path =
          open(candidate, "AMIS-2013", "CAPITALISATION", "2011-07-02").created("/api/paths").id();
      ccp(path, "CCP1", obtainedOn).done();
      paths.add(path);
    }
    return paths;
  }
}
