package fr.livret.query.referentiel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Mark;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleClosed;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleProrogued;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleRevised;
import fr.livret.kernel.referentiel.Revision;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class ReferentielReadTest {
  private final World world;
  private final Http http;
  private final MovableClock clock;

  ReferentielReadTest(World world, Http http, MovableClock clock) {
    this.world = world;
    this.http = http;
    this.clock = clock;
  }

  @BeforeEach
  void today() {
    clock.set("2026-01-15");
  }

  private JsonNode read(ReferentielCode code, String query) {
    return http.json(
        "/api/referentiels/" + code + query,
        "X-After-Version",
        Long.toString(world.version(code.value())));
  }

  @Test
  void the_list_shows_of_each_the_version_that_was_known() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    world.publish(code.value(), "AMIS-2013", " (revised)", "2020-01-06");
    world.settled();
    // Recorded at noon in Paris, which is 11:00 UTC: exactly then it is known.
    assertThat(listed(code, "2010-01-04T10:59:59.999999Z")).isEmpty();
    assertThat(listed(code, "2010-01-04T11:00:00Z")).containsExactly("1");
    assertThat(listed(code, "2020-01-06T10:59:59.999999Z")).containsExactly("1");
    assertThat(listed(code, "2020-01-06T11:00:00Z")).containsExactly("2");
  }

  private List<String> listed(ReferentielCode code, String knownAt) {
    List<String> versions = new ArrayList<>();
    for (JsonNode item :
        http.json("/api/referentiels?limit=500&knownAt=" + knownAt).path("items")) {
      if (item.path("code").asString().equals(code.value())) {
        versions.add(item.path("documentVersion").asString());
      }
    }
    return versions;
  }

  @Test
  void the_whole_document_comes_with_its_versions() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    world.publish(code.value(), "AMIS-2013", " (revised)", "2020-01-06");
    JsonNode now = read(code, "");
    assertThat(now.path("version").asInt()).isEqualTo(2);
    assertThat(now.path("regime").asString()).isEqualTo("TP-2006");
    assertThat(now.path("regimeEdition").asInt()).isEqualTo(1);
    assertThat(now.path("documentVersion").asInt()).isEqualTo(2);
    assertThat(now.at("/document/title").asString()).endsWith("(revised)");
    assertThat(now.at("/document/ccps/0/competences/0").asString()).contains("Détecter");
    assertThat(Http.each(now.path("versions"), "/version")).containsExactly("1", "2");
    assertThat(Http.each(now.path("versions"), "/sha256")).doesNotHaveDuplicates();
    assertThat(read(code, "?version=1").at("/document/title").asString()).doesNotContain("revised");
    JsonNode before = read(code, "?knownAt=2019-12-31");
    assertThat(before.path("documentVersion").asInt()).isEqualTo(1);
    assertThat(before.path("version").asInt()).isEqualTo(1);
    assertThat(Http.each(before.path("versions"), "/version")).containsExactly("1");
    String at = "/api/referentiels/" + code;
    http.get(at + "?knownAt=2009-12-31").problem(404, "UNKNOWN");
    http.get(at + "?version=3").problem(404, "UNKNOWN");
    http.get("/api/referentiels/NONE-1999").problem(404, "UNKNOWN");
    http.get("/api/referentiels/none%20such").problem(404, "UNKNOWN");
  }

  @Test
  void its_validity_follows_the_decisions_known_and_taken_by_the_day() {
    ReferentielCode code = world.referentielLike("AMIS-2023");
    world.decide(new TitleClosed(code, LocalDate.of(2028, 6, 1), "JO"), "2028-06-05");
    world.decide(
        new TitleProrogued(code, LocalDate.of(2029, 9, 3), LocalDate.of(2033, 7, 2), "JO"),
        "2029-09-03");
    clock.set("2029-09-03");
    assertThat(state(code, "?effectiveOn=2023-07-16")).isEqualTo("NOT_YET_VALID 2028-07-02");
    assertThat(state(code, "?effectiveOn=2028-05-31")).isEqualTo("VALID 2028-07-02");
    assertThat(state(code, "?effectiveOn=2028-06-01")).isEqualTo("CLOSED 2028-07-02");
    assertThat(state(code, "?effectiveOn=2028-06-01&knownAt=2028-06-04"))
        .isEqualTo("VALID 2028-07-02");
    assertThat(state(code, "?effectiveOn=2028-07-03")).isEqualTo("ENDED 2028-07-02");
    assertThat(state(code, "")).isEqualTo("VALID 2033-07-02");
    JsonNode proof = read(code, "").at("/validity/proof");
    assertThat(proof.path("day")).isEqualTo(read(code, "").at("/validity/lastDay"));
    assertThat(Http.each(proof.path("steps"), "/operation")).endsWith("PROROGUED");
    assertThat(proof.at("/steps/0/anchors/0/facts/0/type").asString())
        .isEqualTo("referentiel.ReferentielPublished");
    assertThat(Http.each(read(code, "").at("/validity/changes"), "/kind"))
        .containsExactly("CLOSURE", "PROROGATION");
  }

  @Test
  void every_day_it_claims_is_proved_from_its_own_facts() {
    ReferentielCode code = world.referentielLike("AMIS-2023");
    ReferentielCode successor = world.referentielLike("AMIS-2023");
    LocalDate decidedOn = LocalDate.of(2028, 6, 1);
    LocalDate before = LocalDate.of(2028, 1, 1);
    world.decide(new TitleClosed(code, decidedOn, "JO"), "2028-06-05");
    world.decide(
        new TitleRevised(
            code, new Revision(successor, decidedOn, List.of(), before, "JO", Mark.SEEN)),
        "2028-06-05");
    clock.set("2028-09-01");
    String proofs = "/api/referentiels/" + code + "/proofs";
    JsonNode closed = http.json(proofs, "X-After-Version", "3").path("proofs");
    assertThat(Http.each(closed, "/claim"))
        .containsExactly(
            "TITLE_VALID_FROM",
            "TITLE_VALID_THROUGH",
            "TITLE_FACTS_THROUGH",
            "TRANSFER_FROM",
            "EQUIVALENT_BEFORE");
    assertThat(Http.each(closed, "/day"))
        .containsExactly("2023-07-17", "2028-07-02", "2029-07-02", "2028-06-01", "2028-01-01");
    assertThat(Http.each(closed.at("/2/steps"), "/operation"))
        .containsExactly("TAKEN", "CLOSED", "ADDED");
    assertThat(closed.at("/2/steps/1/anchors/0/facts/0/type").asString())
        .isEqualTo("referentiel.TitleClosed");
    assertThat(closed.at("/3/about").asString()).isEqualTo(successor.value());
    assertThat(closed.at("/3/sentence/fr").asString())
        .startsWith("Un parcours peut être transféré vers " + successor)
        .contains("titre révisé au profit de");
    assertThat(Http.each(http.json(proofs + "?effectiveOn=2028-05-31").path("proofs"), "/day"))
        .containsExactly("2023-07-17", "2028-07-02", "2028-07-02");
    assertThat(http.json(proofs + "?knownAt=2028-06-04").path("proofs")).hasSize(3);
    http.get(proofs + "?knownAt=2010-01-03").problem(404, "UNKNOWN");
    http.get("/api/referentiels/none%20such/proofs").problem(404, "UNKNOWN");
  }

  private String state(ReferentielCode code, String query) {
    JsonNode validity = read(code, query).path("validity");
    return validity.path("state").asString() + " " + validity.path("lastDay").asString();
  }

  @Test
  void the_list_is_by_code_and_paged() {
    ReferentielCode one = world.referentielLike("TMS-2004");
    ReferentielCode other = world.referentielLike("TMS-2004");
    world.settled();
    JsonNode all = http.json("/api/referentiels?limit=500");
    assertThat(Http.each(all.path("items"), "/code"))
        .contains(one.value(), other.value())
        .isSorted();
    assertThat(all.path("total").asInt()).isEqualTo(all.path("items").size());
    JsonNode page = http.json("/api/referentiels?limit=1");
    JsonNode next = http.json("/api/referentiels?limit=1&after=" + page.path("next").asString());
    assertThat(next.at("/items/0/code").asString()).isEqualTo(all.at("/items/1/code").asString());
    assertThat(page.at("/items/0/regimeEdition").asInt()).isEqualTo(1);
    assertThat(page.at("/items/0/ccps")).isNotEmpty();
  }
}
