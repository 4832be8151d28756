package fr.livret.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.path.PathId;
import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import fr.livret.query.World;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@QueryTest
class JournalReadTest {
  private final World world;
  private final Http http;
  private final Judged judged;
  private final PathId path = new PathId(UUID.randomUUID());

  JournalReadTest(World world, Http http) {
    this.world = world;
    this.http = http;
    this.judged = new Judged(world);
  }

  private JsonNode journal(String query) {
    world.settled();
    return http.json("/api/audit/decisions?limit=500&" + query);
  }

  private List<String> commands(String query) {
    return Http.each(journal(query).path("items"), "/command");
  }

  @Test
  void a_refusal_says_who_asked_what_and_which_rule_refused_it() {
    judged.refused(path, "2026-11-02");
    JsonNode refused = journal("path=" + path).path("items").path(0);
    assertThat(refused.path("outcome").asString()).isEqualTo("REFUSED");
    assertThat(refused.path("kind").asString()).isEqualTo("path");
    assertThat(refused.path("command").asString()).isEqualTo("WithdrawTitle");
    assertThat(refused.path("target").asString()).isEqualTo(path.toString());
    assertThat(refused.path("actor").asString()).isEqualTo("jury.secretariat");
    assertThat(refused.path("requestId").asString()).isEqualTo("request-1");
    assertThat(refused.path("client").asString()).isEqualTo("registry/2.1");
    assertThat(refused.path("code").asString()).isEqualTo("NO_TITLE");
    assertThat(refused.path("rule").asString()).isEqualTo("COMMON/1#title.withdrawal");
    assertThat(refused.at("/facts/date").asString()).isEqualTo("2026-11-02");
    assertThat(refused.at("/content/reason").asString()).startsWith("Fraude");
    assertThat(refused.path("seen").asLong()).isEqualTo(5);
    assertThat(refused.path("events").asLong()).isZero();
    assertThat(Http.each(refused.path("laws"), ""))
        .containsExactly("TP-2016/1", "AMIS-2023 v2", "VAE-2024/1", "AMIS v3");
    assertThat(refused.path("summary").asString())
        .isEqualTo("WithdrawTitle, refusée : NO_TITLE, selon COMMON/1#title.withdrawal.");
  }

  @Test
  void a_path_is_found_by_what_is_decided_elsewhere_about_it_too() {
    judged.refused(path, "2026-11-02");
    judged.alerted(path, "2026-11-03");
    judged.refused(new PathId(UUID.randomUUID()), "2026-11-03");
    assertThat(commands("path=" + path)).containsExactly("WithdrawTitle", "RaiseAlert");
    assertThat(commands("outcome=ACCEPTED&path=" + path)).containsExactly("RaiseAlert");
    assertThat(commands("path=" + UUID.randomUUID())).isEmpty();
  }

  @Test
  void a_decision_is_found_by_its_day_both_ends_included() {
    judged.refused(path, "2026-11-02");
    judged.alerted(path, "2026-11-04");
    assertThat(commands("from=2026-11-02&to=2026-11-02&path=" + path))
        .containsExactly("WithdrawTitle");
    assertThat(commands("from=2026-11-03&path=" + path)).containsExactly("RaiseAlert");
    assertThat(commands("to=2026-11-01&path=" + path)).isEmpty();
  }

  @Test
  void what_changed_nothing_is_found_as_such() {
    judged.withoutEffect("ESSAI-SANS-EFFET", "2026-11-05");
    assertThat(Http.each(journal("outcome=NO_EFFECT").path("items"), "/target"))
        .contains("ESSAI-SANS-EFFET");
  }

  @Test
  void names_are_shown_until_the_person_is_erased() {
    CandidateId candidate = judged.registered("Zwartkopf", "2026-11-02");
    String query = "path=" + candidate;
    JsonNode shown = journal(query).path("items").path(0).at("/content/identity");
    assertThat(shown.path("familyName").asString()).isEqualTo("Zwartkopf");
    assertThat(shown.at("/givenNames/0").asString()).isEqualTo("Zoé");
    world.erase(candidate);
    JsonNode erased = journal(query).path("items").path(0).at("/content/identity");
    assertThat(erased.path("familyName").asString()).isEqualTo("effacé");
    assertThat(erased.at("/givenNames/0").asString()).isEqualTo("effacé");
  }

  @Test
  void pages_follow_each_other_in_the_order_of_the_log() {
    judged.refused(path, "2026-11-02");
    judged.alerted(path, "2026-11-03");
    judged.refused(path, "2026-11-04");
    world.settled();
    List<Long> positions = new ArrayList<>();
    String next = "";
    do {
      JsonNode page =
          http.json(
              "/api/audit/decisions?limit=2&path="
                  + path
                  + (next.isEmpty() ? "" : "&after=" + next));
      assertThat(page.path("total").asLong()).isEqualTo(3);
      page.path("items").forEach(item -> positions.add(item.path("position").asLong()));
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    assertThat(positions).hasSize(3).isSorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"path=x", "outcome=MAYBE", "from=2026-13-01", "limit=501", "after=x", "more=1"})
  void what_is_wrong_with_a_parameter_is_named(String query) {
    JsonNode problem = http.get("/api/audit/decisions?" + query).problem(400, "MALFORMED");
    assertThat(problem.toString()).contains(query.substring(0, query.indexOf('=')));
  }
}
