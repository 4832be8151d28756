package fr.livret.query.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import fr.livret.query.Schooling;
import fr.livret.query.World;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class ProgrammeReadTest {
  private final World world;
  private final Http http;

  ProgrammeReadTest(World world, Http http) {
    this.world = world;
    this.http = http;
  }

  @Test
  void a_programme_is_shown_as_it_was_written_in_each_version() {
    ReferentielCode code = world.referentielLike("AMIS-2023");
    Schooling.programme(world, "AMIS-12-MOIS", code);
    Schooling.programme(world, "AMIS-12-MOIS", code, ",\"documentation\":\"revu\"");
    world.settled();
    JsonNode newest = http.json("/api/programmes/" + code);
    assertThat(newest.path("version").asInt()).isEqualTo(2);
    assertThat(newest.path("documentVersion").asInt()).isEqualTo(2);
    assertThat(newest.at("/document/documentation").asString()).isEqualTo("revu");
    assertThat(newest.at("/document/hours").asInt()).isEqualTo(455);
    assertThat(newest.path("versions")).hasSize(2);
    JsonNode first = http.json("/api/programmes/" + code + "?version=1");
    assertThat(first.at("/document").has("documentation")).isFalse();
    http.get("/api/programmes/" + code + "?version=3").problem(404, "UNKNOWN");
    http.get("/api/programmes/" + code + "?knownAt=2013-01-06").problem(404, "UNKNOWN");
    http.get("/api/programmes/INCONNU").problem(404, "UNKNOWN");
    http.get("/api/programmes/a.b").problem(404, "UNKNOWN");
  }

  @Test
  void the_list_has_the_newest_version_of_each() {
    ReferentielCode code = world.referentielLike("AMIS-2023");
    Schooling.programme(world, "AMIS-500-700", code);
    Schooling.programme(world, "AMIS-500-700", code, ",\"documentation\":\"revu\"");
    world.settled();
    JsonNode page = http.json("/api/programmes?certification=" + code);
    assertThat(page.path("total").asInt()).isEqualTo(1);
    JsonNode item = page.at("/items/0");
    assertThat(item.path("version").asInt()).isEqualTo(2);
    assertThat(item.path("months").toString()).isEqualTo("[12,18,24]");
    assertThat(item.path("hoursAtLeast").asInt()).isEqualTo(500);
    assertThat(item.path("hoursAtMost").asInt()).isEqualTo(700);
    assertThat(item.has("hours")).isFalse();
    assertThat(item.path("priorityBelow").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(http.json("/api/programmes?limit=1").path("items")).hasSize(1);
    // Recorded at noon in Paris, which is 11:00 UTC: exactly then it is known.
    String list = "/api/programmes?effectiveOn=2012-01-01&certification=" + code + "&knownAt=";
    assertThat(http.json(list + "2013-01-07T10:59:59.999999Z").path("total").asInt()).isZero();
    assertThat(http.json(list + "2013-01-07T11:00:00Z").path("items"))
        .isEqualTo(page.path("items"));
  }
}
