package fr.livret.form.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Ccs;
import fr.livret.kernel.referentiel.Prerequisite;
import fr.livret.kernel.referentiel.Prerequisite.RequiredFor;
import fr.livret.kernel.referentiel.Referentiel;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReferentielDocumentTest {
  private static final String JSON =
      """
      {
      "code": "PAIN-2020",
      "title": "Boulanger",
      "level": "Niveau 3",
      "regime": "TP-2016",
      "routes": ["TRAINING", "VAE"],
      "ccps": [
        {"code": "CCP1", "title": "Pétrir", "competences": ["Peser", "Mélanger"],
         "assessment": [
          {"code": "MISE_EN_SITUATION", "title": "Mise en situation", "minutes": 45, "required": true},
          {"code": "PREUVES", "title": "Preuves", "required": false, "insteadOf": "MISE_EN_SITUATION"}
         ]},
        {"code": "CCP2", "title": "Cuire", "competences": [], "assessment": []}
      ],
      "titleAssessment": {
       "VAE": [{"code": "ENTRETIEN", "title": "Entretien", "required": true}]
      },
      "validity": {"from": "2020-01-01"},
      "prerequisites": ["SST"],
      "ccs": ["VIENNOISERIE"],
      "sources": ["Fiche du titre"],
      "codes": {"rome": "D1102", "nsf": [221, null, 1.50, true]}
      }
      """;

  @Test
  void json_is_read_into_what_the_law_needs() {
    Referentiel content = ReferentielDocument.parse(JSON, "PUT").content();
    assertThat(content.code().value()).isEqualTo("PAIN-2020");
    assertThat(content.rncp()).isNull();
    assertThat(content.routes()).containsExactlyInAnyOrder(Route.TRAINING, Route.VAE);
    assertThat(content.ccpCodes()).containsExactly(new CcpCode("CCP1"), new CcpCode("CCP2"));
    assertThat(content.ccps().getFirst().assessment().getFirst().minutes()).isEqualTo(45);
    assertThat(content.titleAssessment(Route.VAE)).hasSize(1);
    assertThat(content.titleAssessment(Route.TRAINING)).isEmpty();
  }

  @Test
  void a_bare_text_is_a_certificate_for_the_title_or_the_code_of_a_ccs() {
    Referentiel content = ReferentielDocument.parse(JSON, "PUT").content();
    assertThat(content.prerequisites())
        .containsExactly(new Prerequisite("SST", "SST", RequiredFor.TITLE));
    assertThat(content.ccs()).containsExactly(new Ccs("VIENNOISERIE", "VIENNOISERIE", List.of()));
  }

  @Test
  void without_validity_or_with_an_empty_one_the_title_is_always_valid() {
    String line = "\"validity\": {\"from\": \"2020-01-01\"},";
    for (String without : List.of("", "\"validity\": {},", "\"validity\": null,")) {
      assertThat(ReferentielDocument.parse(JSON.replace(line, without), "PUT").content().validity())
          .isEqualTo(DateRange.OPEN);
    }
  }

  @Test
  void the_same_content_is_the_same_version_however_it_is_laid_out() {
    ReferentielDocument laidOut = ReferentielDocument.parse(JSON, "PUT");
    ReferentielDocument compact = ReferentielDocument.parse(JSON.replace("\n", ""), "PUT");
    ReferentielDocument yaml =
        ReferentielDocument.parse("# the same as YAML\n---\n" + JSON, "file");
    assertThat(compact).isEqualTo(laidOut);
    assertThat(yaml).isEqualTo(laidOut);
    assertThat(ReferentielDocument.parse(laidOut.json(), "again")).isEqualTo(laidOut);
    assertThat(laidOut.sha256()).matches("[0-9a-f]{64}");
    assertThat(ReferentielDocument.parse(JSON.replace("Cuire", "cuire"), "PUT").sha256())
        .isNotEqualTo(laidOut.sha256());
  }

  @Test
  void what_only_people_read_is_kept_as_it_was_in_its_order() {
    assertThat(ReferentielDocument.parse(JSON, "PUT").json())
        .startsWith("{\"code\":\"PAIN-2020\",\"title\":\"Boulanger\",\"level\":")
        .endsWith("\"codes\":{\"rome\":\"D1102\",\"nsf\":[221,null,1.50,true]}}");
  }

  @Test
  void yaml_words_and_days_stay_the_words_that_were_written() {
    String yaml =
        """
        code: PAIN-2020
        title: Non
        level: 3
        regime: TP-2016
        routes: [TRAINING]
        ccps: [{code: CCP1, title: "12"}]
        notes: {open: no, since: 2020-01-01, clock: 12:30, code: 007, empty:, emoji: "👩🏽‍🍳 ‏خبز"}
        """;
    ReferentielDocument document = ReferentielDocument.parse(yaml, "file");
    assertThat(document.content().title()).isEqualTo("Non");
    assertThat(document.content().level()).isEqualTo("3");
    assertThat(document.json())
        .endsWith(
            "\"notes\":{\"open\":\"no\",\"since\":\"2020-01-01\",\"clock\":\"12:30\",\"code\":\"007\",\"empty\":null,\"emoji\":\"👩🏽‍🍳"
                + " ‏خبز\"}}");
  }

  @Test
  void json_with_tabs_and_escapes_is_json() {
    String json =
        JSON.replace("\n", "\r\n\t").replace("Boulanger", "Boulang\\u00e8re \\ud83e\\udd56");
    assertThat(ReferentielDocument.parse(json, "PUT").content().title()).isEqualTo("Boulangère 🥖");
  }

  @Test
  void every_missing_field_is_named() {
    assertThat(refused("{}"))
        .containsExactly(
            "1 code: is missing",
            "1 title: is missing",
            "1 level: is missing",
            "1 regime: is missing",
            "1 routes: is missing",
            "1 ccps: is missing");
  }

  @Test
  void each_fault_is_named_by_its_line_and_field() {
    fault("\"title\": \"Cuire\",", "", "13 ccps[1].title: is missing");
    fault("\"level\"", "\"levle\"", "1 level: is missing", "4 levle: is not a known field here");
    fault("45", "0", "10 ccps[0].assessment[0].minutes: must be from 1 to 1440, not 0");
    fault("45", "1441", "10 ccps[0].assessment[0].minutes: must be from 1 to 1440, not 1441");
    fault("45", "1e17", "10 ccps[0].assessment[0].minutes: must be from 1 to 1440, not 1E+17");
    fault("45", "4.5", "10 ccps[0].assessment[0].minutes: must be a whole number, not a number");
    fault("45", "\"45\"", "10 ccps[0].assessment[0].minutes: must be a whole number, not a text");
    fault("\"Cuire\"", "12", "13 ccps[1].title: must be a text, not a whole number");
    fault("\"Cuire\"", "\" \"", "13 ccps[1].title: must not be empty");
    fault("\"Cuire\"", "\"a\\nb\"", "13 ccps[1].title: must be one line");
    fault("\"Cuire\"", "\"a\\u0000b\"", "13 ccps[1].title: has the control character U+0000");
    fault("\"Cuire\"", "\"a\\ud800b\"", "13 ccps[1].title: has half a character U+D800");
    fault("\"CCP2\"", "\"CCP1\"", "13 ccps[1].code: is CCP1, which stands here already");
    fault(
        "\"CCP2\"",
        "\"ccp é\"",
        "13 ccps[1].code: must be upper-case ASCII letters, digits, - and _, at most 60");
    fault(
        "\"PAIN-2020\"",
        "\"../etc\"",
        "2 code: must be 1 to 40 upper-case ASCII letters, digits and hyphens");
    fault("[\"TRAINING\", \"VAE\"]", "[]", "6 routes: must name at least one route", CLOSED_VAE);
    fault("[\"TRAINING\", \"VAE\"]", "[\"TRAINING\"]", CLOSED_VAE);
    fault("\"TRAINING\", \"VAE\"", "\"VAE\", \"VAE\"", "6 routes[1]: names VAE twice");
    fault(
        "\"TRAINING\", \"VAE\"",
        "\"VAE\", \"PAR_AMITIE\"",
        "6 routes[1]: must be one of TRAINING, CAPITALISATION, VAE, not PAR_AMITIE");
    fault(
        "\"VAE\": [{",
        "\"FORMATION\": [{",
        "16 titleAssessment.FORMATION: is not a known field here");
    fault(
        "\"insteadOf\": \"MISE_EN_SITUATION\"",
        "\"insteadOf\": \"DSPP\"",
        "11 ccps[0].assessment[1]: stands instead of DSPP, which is no required element here");
    fault(
        "\"2020-01-01\"",
        "\"9999-01-01\"",
        "18 validity.from: must be a day from 1900-01-01 to 2200-12-31, not 9999-01-01");
    fault("\"2020-01-01\"", "\"-1\"", "18 validity.from: must be a day as in 2014-03-10");
    fault(
        "\"2020-01-01\"",
        "\"2021-02-29\"",
        "18 validity.from: is no day of the calendar: 2021-02-29");
    fault(
        "\"from\": \"2020-01-01\"",
        "\"from\": \"2020-01-02\", \"to\": \"2020-01-01\"",
        "18 validity.to: is 2020-01-01, before from, 2020-01-02");
    fault(
        "[\"SST\"]",
        "[\"SST\", \"SST\"]",
        "19 prerequisites[1]: is SST, which stands here already");
    fault(
        "[\"SST\"]",
        "[{\"code\": \"SST\", \"title\": \"SST\", \"requiredFor\": \"FUN\"}]",
        "19 prerequisites[0].requiredFor: must be one of ENTRY, TITLE, not FUN");
    fault(
        "[\"Fiche du titre\"]",
        "[7]",
        "21 sources[0]: must be a group of fields, not a whole number");
    fault("\"Boulanger\"", "\"Boulanger\", \"title\": \"X\"", "3 title: stands twice");
  }

  private static final String CLOSED_VAE =
      "15 titleAssessment: states the route VAE, which routes does not open";

  @Test
  void an_access_stands_once() {
    fault(
        "\"ccps\"",
        "\"accesses\": [{\"access\": \"INDIVIDUAL\", \"open\": true},"
            + " {\"access\": \"INDIVIDUAL\", \"open\": false}], \"ccps\"",
        "7 accesses[1]: states the access INDIVIDUAL again");
  }

  @Test
  void too_much_is_refused() {
    fault(
        "\"Boulanger\"", "\"" + "B".repeat(4001) + "\"", "3 title: is longer than 4000 characters");
    assertThat(refused(JSON.replace("Boulanger", "B".repeat(1_000_000))))
        .containsExactly("0 : is longer than 1000000 characters");
    String ccps = "{\"code\":\"C%d\",\"title\":\"T\"},";
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 61; i++) {
      many.append(ccps.formatted(i));
    }
    fault("{\"code\": \"CCP2\"", many + "{\"code\": \"CCP2\"", "7 ccps: has more than 60 CCPs");
  }

  @Test
  void text_that_is_neither_json_nor_yaml_is_refused_at_its_line() {
    assertThat(refused(JSON.replace("\"Boulanger\",", "\"Boulanger\"")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("4 : is not JSON: ");
    assertThat(refused(JSON + "{}")).first().asString().contains("goes on after the end");
    assertThat(refused("code: [\ntitle")).hasSize(1).first().asString().contains("is not YAML");
    assertThat(refused("code: a\n---\ncode: b"))
        .hasSize(1)
        .first()
        .asString()
        .contains("is not YAML");
    assertThat(refused("")).containsExactly("0 : is empty");
    assertThat(refused("[]")).first().isEqualTo("1 : must be a group of fields, not a list");
    assertThat(refused("code: \u0007")).containsExactly("1 : has the character U+0007");
  }

  @Test
  void yaml_that_builds_objects_or_grows_is_refused() {
    assertThat(refused("code: !!java.net.URL [https://example.org]"))
        .first()
        .asString()
        .contains("tag is not allowed: tag:yaml.org,2002:java.net.URL");
    assertThat(refused("code: !bread PAIN"))
        .first()
        .isEqualTo("1 code: the tag !bread is not accepted");
    assertThat(refused("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"))
        .anyMatch(problem -> problem.contains("not"));
    assertThat(refused("notes: &n x\ncode: *n"))
        .anyMatch(problem -> problem.contains("anchors and aliases are not accepted"));
    assertThat(refused("<<: {code: A}\n")).first().asString().contains("plain text");
    assertThat(refused("notes: " + "[".repeat(5000))).hasSize(1);
    assertThat(refused("{\"notes\": " + "[".repeat(5000))).hasSize(1);
  }

  @Property(tries = 300)
  void a_document_with_a_piece_torn_out_is_taken_or_refused_and_nothing_else(
      @ForAll @IntRange(max = 1000) int from, @ForAll @IntRange(max = 40) int length) {
    int start = Math.min(from, JSON.length());
    String torn =
        JSON.substring(0, start) + JSON.substring(Math.min(start + length, JSON.length()));
    takenOrRefused(torn);
    takenOrRefused("#\n" + torn);
  }

  @Property(tries = 300)
  void any_text_is_taken_or_refused_and_nothing_else(@ForAll String text) {
    takenOrRefused(text);
    takenOrRefused("{" + text);
    takenOrRefused("code: " + text);
  }

  private static void takenOrRefused(String text) {
    try {
      assertThat(ReferentielDocument.parse(text, "any").json()).isNotEmpty();
    } catch (LawFileException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  private static void fault(String find, String replacement, String... problems) {
    int at = JSON.indexOf(find);
    assertThat(at).as(find).isNotNegative();
    assertThat(refused(JSON.substring(0, at) + replacement + JSON.substring(at + find.length())))
        .as(replacement)
        .containsExactly(problems);
  }

  private static List<String> refused(String text) {
    LawFileException refusal =
        catchThrowableOfType(LawFileException.class, () -> ReferentielDocument.parse(text, "PUT"));
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal.problems().stream()
        .map(problem -> problem.line() + " " + problem.field() + ": " + problem.message())
        .toList();
  }
}
