package fr.livret.query.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Route;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class PathProofReadTest {
  private final World world;
  private final Http http;
  private final MovableClock clock;

  PathProofReadTest(World world, Http http, MovableClock clock) {
    this.world = world;
    this.http = http;
    this.clock = clock;
  }

  @BeforeEach
  void today() {
    clock.set("2026-01-15");
  }

  private Travel path(String like, String openedOn) {
    return Travel.open(
        world,
        world.candidate("Dupré", "Marie"),
        world.referentielLike(like),
        Route.CAPITALISATION,
        openedOn);
  }

  private JsonNode read(Travel path, String query) {
    return http.json("/api/paths/" + path.id() + query, "X-After-Version", path.version());
  }

  private static List<JsonNode> of(JsonNode answer, String claim) {
    return StreamSupport.stream(answer.path("proofs").spliterator(), false)
        .filter(proof -> proof.path("claim").asString().equals(claim))
        .toList();
  }

  private static String sentence(JsonNode answer, String claim, String language) {
    return of(answer, claim).getFirst().at("/sentence/" + language).asString();
  }

  @Test
  void a_last_day_is_proved_from_the_fact_it_counts_from_to_the_day_itself() {
    Travel path = path("AMIS-2013", "2013-09-02").ccp("CCP1", "2014-03-10");
    JsonNode answer = read(path, "/proofs?effectiveOn=2019-03-10");
    assertThat(answer.path("id").asString()).isEqualTo(path.id());
    assertThat(answer.path("version").asString()).isEqualTo(path.version());
    JsonNode proof = of(answer, "WINDOW_LAST_DAY").getFirst();
    assertThat(proof.path("day").asString()).isEqualTo("2019-03-10");
    JsonNode taken = proof.at("/steps/0");
    assertThat(taken.path("operation").asString()).isEqualTo("TAKEN");
    assertThat(taken.at("/anchors/0/kind").asString()).isEqualTo("CCP_OBTAINED");
    assertThat(taken.at("/anchors/0/about").asString()).isEqualTo("CCP1");
    assertThat(taken.at("/anchors/0/facts/0/type").asString()).isEqualTo("path.CcpObtained");
    assertThat(taken.at("/anchors/0/facts/0/sequence").asInt()).isEqualTo(2);
    assertThat(taken.at("/anchors/0/facts/0/position").asLong()).isPositive();
    JsonNode added = proof.at("/steps/1");
    assertThat(added.path("arithmetic").asString()).isEqualTo("2014-03-10 + P5Y = 2019-03-10");
    assertThat(added.at("/legalBasis/rule").asString()).isEqualTo("TP-2006/1#window.length");
    assertThat(added.at("/legalBasis/mark").asString()).isEqualTo("S");
    assertThat(added.at("/legalBasis/origin").asString()).startsWith("regimes/TP-2006.yaml:");
    assertThat(added.at("/legalBasis/citation").asString()).contains("cinq ans maximum");
    assertThat(added.at("/countedBy/rule").asString()).isEqualTo("TP-2006/1#window.counting");
    assertThat(added.at("/countedBy/mark").asString()).isEqualTo("R");
  }

  @Test
  void it_reads_as_a_sentence_in_both_languages() {
    Travel path = path("AMIS-2013", "2013-09-02").ccp("CCP1", "2016-02-29");
    JsonNode answer = read(path, "/proofs?effectiveOn=2021-02-28");
    long position =
        of(answer, "OBTAINED_ON").getFirst().at("/steps/0/anchors/0/facts/0/position").asLong();
    assertThat(sentence(answer, "WINDOW_LAST_DAY", "fr"))
        .startsWith(
            "La fenêtre de capitalisation court jusqu'au 28/02/2021 compris : CCP1 obtenu le"
                + " 29/02/2016 (fait n° %d) [TP-2006/1#window.start : ".formatted(position))
        .contains(
            " ; texte vu] ; plus 5 ans, soit le 28/02/2021, dernier jour d'un mois qui n'a pas de"
                + " 29 [TP-2006/1#window.length : Code de l'éducation, art. R338-5,")
        .contains("; texte vu] [TP-2006/1#window.counting : ")
        .endsWith("; notre lecture].");
    assertThat(sentence(answer, "WINDOW_LAST_DAY", "en"))
        .startsWith(
            "The capitalisation window runs through 28 February 2021: CCP1 obtained on 29 February"
                + " 2016 (fact no. %d)".formatted(position))
        .contains("plus 5 years, that is 28 February 2021, the last day of a month that has no 29");
  }

  @Test
  void closure_and_prorogation_are_steps_of_their_own_with_their_sources() {
    Travel path =
        path("AMIS-2023", "2025-01-06")
            .ccp("CCP1", "2025-02-03")
            .closed("2028-06-01")
            .prorogued("2029-09-03", "2033-07-02");
    clock.set("2030-01-01");
    JsonNode then = read(path, "/proofs?effectiveOn=2028-07-03&knownAt=2028-07-03");
    JsonNode stated = of(then, "WINDOW_LAST_DAY").getFirst().at("/steps/0/anchors/0/facts");
    assertThat(Http.each(stated, "/type")).containsExactly("referentiel.ReferentielPublished");
    assertThat(sentence(then, "WINDOW_LAST_DAY", "fr"))
        .contains("fin de validité énoncée par le référentiel, le 02/07/2028 (fait n° ")
        .contains("titre clos par décision du 01/06/2028 (fait n° ")
        .contains(") [JO] : la validité prend fin le 02/07/2028 ; plus 1 an, soit le 02/07/2029")
        .contains("le premier de ces termes l'emporte : durée de la fenêtre le 03/02/2030,")
        .contains("notre lecture");
    JsonNode now = read(path, "/proofs?effectiveOn=2029-09-03");
    assertThat(of(now, "WINDOW_LAST_DAY").getFirst().path("day").asString())
        .isEqualTo("2030-02-03");
    assertThat(of(now, "WINDOW_LIMIT").get(1).path("about").asString()).isEqualTo("TITLE_VALIDITY");
    assertThat(of(now, "WINDOW_LIMIT").get(1).at("/sentence/en").asString())
        .contains("title prorogued by a decision of 3 September 2029")
        .contains("validity now ends on 2 July 2033");
  }

  @Test
  void every_day_the_path_shows_is_proved_on_both_sides_of_each_boundary() {
    Travel path =
        path("AMIS-2013", "2013-09-02")
            .ccp("CCP1", "2014-03-10")
            .ccp("CCP2", "2016-05-02")
            .ccp("CCP3", "2019-03-11");
    for (String day :
        List.of("2014-03-10", "2019-03-10", "2019-03-11", "2021-05-02", "2021-05-03")) {
      String query = "?effectiveOn=" + day;
      assertThat(proved(read(path, "/proofs" + query)))
          .as(day)
          .containsAll(shown(read(path, query)));
    }
    assertThat(of(read(path, "/proofs?effectiveOn=2019-03-10"), "LAPSED_ON")).isEmpty();
    assertThat(of(read(path, "/proofs?effectiveOn=2019-03-11"), "LAPSED_ON")).hasSize(1);
  }

  @Test
  void what_was_not_known_yet_proves_nothing() {
    Travel path =
        path("AMIS-2013", "2013-09-02")
            .ccp("CCP2", "2015-06-01", "2015-06-10")
            .ccp("CCP1", "2014-01-20", "2015-09-01");
    String before = "/proofs?effectiveOn=2015-12-31&knownAt=2015-09-01T09:59:59Z";
    String known = "/proofs?effectiveOn=2015-12-31&knownAt=2015-09-01T10:00:00Z";
    assertThat(of(read(path, before), "WINDOW_LAST_DAY").getFirst().path("day").asString())
        .isEqualTo("2020-06-01");
    assertThat(of(read(path, known), "WINDOW_LAST_DAY").getFirst().path("day").asString())
        .isEqualTo("2019-01-20");
    http.get("/api/paths/" + path.id() + "/proofs?knownAt=2013-09-01").problem(404, "UNKNOWN");
    http.get("/api/paths/" + path.id() + "/proofs?day=2013-09-01").problem(400, "MALFORMED");
  }

  private static Set<String> proved(JsonNode answer) {
    Set<String> days = new TreeSet<>();
    answer.path("proofs").forEach(proof -> days.add(proof.path("day").asString()));
    return days;
  }

  /** Every day under the window, the CCPs and the title. */
  private static Set<String> shown(JsonNode answer) {
    Set<String> days = new TreeSet<>();
    List<JsonNode> left = new ArrayList<>();
    left.add(answer.path("window"));
    left.add(answer.path("ccps"));
    left.add(answer.path("title"));
    left.add(answer.path("openedOn"));
    while (!left.isEmpty()) {
      JsonNode node = left.removeLast();
      if (node.isString() && node.asString().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        days.add(node.asString());
      }
      node.forEach(left::add);
    }
    return days;
  }
}
