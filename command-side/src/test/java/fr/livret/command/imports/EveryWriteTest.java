package fr.livret.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.imports.Batch.Told;
import fr.livret.command.testing.MovableClock;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import fr.livret.command.testing.Tour;
import fr.livret.http.WriteRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every write there is stands in a file as well as alone, and is rehearsed as it is done. */
@ExtendWith(SharedNode.class)
class EveryWriteTest {
  private final WriteRequests writes;
  private final Batch batch;

  EveryWriteTest(Node node) {
    this.writes = node.bean(WriteRequests.class);
    this.batch = new Batch(node.api());
    MovableClock.on("2026-11-22");
  }

  /** A line; in its body {@code "{key}"} stands for what another line made, as in addresses. */
  private static String line(String key, String request, String body) {
    ObjectNode line = Batch.JSON.createObjectNode();
    line.put("request", request.replaceAll("\\{(\\w+)}", "@$1"));
    line.put("key", key);
    line.set("body", Batch.JSON.readTree(body.replaceAll("\"\\{(\\w+)}\"", "{\"ref\": \"$1\"}")));
    return line.toString();
  }

  private static List<String> tour() {
    List<String> lines = new ArrayList<>();
    for (Tour.Request request : new Tour().planned()) {
      String creates = request.creates().replaceAll("[{}]", "");
      lines.add(
          line(
              creates.matches("[a-z]+") ? creates : "line-" + lines.size(),
              request.method() + " " + request.address(),
              request.body()));
    }
    return lines;
  }

