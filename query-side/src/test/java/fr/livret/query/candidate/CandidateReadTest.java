package fr.livret.query.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.World;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@QueryTest
class CandidateReadTest {
  private final World world;
  private final Http http;
  private final MovableClock clock;
  private final JdbcClient jdbc;

  CandidateReadTest(World world, Http http, MovableClock clock, JdbcClient jdbc) {
    this.world = world;
    this.http = http;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void today() {
    clock.set("2026-01-15");
  }

  private List<String> found(String sought) {
    JsonNode page = http.json("/api/candidates?limit=500&q=" + Http.in(sought));
    return Http.each(page.path("items"), "/id");
  }

  private JsonNode read(CandidateId id, String query) {
    return http.json(
        "/api/candidates/" + id + query,
        "X-After-Version",
        Long.toString(world.version(id.toString())));
  }

  @Test
  void a_candidate_is_shown_in_clear_with_the_certificates_held() {
    CandidateId id = world.candidate("Nguyễn-Dupré", "Marie", "Anne");
    world.certificate(id, "2024-01-15", "2026-01-14", "2024-02-01");
    JsonNode candidate = read(id, "");
    assertThat(candidate.path("name").asString()).isEqualTo("Nguyễn-Dupré Marie Anne");
    assertThat(candidate.path("birthDate").asString()).isEqualTo("1984-05-12");
    assertThat(candidate.path("email").asString()).isEqualTo("personne@example.org");
    assertThat(candidate.path("erased").asBoolean()).isFalse();
    assertThat(candidate.path("version").asInt()).isEqualTo(2);
    assertThat(candidate.at("/certificates/0/kind").asString()).isEqualTo("SST");
    assertThat(candidate.at("/certificates/0/number").asString()).isEqualTo("SST-77");
    assertThat(candidate.at("/certificates/0/valid").asBoolean()).isFalse();
    assertThat(read(id, "?effectiveOn=2026-01-14").at("/certificates/0/valid").asBoolean())
        .isTrue();
    assertThat(read(id, "?knownAt=2024-01-31").path("certificates")).isEmpty();
    world.settled();
    assertThat(read(id, "?knownAt=2024-01-31").path("version").asInt()).isEqualTo(1);
    assertThat(read(id, "?knownAt=2024-02-01").path("version").asInt()).isEqualTo(2);
    JsonNode proofs = http.json("/api/candidates/" + id + "/proofs").path("proofs");
    assertThat(Http.each(proofs, "/day")).containsExactly("2024-01-15", "2026-01-14");
    assertThat(proofs.at("/1/steps/0/anchors/0/facts/0/position").asLong()).isPositive();
    assertThat(proofs.at("/1/sentence/fr").asString())
        .startsWith("Le certificat SST est valable jusqu'au 14/01/2026 compris");
    assertThat(http.json("/api/candidates/" + id + "/proofs?knownAt=2024-01-31").path("proofs"))
        .isEmpty();
    http.get("/api/candidates/" + id + "?knownAt=2013-01-06").problem(404, "UNKNOWN");
    http.get("/api/candidates/" + UUID.randomUUID()).problem(404, "UNKNOWN");
    http.get("/api/candidates/1-1-1-1-1").problem(404, "UNKNOWN");
  }

  @Test
  void the_list_has_those_who_were_known() {
    CandidateId id = world.candidate("Sutardif");
    world.settled();
    String list = "/api/candidates?q=sutardif&effectiveOn=2012-01-01";
    assertThat(http.json(list).path("total").asInt()).isEqualTo(1);
    assertThat(http.json(list + "&knownAt=2013-01-07T10:59:59.999999Z").path("items")).isEmpty();
    assertThat(http.json(list + "&knownAt=2013-01-07T11:00:00Z").at("/items/0/id").asString())
        .isEqualTo(id.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lefevre", "LEFÈVRE", "Lefe\u0300vre", "zoe lefevre", "oeuvrard"})
  void case_accents_and_the_order_of_words_do_not_matter(String sought) {
    CandidateId id = world.candidate("Lefèvre Œuvrard", "Zoé");
    world.settled();
    assertThat(found(sought)).contains(id.toString());
  }

  @Test
  void any_script_and_emoji_are_found_and_shown_as_they_were_given() {
    CandidateId arabic = world.candidate("الخطيب", "مَرْيَم");
    CandidateId emoji = world.candidate("Étoile 🌟", "👩‍🎓");
    CandidateId percent = world.candidate("100%_sûr", "\\");
    world.settled();
    assertThat(found("مريم")).containsExactly(arabic.toString());
    assertThat(found("🌟")).containsExactly(emoji.toString());
    assertThat(found("👩‍🎓")).containsExactly(emoji.toString());
    assertThat(found("100%_")).containsExactly(percent.toString());
    assertThat(found("\\")).containsExactly(percent.toString());
    assertThat(found("\u0301")).isEmpty();
    assertThat(read(arabic, "").path("name").asString()).isEqualTo("الخطيب مَرْيَم");
    assertThat(read(emoji, "").path("givenNames").path(0).asString()).isEqualTo("👩‍🎓");
  }

  @Test
  void the_start_of_an_id_finds_its_candidate() {
    CandidateId id = world.candidate("Durand");
    world.settled();
    assertThat(found(id.toString().substring(0, 13))).containsExactly(id.toString());
  }

  @Test
  void pages_are_by_name_and_stay_stable_while_others_come() {
    String family = "Page" + UUID.randomUUID().toString().replace("-", "");
    List<String> expected = new ArrayList<>();
    for (String given : List.of("Alba", "Béa", "cleo", "Dora", "Élise", "fleur", "Gaëlle")) {
      expected.add(world.candidate(family, given).toString());
    }
    world.settled();
    List<String> found = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = http.json("/api/candidates?limit=3&q=" + family + next);
      found.addAll(Http.each(page.path("items"), "/id"));
      next = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
      world.candidate(family, "Aaron");
      world.settled();
    } while (!next.isEmpty());
    assertThat(found).containsExactlyElementsOf(expected);
  }

  @Test
  void nothing_is_left_of_who_an_erased_candidate_was() {
    CandidateId id = world.candidate("Oublié-Reconnaissable", "Jean");
    world.certificate(id, "2024-01-15", "2026-01-14", "2024-02-01");
    world.settled();
    assertThat(found("reconnaissable")).containsExactly(id.toString());
    world.erase(id);
    JsonNode candidate = read(id, "");
    assertThat(candidate.path("name").asString()).isEqualTo("effacé");
    assertThat(candidate.path("familyName").asString()).isEqualTo("effacé");
    assertThat(candidate.path("givenNames")).isEmpty();
    assertThat(candidate.has("birthDate")).isFalse();
    assertThat(candidate.path("erased").asBoolean()).isTrue();
    assertThat(candidate.at("/certificates/0/validThrough").asString()).isEqualTo("2026-01-14");
    assertThat(candidate.at("/certificates/0").has("number")).isFalse();
    assertThat(found("reconnaissable")).isEmpty();
    assertThat(found(id.toString())).containsExactly(id.toString());
    String row =
        jdbc.sql("select c::text from query.candidate c where id = ?")
            .param(UUID.fromString(id.toString()))
            .query(String.class)
            .single();
    assertThat(row).doesNotContainIgnoringCase("reconnaissable").doesNotContain("1984", "SST-77");
  }
}
