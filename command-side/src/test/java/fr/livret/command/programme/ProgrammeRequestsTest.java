package fr.livret.command.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Story;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programmes as they are published: those shipped, and those of the user. */
@ExtendWith(SharedNode.class)
class ProgrammeRequestsTest {
  private final Api api;
  private final Ledger ledger;
  private final Story story;

  ProgrammeRequestsTest(Node node) {
    this.api = node.api();
    this.ledger = node.ledger();
    this.story = node.story();
  }

  private static String programme(String code, String certification, int hours) {
    return """
    {"code": "%s", "title": "Essai", "certification": "%s", "source": "essai", "months": [12],
     "hours": %d, "blocs": [{"code": "B1", "title": "Bloc", "ccps": ["CCP1"],
     "modules": [{"code": "M1", "title": "Module", "hours": 30}]}]}\
    """
        .formatted(code, certification, hours);
  }

  @Test
  void the_shipped_programmes_are_published_at_the_start() {
    assertThat(ledger.kinds("programme:AMIS-12-MOIS")).containsExactly("ProgrammePublished");
    assertThat(ledger.kinds("programme:AMIS-500-700")).containsExactly("ProgrammePublished");
  }

  @Test
  void a_programme_is_published_and_a_changed_content_is_a_new_version() {
    String code = story.title("TP-2006", 2);
    String address = "/api/programmes/" + code;
    Answer first = ledger.adding(1, () -> api.put(address, programme(code, code, 30)));
    assertThat(first.created("/api/programmes").version()).isEqualTo(1);
    assertThat(first.id()).isEqualTo(code);
    String spaced = programme(code, code, 30).replace(":", " : ");
    assertThat(ledger.untouchedBy(() -> api.put(address, spaced)).done().version()).isEqualTo(1);
    String changed = programme(code, code, 30).replace("Essai", "Autre essai");
    assertThat(ledger.adding(1, () -> api.put(address, changed)).done().version()).isEqualTo(2);
  }

  @Test
  void a_programme_may_be_written_in_yaml() {
    String code = story.title("TP-2006", 2);
    String yaml =
        """
        code: %1$s
        title: Essai
        certification: %1$s
        source: essai
        months: [12, 18]
        hours: {atLeast: 20, atMost: 40}
        blocs:
          - {code: B1, title: Bloc, ccps: [CCP2]}
        """
            .formatted(code);
    api.send(
            "PUT",
            "/api/programmes/" + code,
            yaml.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/yaml")
        .created("/api/programmes");
  }

  @Test
  void what_does_not_add_up_or_fit_is_refused_with_its_field_and_line() {
    String code = story.title("TP-2006", 2);
    String address = "/api/programmes/" + code;
    ledger.untouchedBy(() -> {
      Answer sums = api.put(address, programme(code, code, 31));
      assertThat(sums.malformedFields()).containsExactly("hours");
      assertThat(sums.body()).contains("the modules make 30 hours, where 31 are planned");
      assertThat(api.put(address, programme(code, "INCONNU-1", 30)).malformedFields())
          .containsExactly("certification");
      assertThat(api.put(address, programme("AUTRE", code, 30)).malformedFields())
          .containsExactly("code");
      assertThat(api.put(address, "{}").malformedFields())
          .contains("code", "title", "certification", "source", "months", "hours", "blocs");
      assertThat(api.put(address, "hours: [").malformedFields()).isNotEmpty();
      api.put("/api/programmes/a.b", programme(code, code, 30)).problem(404, "UNKNOWN");
      return sums;
    });
  }

  @Test
  void a_bloc_serves_ccps_of_its_title_only() {
    String code = story.title("TP-2006", 2);
    String wrong = programme(code, code, 30).replace("CCP1", "CCP7");
    Answer refused = ledger.adding(1, () -> api.put("/api/programmes/" + code, wrong));
    assertThat(refused.problem(409, "CCP_UNKNOWN").path("ccp").asString()).isEqualTo("CCP7");
    assertThat(ledger.kinds("programme:" + code)).isEmpty();
  }
}
