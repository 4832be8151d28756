package fr.livret.command.referentiel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedNode.class)
class ReferentielRequestsTest {
  private static final String OPEN_ENDED = "{\"from\": \"2002-01-01\"}";

  private final Api api;
  private final Ledger ledger;
  private final Story story;
  private final String code = Story.newCode();
  private final String address = "/api/referentiels/" + code;
  private final String document = Story.referentiel(code, "TP-2006", 3, OPEN_ENDED);

  ReferentielRequestsTest(Node node) {
    this.api = node.api();
    this.ledger = node.ledger();
    this.story = node.story();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TMS-2004", "AMIS-2013", "AICMP-2022", "AMIS-2023"})
  void the_four_titles_are_published_with_the_first_start(String shipped) {
    assertThat(ledger.kinds(shipped)).containsExactly("ReferentielPublished");
    assertThat(ledger.of(shipped).getFirst().metadata().path("actor").asString())
        .isEqualTo("livret:referentiel-files");
  }

  @Test
  void the_first_content_creates_it() {
    Answer answer = ledger.adding(1, () -> api.put(address, document));
    assertThat(answer.created("/api/referentiels").id()).isEqualTo(code);
    assertThat(answer.version()).isEqualTo(1);
    Ledger.Fact published = ledger.of(code).getFirst();
    assertThat(published.text("/version")).isEqualTo("1");
    assertThat(published.text("/publishedOn")).isEqualTo("2026-11-02");
  }

  @Test
  void the_same_content_again_is_the_same_version() {
    api.put(address, document).created("/api/referentiels");
    Answer again = ledger.untouchedBy(() -> api.put(address, document));
    assertThat(again.done().version()).isEqualTo(1);
    String laidOut = document.replace(", ", ",\n\n    ");
    assertThat(ledger.untouchedBy(() -> api.put(address, laidOut)).done().version()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/yaml", "application/x-yaml", "text/yaml"})
  void yaml_says_the_same_as_json(String type) {
    String yaml =
        """
        # The same in the other form.
        code: %s
        title: "Le titre : essai"
        level: niveau 3
        regime: TP-2006
        routes: [CAPITALISATION]
        ccps:
          - code: CCP1
            title: Un
            competences:
              - Écouter
        validity:
          from: 2011-07-02
        """
            .formatted(code);
    String json =
        """
        {"code": "%s", "title": "Le titre : essai", "level": "niveau 3", "regime": "TP-2006",
         "routes": ["CAPITALISATION"],
         "ccps": [{"code": "CCP1", "title": "Un", "competences": ["\\u00c9couter"]}],
         "validity": {"from": "2011-07-02"}}
        """
            .formatted(code);
    api.send("PUT", address, yaml.getBytes(StandardCharsets.UTF_8), "Content-Type", type)
        .created("/api/referentiels");
    assertThat(ledger.untouchedBy(() -> api.put(address, json)).done().version()).isEqualTo(1);
  }

  @Test
  void a_changed_content_is_a_new_version() {
    api.put(address, document).created("/api/referentiels");
    String changed = document.replace("Titre d'essai", "Titre révisé");
    Answer answer = ledger.adding(1, () -> api.put(address, changed));
    assertThat(answer.done().version()).isEqualTo(2);
    assertThat(ledger.of(code).getLast().text("/version")).isEqualTo("2");
    assertThat(ledger.adding(1, () -> api.put(address, document)).done().version()).isEqualTo(3);
  }

  @Test
  void a_path_keeps_the_version_it_opened_under() {
    api.put(address, document).created("/api/referentiels");
    String path = story.path(code, "CAPITALISATION", "2014-01-01");
    api.put(address, Story.referentiel(code, "TP-2006", 2, OPEN_ENDED)).done();
    story.ccp(path, "CCP3", "2014-03-10").done();
    String later = story.path(code, "CAPITALISATION", "2014-01-01");
    story.ccp(later, "CCP3", "2014-03-10").problem(409, "CCP_UNKNOWN");
    assertThat(ledger.of(path).getFirst().text("/certificationVersion")).isEqualTo("1");
    assertThat(ledger.of(later).getFirst().text("/certificationVersion")).isEqualTo("2");
  }

  @Test
  void a_title_is_closed_once() {
    String title = story.title("TP-2006", 1);
    Answer closed = ledger.adding(1, () -> story.close(title, "2026-10-01"));
    assertThat(closed.done().version()).isEqualTo(2);
    assertThat(closed.id()).isEqualTo(title);
    JsonNode problem = story.close(title, "2026-10-02").problem(409, "TITLE_ALREADY_CLOSED");
    assertThat(problem.path("lastDay").asString()).isEqualTo("2026-10-01");
    assertThat(ledger.kinds(title)).containsExactly("ReferentielPublished", "TitleClosed");
  }

  @Test
  void a_prorogation_opens_a_closed_title_again_and_only_ever_lengthens_it() {
    String title = story.title("TP-2006", 1);
    story.close(title, "2026-10-01").done();
    story.prorogue(title, "2026-10-20", "2026-10-01").problem(409, "DATES_OUT_OF_ORDER");
    assertThat(story.prorogue(title, "2026-10-20", "2030-01-01").done().version()).isEqualTo(3);
    assertThat(story.close(title, "2026-11-02").done().version()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT-PUBLISHED", "not-a-code", "%F0%9F%99%82", "A%00B", "..;x=y"})
  void nobody_closes_or_prorogues_what_is_not_published(String unknown) {
    assertThat(api.post(address(unknown, "closure"), decision("")).status()).isIn(400, 404);
    String until = ", \"until\": \"2030-01-01\"";
    assertThat(api.post(address(unknown, "prorogation"), decision(until)).status()).isIn(400, 404);
  }

  private static String address(String code, String what) {
    return "/api/referentiels/" + code + "/" + what;
  }

  private static String decision(String more) {
    return "{\"decidedOn\": \"2026-01-01\", \"source\": \"Arrêté\"" + more + "}";
  }

  @Test
  void a_closure_has_no_last_day_of_its_own_and_a_prorogation_must_have_one() {
    String until = ", \"until\": \"2030-01-01\"";
    assertThat(api.post(address(code, "closure"), decision(until)).malformedFields())
        .containsExactly("until");
    assertThat(api.post(address(code, "prorogation"), decision("")).malformedFields())
        .containsExactly("until");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "level": "3",                | "level": "3", "surprise": 1,   | surprise
          "level": "3",                |                                | level
          "level": "3",                | "level": ["3"],                | level
          "level": "3",                | "level": "3", "level": "4",    | level
          "TRAINING", "CAPITALISATION" | "FLYING", "CAPITALISATION"     | routes[0]
          "code": "CCP1"               | "code": "CCP2"                 | ccps[1].code
          {"from": "2002-01-01"}       | {"from": "9999-12-31"}         | validity.from
          {"from": "2002-01-01"}       | {"from": -1}                   | validity.from
          {"from": "2002-01-01"}       | {"from": "2014-02-30"}         | validity.from
          {"from": "2002-01-01"}       | {"from":"2005-01-01","to":"2004-01-01"} | validity
          "title": "Essai 1"           | "title": "a\\u0007b"           | ccps[0].title
          """)
  void a_document_is_refused_with_the_field_and_its_line(
      String right, @Nullable String wrong, String field) {
    String broken = document.replace(right, wrong == null ? "" : wrong);
    Answer answer = ledger.untouchedBy(() -> api.put(address, broken));
    assertThat(answer.malformedFields()).anySatisfy(named -> assertThat(named).startsWith(field));
    assertThat(answer.body()).contains("(line ");
  }

  @Test
  void a_document_of_another_code_or_of_no_known_regime_is_refused() {
    String otherCode = document.replace(code, Story.newCode());
    assertThat(ledger.untouchedBy(() -> api.put(address, otherCode)).malformedFields())
        .containsExactly("code");
    String otherRegime = document.replace("TP-2006", "TP-1789");
    assertThat(ledger.untouchedBy(() -> api.put(address, otherRegime)).malformedFields())
        .containsExactly("regime");
  }

  @Test
  void what_is_no_document_at_all_is_refused() {
    for (String body :
        List.of("", "{", "[]", "null", "42", "\"texte\"", "{}", "\t- : {", "a: *b")) {
      Answer answer = ledger.untouchedBy(() -> api.put(address, body));
      assertThat(answer.malformedFields()).as(body).isNotEmpty();
    }
    byte[] latin = "code: é".getBytes(StandardCharsets.ISO_8859_1);
    ledger.untouchedBy(() -> api.send("PUT", address, latin)).problem(400, "MALFORMED");
    String long1 = document.replace("Titre d'essai", "x".repeat(1_000_000));
    ledger.untouchedBy(() -> api.put(address, long1)).problem(400, "MALFORMED");
    String long2 = document.replace("Titre d'essai", "x".repeat(3_000_000));
    ledger.untouchedBy(() -> api.put(address, long2)).problem(413, "TOO_LARGE");
    String deep = "{\"a\":".repeat(20_000);
    ledger.untouchedBy(() -> api.put(address, deep)).problem(400, "MALFORMED");
  }

  @Test
  void a_document_of_another_media_type_is_not_read() {
    byte[] body = document.getBytes(StandardCharsets.UTF_8);
    ledger
        .untouchedBy(() -> api.send("PUT", address, body, "Content-Type", "application/xml"))
        .problem(415, "UNSUPPORTED_MEDIA_TYPE");
  }
}
