package fr.livret.query.window;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.Http;
import fr.livret.query.MovableClock;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@QueryTest
class DerivedWindowsTest {
  private final World world;
  private final Http http;
  private final MovableClock clock;

  DerivedWindowsTest(World world, Http http, MovableClock clock) {
    this.world = world;
    this.http = http;
    this.clock = clock;
  }

  @BeforeEach
  @AfterEach
  void today() {
    clock.set("2026-01-15");
  }

  private Travel path(ReferentielCode code, String openedOn) {
    return Travel.open(
        world, world.candidate("Dupré", "Marie"), code, Route.CAPITALISATION, openedOn);
  }

  private JsonNode items(ReferentielCode code, String query) {
    return http.json("/api/windows?certification=" + code + query).path("items");
  }

  private String told(ReferentielCode code, String query) {
    JsonNode items = items(code, query);
    assertThat(items).hasSize(1);
    JsonNode item = items.path(0);
    return String.join(
        " ",
        item.path("state").asString(),
        item.path("anchor").asString(),
        item.path("lastDay").asString(),
        item.path("governedBy").asString());
  }

  @Test
  void w06_what_was_known_before_a_late_record_stays_answerable() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    path(code, "2013-09-02")
        .ccp("CCP2", "2015-06-01", "2015-06-10")
        .ccp("CCP1", "2014-01-20", "2015-09-01");
    world.settled();
    assertThat(told(code, "&effectiveOn=2015-12-31"))
        .isEqualTo("OPEN 2014-01-20 2019-01-20 FIVE_YEARS");
    String before = "&effectiveOn=2015-08-01&knownAt=2015-08-01";
    assertThat(told(code, before)).isEqualTo("OPEN 2015-06-01 2020-06-01 FIVE_YEARS");
    JsonNode item = items(code, before).path(0);
    assertThat(item.path("daysLeft").asInt()).isEqualTo(1766);
    assertThat(Http.each(item.path("missing"), "")).containsExactly("CCP1", "CCP3");
    assertThat(item.at("/candidate/name").asString()).isEqualTo("Dupré Marie");
    assertThat(items(code, before + "&closingBefore=2020-06-02")).hasSize(1);
    assertThat(items(code, before + "&closingBefore=2020-06-01")).isEmpty();
    assertThat(items(code, before + "&centre=LYON")).isEmpty();
  }

  @Test
  void w10_validity_closure_and_prorogation_each_as_it_was_known() {
    clock.set("2029-09-03");
    ReferentielCode code = world.referentielLike("AMIS-2023");
    path(code, "2024-09-02")
        .ccp("CCP1", "2025-02-03")
        .closed("2028-06-01")
        .day("2029-07-03")
        .prorogued("2029-09-03", "2033-07-02");
    world.settled();
    assertThat(told(code, "&effectiveOn=2026-01-01&knownAt=2026-01-01"))
        .isEqualTo("OPEN 2025-02-03 2028-07-02 TITLE_VALIDITY");
    assertThat(told(code, "&effectiveOn=2028-07-03&knownAt=2028-07-03"))
        .isEqualTo("OPEN 2025-02-03 2029-07-02 TITLE_CLOSURE");
    String ended = "&effectiveOn=2029-07-03&knownAt=2029-07-03";
    assertThat(told(code, ended + "&state=NONE")).startsWith("NONE");
    assertThat(items(code, ended + "&state=OPEN")).isEmpty();
    assertThat(told(code, "&effectiveOn=2029-09-03&state=OPEN"))
        .isEqualTo("OPEN 2025-02-03 2030-02-03 FIVE_YEARS");
  }

  @Test
  void pages_run_through_windows_that_ran_then_and_those_that_did_not() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    for (int number = 0; number < 7; number++) {
      Travel path = path(code, "2013-09-02");
      if (number % 2 == 0) {
        path.ccp("CCP1", "2014-03-1" + number / 4);
      }
    }
    world.settled();
    List<String> expected = Http.each(items(code, ""), "/pathId");
    List<String> found = new ArrayList<>();
    String next = "";
    do {
      JsonNode page =
          http.json("/api/windows?limit=2&effectiveOn=2014-12-31&certification=" + code + next);
      found.addAll(Http.each(page.path("items"), "/pathId"));
      assertThat(page.path("total").asInt()).isEqualTo(7);
      next = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
    } while (!next.isEmpty());
    assertThat(found).containsExactlyElementsOf(expected).hasSize(7);
  }
}
