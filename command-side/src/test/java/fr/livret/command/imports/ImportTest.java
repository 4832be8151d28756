package fr.livret.command.imports;

import static fr.livret.command.imports.Batch.candidate;
import static fr.livret.command.imports.Batch.ccp;
import static fr.livret.command.imports.Batch.jury;
import static fr.livret.command.imports.Batch.life;
import static fr.livret.command.imports.Batch.lives;
import static fr.livret.command.imports.Batch.path;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.imports.Batch.Told;
import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import fr.livret.command.testing.Tour;
import fr.livret.http.WriteRequests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A file of writes, each with its own outcome, sent once or several times. */
@ExtendWith(SharedNode.class)
class ImportTest {
  private final Node node;
  private final Api api;
  private final Ledger ledger;
  private final Batch batch;

  ImportTest(Node node) {
    this.node = node;
    this.api = node.api();
    this.ledger = node.ledger();
    this.batch = new Batch(api);
  }

  @Test
  void one_file_holds_a_candidate_the_path_and_its_ccps() {
    Told told = batch.send(life("a"));
    assertThat(told.statuses()).containsExactly(201, 201, 200, 200, 409, 200);
    assertThat(told.code(4)).isEqualTo("CCP_ALREADY_HELD");
    assertThat(told.outcomes())
        .extracting(it -> it.path("line").asInt())
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(ledger.kinds(told.id("a-p")))
        .startsWith("PathOpened", "CcpObtained")
        .filteredOn("CcpObtained"::equals)
        .hasSize(3);
    assertThat(told.summary().path("accepted").asInt()).isEqualTo(5);
    assertThat(told.summary().path("refused").asInt()).isEqualTo(1);
  }

  @Test
  void a_line_is_refused_in_the_words_of_the_single_request() {
    String path = node.story().withCcps("2014-03-10");
    String refused = Story.ccpBody("CCP1", "2015-01-05", Story.BINOME);
    String malformed =
        "{\"ccp\": 7, \"obtainedOn\": \"2015-02-30\", \"evaluators\": [{}], \"colour\": 1}";
    String incomplete = "{\"ccp\": \"\", \"evaluators\": [{\"role\": \"TRAINER\"}, {}]}";
    List<String> bodies = List.of(refused, malformed, incomplete, "{}", "null", "[]");
    List<String> lines = new ArrayList<>();
    List<Answer> single = new ArrayList<>();
    for (String body : bodies) {
      String compact = Batch.JSON.readTree(body).toString();
      single.add(api.post("/api/paths/" + path + "/ccps", compact));
      lines.add("{\"request\": \"POST /api/paths/" + path + "/ccps\", \"body\": " + compact + "}");
    }
    Told told = batch.send(lines.toArray(String[]::new));
    for (int i = 0; i < bodies.size(); i++) {
      assertThat(told.outcomes().get(i).path("problem")).isEqualTo(single.get(i).json());
    }
  }

  @Test
  void every_write_of_the_api_can_be_a_line() {
    assertThat(node.bean(WriteRequests.class).all())
        .contains(
            "POST /api/candidates",
            "POST /api/candidates/{id}/certificates",
            "POST /api/candidates/{id}/erasure",
            "POST /api/paths",
            "POST /api/paths/{id}/ccps",
            "POST /api/paths/{id}/ccps/{ccp}/annulment",
            "POST /api/paths/{id}/ccs",
            "POST /api/paths/{id}/jury-decisions",
            "POST /api/referentiels/{code}/closure",
            "POST /api/referentiels/{code}/prorogation",
            "PUT /api/referentiels/{code}");
  }

