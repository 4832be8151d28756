package fr.livret.query.learned;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.law.Route;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class LearnedTest {
  private final World world;
  private final Http http;
  private final MovableClock clock;

  LearnedTest(World world, Http http, MovableClock clock) {
    this.world = world;
    this.http = http;
    this.clock = clock;
  }

  @BeforeEach
  void today() {
    clock.set("2026-01-15");
  }

  private Travel path(CandidateId candidate) {
    return Travel.open(
        world, candidate, world.referentielLike("AMIS-2013"), Route.CAPITALISATION, "2013-09-02");
  }

  private Travel path() {
    return path(world.candidate("Dupré", "Marie"));
  }

  private JsonNode learned(Travel path, String query) {
    return http.json(
        "/api/paths/" + path.id() + "/learned" + query, "X-After-Version", path.version());
  }

  /** As in {@code path.CcpObtained: window.lastDay 2020-06-01 > 2019-01-20}. */
  private static List<String> told(JsonNode page) {
    List<String> told = new ArrayList<>();
    for (JsonNode fact : page.path("items")) {
      StringBuilder line = new StringBuilder(fact.path("type").asString());
      String between = ": ";
      for (JsonNode change : fact.path("effect")) {
        line.append(between).append(change.path("what").asString());
        line.append(' ').append(change.path("before").asString("-"));
        line.append(" > ").append(change.path("after").asString("-"));
        between = ", ";
      }
      told.add(line.toString());
    }
    return told;
  }

  @Test
  void a_ccp_recorded_late_is_learned_with_the_window_it_moves() {
    Travel path =
        path().ccp("CCP2", "2015-06-01", "2015-06-10").ccp("CCP1", "2014-01-20", "2015-09-01");
    assertThat(told(learned(path, "?from=2015-08-01&to=2015-12-31&effectiveOn=2015-12-31")))
        .containsExactly(
            "path.CcpObtained: ccp.CCP1 - > HELD 2014-01-20, window.anchor 2015-06-01 > 2014-01-20,"
                + " window.lastDay 2020-06-01 > 2019-01-20",
            "path.WindowMoved");
    assertThat(learned(path, "?from=2015-09-01").path("total").asInt()).isZero();
  }

  @Test
  void what_was_recorded_exactly_then_was_known_already_and_is_not_learned() {
    Travel path = path().ccp("CCP1", "2014-03-10", "2014-03-20");
    String until = "&to=2014-03-20T11:00:00Z";
    assertThat(told(learned(path, "?from=2014-03-20T10:59:59.999999Z" + until))).hasSize(2);
    assertThat(told(learned(path, "?from=2014-03-20T11:00:00Z&to=2014-04-01"))).isEmpty();
    assertThat(told(learned(path, "?from=2014-03-19&to=2014-03-20T10:59:59.999999Z"))).isEmpty();
  }

  @Test
  void what_is_learned_leads_from_one_answer_to_the_other() {
    Travel path =
        path()
            .ccp("CCP1", "2014-01-20")
            .ccp("CCP2", "2015-06-01")
            .annul("CCP1", "2016-02-10")
            .day("2020-06-02");
    String day = "&effectiveOn=2016-02-10";
    assertThat(told(learned(path, "?from=2016-01-31&to=2016-02-10" + day)).getFirst())
        .isEqualTo(
            "path.CcpAnnulled: ccp.CCP1 HELD 2014-01-20 > ANNULLED 2016-02-10, window.anchor"
                + " 2014-01-20 > 2015-06-01, window.lastDay 2019-01-20 > 2020-06-01");
    // The clock's round announces what follows from facts known before: it changes no answer.
    assertThat(told(learned(path, "?from=2020-06-01&effectiveOn=2020-06-02")))
        .containsExactly("path.CcpLapsed", "path.WindowClosed");
  }

  @Test
  void it_is_paged_and_total_says_how_much_there_is() {
    Travel path = path().ccp("CCP1", "2014-03-10").ccp("CCP2", "2016-05-02");
    JsonNode first = learned(path, "?from=2013-01-01&limit=2");
    assertThat(first.path("total").asInt()).isEqualTo(4);
    assertThat(told(first)).hasSize(2);
    JsonNode next = learned(path, "?from=2013-01-01&after=" + first.path("next").asString());
    assertThat(told(next).getFirst()).startsWith("path.WindowOpened");
    assertThat(next.path("items")).hasSize(2);
    assertThat(next.path("next").isNull()).isTrue();
  }

  @Test
  void of_a_candidate_every_path_counts_and_of_everything_each_candidate() {
    CandidateId candidate = world.candidate("Petit", "Zoé");
    Travel one = path(candidate).ccp("CCP1", "2014-03-10", "2031-05-01");
    Travel two = path(candidate).ccp("CCP2", "2015-03-10", "2031-05-02");
    Travel other = path().ccp("CCP3", "2015-03-10", "2031-05-02");
    world.settled();
    String since = "/learned?from=2031-01-01&to=2031-12-31&effectiveOn=2016-01-01";
    JsonNode ofCandidate = http.json("/api/candidates/" + candidate.value() + since);
    assertThat(ofCandidate.path("total").asInt()).isEqualTo(4);
    assertThat(ofCandidate.at("/items/0/id").asString()).isEqualTo(one.id());
    assertThat(ofCandidate.at("/items/2/id").asString()).isEqualTo(two.id());
    JsonNode ofAll = http.json("/api" + since + "&limit=5");
    assertThat(ofAll.path("total").asInt()).isEqualTo(6);
    assertThat(ofAll.path("items")).hasSize(5);
    assertThat(ofAll.at("/items/0")).isEqualTo(ofCandidate.at("/items/0"));
    JsonNode last = http.json("/api" + since + "&after=" + ofAll.path("next").asString());
    assertThat(last.path("items")).hasSize(1);
    assertThat(last.at("/items/0/id").asString()).isEqualTo(other.id());
  }

  @Test
  void what_is_asked_wrongly_is_refused() {
    Travel path = path();
    world.settled();
    http.get("/api/learned").problem(400, "MALFORMED");
    http.get("/api/learned?from=2015-01-02&to=2015-01-01").problem(400, "MALFORMED");
    http.get("/api/learned?from=2015-01-02&since=2015-01-01").problem(400, "MALFORMED");
    http.get("/api/paths/" + path.id() + "/learned?from=2010-01-01&to=2011-01-01")
        .problem(404, "UNKNOWN");
    http.get("/api/paths/nobody/learned?from=2010-01-01").problem(404, "UNKNOWN");
  }
}