  private static List<String> reviews() {
    String old = Story.newCode();
    String next = Story.newCode();
    String validity = "{\"from\": \"2002-01-01\"}";
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "old", "PUT /api/referentiels/" + old, Story.referentiel(old, "TP-2006", 2, validity)));
    lines.add(
        line(
            "next",
            "PUT /api/referentiels/" + next,
            Story.referentiel(next, "TP-2006", 2, validity)));
    lines.add(
        line(
            "revision",
            "POST /api/referentiels/" + old + "/revision",
            """
            {"decidedOn": "2014-01-13", "successor": "%s", "source": "Illustratif",
             "equivalences": [{"from": "CCP1", "to": ["CCP2"]}]}\
            """
                .formatted(next)));
    lines.add(Batch.candidate("who"));
    lines.add(line("mine", "POST /api/paths", opening(old, "CAPITALISATION", "2014-02-03")));
    lines.add(
        line(
            "c1",
            "POST /api/paths/{mine}/ccps",
            Story.ccpBody("CCP1", "2014-03-10", Story.BINOME)));
    lines.add(
        line(
            "transfer",
            "POST /api/paths/{mine}/transfer",
            "{\"to\": \"%s\", \"decidedOn\": \"2014-04-01\"}".formatted(next)));
    lines.add(
        line(
            "c2",
            "POST /api/paths/{mine}/ccps",
            Story.ccpBody("CCP1", "2014-05-05", Story.BINOME)));
    lines.add(
        line(
            "c3",
            "POST /api/paths/{mine}/ccps",
            Story.ccpBody("CCP2", "2014-05-05", Story.BINOME)));
    lines.add(
        line(
            "title",
            "POST /api/paths/{mine}/jury-decisions",
            """
            {"heldOn": "2014-06-10", "decision": "TITLE", "interviewHeld": true,
             "evidence": ["DSPP"]}\
            """));
    String why = "{\"decidedOn\": \"2026-05-04\", \"reason\": \"Fraude\"}";
    lines.add(
        line(
            "ccs",
            "POST /api/paths/{mine}/ccs",
            """
            {"ccs": "CCS1", "obtainedOn": "2021-05-04",
             "evidence": ["MISE_EN_SITUATION", "ENTRETIEN"]}\
            """));
    lines.add(line("unccs", "POST /api/paths/{mine}/ccs/CCS1/withdrawal", why));
    lines.add(line("firm", "POST /api/paths/{mine}/confirmation", why));
    lines.add(
        line(
            "appeal",
            "POST /api/paths/{mine}/appeals",
            "{\"against\": \"2014-06-10\", \"before\": \"COURT\", \"lodgedOn\": \"2014-07-01\"}"));
    lines.add(
        line(
            "ended",
            "POST /api/paths/{mine}/appeals/1/outcome",
            "{\"decidedOn\": \"2014-09-01\", \"outcome\": \"DISMISSED\", \"reason\": \"Non\"}"));
    lines.add(line("survey", "POST /api/paths/{mine}/surveys", survey("2014-12-10")));
    lines.add(line("early", "POST /api/paths/{mine}/surveys", survey("2014-12-09")));
    lines.add(line("untitled", "POST /api/paths/{mine}/withdrawal", why));
    lines.add(line("again", "POST /api/paths/{mine}/withdrawal", why));
    lines.add(
        line(
            "gone",
            "POST /api/candidates/{who}/erasure",
            "{\"requestedOn\": \"2026-11-01\", \"reason\": \"Demande\"}"));
    String nobody = "6f1c5d0e-8f2f-4f43-9a55-0d3f6f0b6a11";
    lines.add(line("alert", "POST /api/alerts/" + nobody + "/acknowledgement", "{}"));
    lines.add(line("mail", "POST /api/alerts/deliveries/" + nobody + "/retry", "{}"));
    return lines;
  }

  private static String opening(String certification, String route, String on) {
    return """
    {"candidateId": "{who}", "certification": "%s", "route": "%s", "openedOn": "%s"}\
    """
        .formatted(certification, route, on);
  }

  private static String survey(String answeredOn) {
    return """
    {"after": "SIX_MONTHS", "answeredOn": "%s", "employed": false}\
    """
        .formatted(answeredOn);
  }

  @Test
  void none_is_left_out() {
    List<String> requests =
        Stream.concat(tour().stream(), reviews().stream())
            .map(line -> Batch.JSON.readTree(line).path("request").asString())
            .toList();
    for (String write : writes.all()) {
      String pattern = write.replaceAll("\\{\\w+}", "[^/]+");
      assertThat(requests).as(write).anyMatch(request -> request.matches(pattern));
    }
  }

  @Test
  void a_file_of_all_is_rehearsed_as_it_is_done() {
    String[] lines = tour().toArray(String[]::new);
    Told rehearsed = batch.dryRun(lines);
    assertThat(rehearsed.outcomes()).allMatch(EveryWriteTest::accepted);
    Told meant = batch.send(lines);
    int signed = indexOf(lines, "/minutes");
    assertThat(meant.outcomes().subList(0, signed + 1))
        .isEqualTo(rehearsed.outcomes().subList(0, signed + 1));
    // What the minutes bring to the paths is told to the session meanwhile, by facts of its own.
    assertThat(withoutVersions(meant)).isEqualTo(withoutVersions(rehearsed));
  }

  @Test
  void what_comes_back_on_a_path_is_rehearsed_as_it_is_done() {
    String[] lines = reviews().toArray(String[]::new);
    Told rehearsed = batch.dryRun(lines);
    assertThat(rehearsed.of("transfer").path("status").asInt()).isEqualTo(200);
    assertThat(rehearsed.of("c3").at("/problem/code").asString()).isEqualTo("CCP_ALREADY_HELD");
    assertThat(rehearsed.of("survey").path("status").asInt()).isEqualTo(200);
    assertThat(rehearsed.of("early").at("/problem/code").asString())
        .isEqualTo("DATES_OUT_OF_ORDER");
    assertThat(rehearsed.of("again").at("/problem/code").asString()).isEqualTo("TITLE_NOT_HELD");
    assertThat(batch.send(lines).outcomes()).isEqualTo(rehearsed.outcomes());
  }

  @Test
  void a_training_and_an_application_are_rehearsed_as_they_are_done() {
    String[] lines = {
      Batch.candidate("who"),
      line("vae", "POST /api/vae-applications", filing("2012-08-01")),
      line("vae-2", "POST /api/vae-applications", filing("2012-09-03")),
      line("vae-0", "POST /api/vae-applications", filing("1999-09-03")),
      line("soon", "POST /api/paths", opening("AMIS-2013", "VAE", "2012-09-20", "vae")),
      line("granted", "POST /api/vae-applications/{vae}/decision", decision("2012-09-14")),
      line("granted-2", "POST /api/vae-applications/{vae}/decision", decision("2012-09-17")),
      line("on-vae", "POST /api/paths", opening("AMIS-2013", "VAE", "2012-10-01", "vae")),
      line("path", "POST /api/paths", opening("AMIS-2013", "TRAINING", "2014-01-06")),
      line(
          "training",
          "POST /api/trainings",
          """
          {"candidateId": "{who}", "certification": "AMIS-2013", "startedOn": "2014-01-06"}\
          """),
      line("e1", "POST /api/trainings/{training}/efas", efa("CCP1", "2014-03-03")),
      line("e1-2", "POST /api/trainings/{training}/efas", efa("CCP1", "2014-03-04")),
      line("no-efa", "POST /api/paths/{path}/jury-decisions", title()),
      line("e2", "POST /api/trainings/{training}/efas", efa("CCP2", "2014-04-07")),
      line("e3", "POST /api/trainings/{training}/efas", efa("CCP3", "2014-05-05")),
      line("title", "POST /api/paths/{path}/jury-decisions", title()),
      line("survey", "POST /api/paths/{path}/surveys", survey("2014-12-16")),
      line("no-vae", "POST /api/vae-applications/{training}/decision", decision("2012-09-14")),
      line("no-training", "POST /api/trainings/{vae}/efas", efa("CCP1", "2014-03-03")),
      line("no-path", "POST /api/paths/{vae}/surveys", survey("2014-12-16"))
    };
    Told rehearsed = batch.dryRun(lines);
    assertThat(rehearsed.outcomes().stream().map(EveryWriteTest::said))
        .containsExactly(
            "201",
            "201",
            "QUOTA_CERTIFICATION",
            "OUTSIDE_VALIDITY",
            "RECEVABILITE_REQUIRED",
            "200",
            "VAE_ALREADY_DECIDED",
            "201",
            "201",
            "201",
            "200",
            "EFA_ALREADY_ACQUIRED",
            "TITLE_EVIDENCE_MISSING",
            "200",
            "200",
            "200",
            "200",
            "UNKNOWN",
            "UNKNOWN",
            "UNKNOWN");
    assertThat(batch.send(lines).outcomes()).isEqualTo(rehearsed.outcomes());
  }

  private static String filing(String filedOn) {
    return Story.vaeBody("{who}", "AMIS-2013", filedOn, "\"TITLE\"");
  }

  private static String decision(String on) {
    return "{\"decidedOn\": \"%1$s\", \"decision\": \"GRANTED\", \"notifiedOn\": \"%1$s\"}"
        .formatted(on);
  }

  private static String opening(String certification, String route, String on, String vae) {
    return opening(certification, route, on)
        .replace("\"openedOn\"", "\"vaeApplicationId\": \"{" + vae + "}\", \"openedOn\"");
  }

  private static String efa(String ccp, String on) {
    return "{\"ccp\": \"%s\", \"assessedOn\": \"%s\", \"result\": \"ACQUIRED\"}".formatted(ccp, on);
  }

  private static String title() {
    return """
    {"heldOn": "2014-06-16", "decision": "TITLE", "interviewHeld": true,
     "evidence": ["EFA", "DSPP", "EPREUVE_DE_SYNTHESE"]}\
    """;
  }

  private static String said(JsonNode outcome) {
    return accepted(outcome)
        ? outcome.path("status").asString()
        : outcome.at("/problem/code").asString();
  }

  private static boolean accepted(JsonNode outcome) {
    return outcome.path("status").asInt() < 300;
  }

  private static int indexOf(String[] lines, String ending) {
    for (int i = 0; i < lines.length; i++) {
      if (Batch.JSON.readTree(lines[i]).path("request").asString().endsWith(ending)) {
        return i;
      }
    }
    throw new AssertionError(ending);
  }

  private static List<JsonNode> withoutVersions(Told told) {
    return told.outcomes().stream()
        .<JsonNode>map(outcome -> {
          ObjectNode copy = (ObjectNode) outcome.deepCopy();
          copy.remove("version");
          return copy;
        })
        .toList();
  }
}