  @Test
  void a_whole_tour_of_the_api_is_imported_line_by_line() {
    Tour tour = new Tour();
    List<Tour.Request> sent =
        tour.go(request -> {
          String compact = Batch.JSON.readTree(request.body()).toString();
          Answer answer =
              batch.answer(
                  "",
                  ("{\"request\": \"%s %s\", \"body\": %s}"
                          .formatted(request.method(), request.address(), compact))
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8));
          JsonNode outcome = Batch.told(answer).outcomes().getFirst();
          assertThat(outcome.path("status").asInt())
              .as(outcome.toString())
              .isEqualTo(request.creation() ? 201 : 200);
          return new Answer(outcome.path("status").asInt(), outcome.toString(), answer.response());
        });
    assertThat(sent).isNotEmpty();
  }

  @Test
  void the_same_file_again_has_no_second_effect_and_the_same_outcomes() {
    String[] lines = lives(30, "s");
    Told first = batch.send(lines);
    Told again = everythingUntouchedBy(() -> batch.send(lines));
    assertThat(again.outcomes()).isEqualTo(first.outcomes());
    assertThat(again.summary().path("repeated").asInt()).isEqualTo(lines.length);
    assertThat(first.summary().path("repeated").asInt()).isZero();
  }

  @Test
  void without_a_key_its_content_stands_for_a_line() {
    String line = candidate("x").replace("\"key\": \"x\", ", "");
    Told first = batch.send(line);
    Told again = ledger.untouchedBy(() -> batch.send(line.replace("\": ", "\"   : ")));
    assertThat(first.statuses()).containsExactly(201);
    assertThat(again.outcomes()).isEqualTo(first.outcomes());
    Told twice = batch.send(line, line);
    assertThat(twice.statuses()).containsExactly(201, 400);
    assertThat(twice.code(1)).isEqualTo("KEY_TAKEN");
  }

  @Test
  void a_changed_line_under_a_key_that_had_an_effect_is_reported_and_not_done() {
    Told first = batch.send(life("c"));
    String[] changed = life("c");
    changed[2] = ccp("c-1", "c-p", "CCP1", "2014-04-11");
    Told again = ledger.untouchedBy(() -> batch.send(changed));
    assertThat(again.statuses()).containsExactly(201, 201, 422, 200, 409, 200);
    assertThat(again.code(2)).isEqualTo("LINE_CHANGED");
    assertThat(again.outcomes().get(5)).isEqualTo(first.outcomes().get(5));
  }

  @Test
  void a_corrected_line_is_done_and_what_rests_on_it_is_decided_again() {
    String[] lines = {
      candidate("d").replace("1990-04-17", "1990-04-31"),
      path("d-p", "d", "2011-07-02"),
      ccp("d-1", "d-p", "CCP1", "2014-03-10"),
      candidate("e"),
      path("e-p", "e", "2011-07-02"),
      ccp("e-1", "e-p", "CCP1", "2014-03-10"),
      ccp("e-2", "e-p", "CCP9", "2014-03-10"),
      ccp("e-3", "e-p", "CCP3", "2014-03-10"),
      jury("e-j", "e-p", "2016-01-05")
    };
    Told first = batch.send(lines);
    assertThat(first.statuses()).containsExactly(400, 424, 424, 201, 201, 200, 409, 200, 409);
    assertThat(first.code(1)).isEqualTo("REFERENCE_REFUSED");
    assertThat(first.code(6)).isEqualTo("CCP_UNKNOWN");
    assertThat(first.code(8)).isEqualTo("CCPS_MISSING");
    lines[0] = candidate("d");
    lines[6] = ccp("e-2", "e-p", "CCP2", "2014-03-10");
    Told second = batch.send(lines);
    assertThat(second.statuses()).containsExactly(201, 201, 200, 201, 201, 200, 200, 200, 200);
  }

  @Test
  void a_refused_line_is_decided_again_where_that_is_asked_for() {
    String[] lines = life("r");
    batch.send(lines);
    ledger.adding(1, () -> batch.send("&retryRefused=true", lines));
    ledger.untouchedBy(() -> batch.send(lines));
  }

  @Test
  void where_a_line_was_read_stands_with_the_fact_it_brought() {
    Told told = batch.send(life("p"));
    List<Ledger.Fact> ccps = ledger.of(told.id("p-p"), "path.CcpObtained");
    assertThat(ccps.getFirst().metadata().path("document").asString())
        .isEqualTo("PV du 10 mars 2014");
    assertThat(ccps.getFirst().metadata().path("confidence").asString()).isEqualTo("CERTAIN");
    assertThat(ccps.getFirst().metadata().path("import").asString()).isEqualTo(batch.name());
    assertThat(ccps.getFirst().metadata().path("importLine").asString()).isEqualTo("3");
    assertThat(ccps.getFirst().metadata().path("actor").asString()).isEqualTo("archives");
  }

  @Test
  void how_far_it_has_come_and_what_became_of_each_line_can_be_asked() {
    String[] lines = life("q");
    Told told = batch.send(lines);
    JsonNode progress = api.send("GET", "/api/imports/" + batch.name(), new byte[0]).json();
    assertThat(progress.path("state").asString()).isEqualTo("ENDED");
    assertThat(progress.path("lines").asInt()).isEqualTo(lines.length);
    assertThat(progress.path("refused").asInt()).isEqualTo(1);
    assertThat(progress.path("linesPerSecond").asDouble()).isPositive();
    List<JsonNode> asked = new ArrayList<>();
    String after = "";
    do {
      JsonNode page =
          api.send(
                  "GET",
                  "/api/imports/" + batch.name() + "/outcomes?limit=4&after=" + after,
                  new byte[0])
              .json();
      page.path("items").forEach(asked::add);
      after = page.path("next").asString("");
    } while (!after.isEmpty());
    assertThat(asked)
        .extracting(it -> it.path("line").asInt() + " " + it.path("status").asInt())
        .containsExactlyElementsOf(
            told.outcomes().stream()
                .map(it -> it.path("line").asInt() + " " + it.path("status").asInt())
                .toList());
    assertThat(api.send("GET", "/api/imports/nobody", new byte[0]).status()).isEqualTo(404);
  }

  @Test
  void a_file_may_be_sent_in_parts() {
    String[] lines = life("t");
    batch.send("&more=true&size=2000", List.of(lines).subList(0, 2).toArray(String[]::new));
    JsonNode progress = api.send("GET", "/api/imports/" + batch.name(), new byte[0]).json();
    assertThat(progress.path("state").asString()).isEqualTo("RUNNING");
    assertThat(progress.path("secondsLeft").isNumber()).isTrue();
    Told rest = batch.send("&firstLine=3", List.of(lines).subList(2, 6).toArray(String[]::new));
    assertThat(rest.statuses()).containsExactly(200, 200, 409, 200);
    assertThat(rest.outcomes().getFirst().path("line").asInt()).isEqualTo(3);
    assertThat(
            api.send("GET", "/api/imports/" + batch.name(), new byte[0])
                .json()
                .path("lines")
                .asInt())
        .isEqualTo(6);
  }

  private <T> T everythingUntouchedBy(java.util.function.Supplier<T> request) {
    return ledger.untouchedBy(request);
  }
}
