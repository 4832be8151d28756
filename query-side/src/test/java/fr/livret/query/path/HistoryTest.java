package fr.livret.query.path;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.form.person.PersonalFields;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.path.Evaluator;
import fr.livret.kernel.person.PersonId;
import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class HistoryTest {
  private final World world;
  private final Http http;

  HistoryTest(World world, Http http) {
    this.world = world;
    this.http = http;
  }

  private Travel amis() {
    return Travel.open(
        world,
        world.candidate("Dupré", "Marie"),
        world.referentielLike("AMIS-2013"),
        Route.CAPITALISATION,
        "2013-09-02");
  }

  private JsonNode history(Travel path, String query, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("X-After-Version", path.version()));
    return http.json("/api/paths/" + path.id() + "/history" + query, all.toArray(String[]::new));
  }

  @Test
  void every_fact_is_told_in_order_with_its_text_of_law_and_its_cause() {
    Travel path = amis().ccp("CCP1", "2014-03-10").day("2019-03-11");
    JsonNode items = history(path, "").path("items");
    assertThat(Http.each(items, "/type"))
        .containsExactly(
            "path.PathOpened",
            "path.CcpObtained",
            "path.WindowOpened",
            "path.CcpLapsed",
            "path.WindowClosed");
    assertThat(Http.each(items, "/sequence")).containsExactly("1", "2", "3", "4", "5");
    assertThat(Http.each(items, "/position").stream().map(Long::valueOf).toList())
        .isSorted()
        .doesNotHaveDuplicates();
    JsonNode lapse = items.path(3);
    assertThat(lapse.path("summary").asString())
        .isEqualTo(
            "CCP1, obtenu le 10/03/2014, caduc à compter du 11/03/2019 :"
                + " la fenêtre se terminait le 10/03/2019.");
    assertThat(lapse.path("effectiveOn").asString()).isEqualTo("2019-03-11");
    assertThat(lapse.path("recordedAt").asString()).isEqualTo("2019-03-11T11:00:00Z");
    assertThat(lapse.path("actor").asString()).isEqualTo("jury.secretariat");
    assertThat(lapse.path("requestId").asString()).isEqualTo("request-1");
    assertThat(lapse.at("/legalBasis/rule").asString()).isEqualTo("TP-2006/1#window.length");
    assertThat(lapse.at("/legalBasis/mark").asString()).isEqualTo("S");
    assertThat(lapse.at("/legalBasis/citation").asString()).isNotBlank();
    assertThat(lapse.at("/legalBasis/source").asString()).isNotBlank();
    assertThat(lapse.at("/legalBasis/origin").asString()).contains("TP-2006.yaml:");
    assertThat(lapse.at("/cause/kind").asString()).isEqualTo("DAY_PASSED");
    assertThat(lapse.at("/data/ccp").asString()).isEqualTo("CCP1");
    assertThat(items.path(0).has("legalBasis")).isFalse();
  }

  @Test
  void it_speaks_english_to_those_who_ask_for_it_and_french_to_all_others() {
    Travel path = amis().ccp("CCP1", "2014-03-10");
    assertThat(summary(path, "en-GB,en;q=0.9")).isEqualTo("CCP1 obtained on 10 March 2014.");
    assertThat(summary(path, "de")).isEqualTo("CCP1 obtenu le 10/03/2014.");
    assertThat(summary(path, ";;;")).isEqualTo("CCP1 obtenu le 10/03/2014.");
  }

  private String summary(Travel path, String language) {
    return history(path, "", "Accept-Language", language).at("/items/1/summary").asString();
  }

  @Test
  void the_name_of_an_evaluator_is_opened_until_the_key_is_destroyed() {
    PersonId person = new PersonId(UUID.randomUUID());
    Evaluator named =
        new Evaluator(
            null,
            world.persons().seal(person, PersonalFields.EVALUATOR_NAME, "Noémie Œuvrard 🎓"),
            EvaluatorRole.PROFESSIONAL,
            false);
    Travel path = amis().ccp("CCP1", "2014-03-10", "2014-03-10", named);
    assertThat(history(path, "").at("/items/1/data/evaluators/0/name").asString())
        .isEqualTo("Noémie Œuvrard 🎓");
    world.persons().destroy(person);
    assertThat(history(path, "").at("/items/1/data/evaluators/0/name").asString())
        .isEqualTo("effacé");
  }

  @Test
  void it_is_paged_and_tells_only_what_was_known() {
    Travel path = amis().ccp("CCP1", "2014-03-10").ccp("CCP2", "2016-05-02");
    JsonNode first = history(path, "?limit=3");
    assertThat(Http.each(first.path("items"), "/sequence")).containsExactly("1", "2", "3");
    assertThat(first.path("total").asInt()).isEqualTo(4);
    JsonNode second = history(path, "?limit=3&after=" + first.path("next").asString());
    assertThat(Http.each(second.path("items"), "/sequence")).containsExactly("4");
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(history(path, "?knownAt=2014-03-10").path("total").asInt()).isEqualTo(3);
    assertThat(history(path, "?effectiveOn=2014-03-09").path("total").asInt()).isEqualTo(1);
    http.get("/api/paths/" + path.id() + "/history?knownAt=2013-09-01").problem(404, "UNKNOWN");
    http.get("/api/paths/" + UUID.randomUUID() + "/history").problem(404, "UNKNOWN");
  }
}
