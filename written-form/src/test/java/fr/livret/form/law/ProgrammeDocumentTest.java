package fr.livret.form.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.livret.kernel.programme.Programme;
import fr.livret.kernel.programme.Programme.Bloc;
import fr.livret.kernel.referentiel.CcpCode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A programme is read strictly, from YAML or JSON, and must add up. */
class ProgrammeDocumentTest {
  private static final String YAML =
      """
      code: PAIN-12
      title: Douze mois de pain
      certification: PAIN-2020
      source: Le fournil
      months: [12, 18]
      hours: 107.5
      blocs:
        - code: B1
          title: Pétrir
          ccps: [CCP1, CCP2]
          modules:
            - {code: M1, title: Peser, hours: 7.5}
            - {code: M2, title: Mélanger, hours: 80}
        - code: B2
          title: Travailler ensemble
          ccps: []
          modules:
            - {code: M3, title: Se parler, hours: 20}
      positioning: {priorityBelow: 0.4, source: Le fournil, mark: R}
      notes: {any: thing}
      """;

  @Test
  void a_programme_is_read_with_its_blocs_modules_hours_and_threshold() {
    Programme programme = ProgrammeDocument.parse(YAML, "PUT").content();
    assertThat(programme.code().value()).isEqualTo("PAIN-12");
    assertThat(programme.certification().value()).isEqualTo("PAIN-2020");
    assertThat(programme.months()).containsExactly(12, 18);
    assertThat(programme.hours().fixed()).isTrue();
    assertThat(programme.hours().atLeast()).isEqualTo("107.5");
    assertThat(programme.blocs()).extracting(Bloc::transversal).containsExactly(false, true);
    assertThat(programme.serving(new CcpCode("CCP2"))).extracting(Bloc::code).containsExactly("B1");
    assertThat(programme.recordable()).containsExactly("M1", "M2", "M3");
    assertThat(programme.positioning()).isNotNull();
    assertThat(programme.positioning().priorityBelow()).isEqualTo("0.4");
  }

  @Test
  void the_same_content_as_json_is_the_same_version() {
    ProgrammeDocument yaml = ProgrammeDocument.parse(YAML, "PUT");
    assertThat(ProgrammeDocument.parse(yaml.json(), "PUT")).isEqualTo(yaml);
    String other = YAML.replace("hours: 7.5}", "hours: 8.5}").replace("107.5", "108.5");
    assertThat(ProgrammeDocument.parse(other, "PUT").sha256()).isNotEqualTo(yaml.sha256());
  }

  @Test
  void hours_may_be_a_range_and_the_threshold_absent() {
    String range =
        YAML.replace("hours: 107.5", "hours: {atLeast: 100, atMost: 120}")
            .replaceAll("positioning.*\n", "");
    Programme programme = ProgrammeDocument.parse(range, "PUT").content();
    assertThat(programme.hours().atMost()).isEqualTo(new BigDecimal("120"));
    assertThat(programme.positioning()).isNull();
  }

  @Test
  void modules_that_do_not_make_the_hours_are_refused_with_both_sums() {
    assertThat(problems("hours: 107.5", "hours: 107"))
        .containsExactly("PUT:6: hours: the modules make 107.5 hours, where 107 are planned");
    assertThat(problems("hours: 107.5", "hours: {atLeast: 108, atMost: 120}"))
        .containsExactly(
            "PUT:6: hours: the modules make 107.5 hours, where from 108 to 120 are planned");
  }

  @Test
  void each_fault_is_named_with_its_line_and_field() {
    assertThat(problems("hours: 80", "hours: 0"))
        .singleElement()
        .asString()
        .startsWith("PUT:13: blocs[0].modules[1].hours: must be from 0.25 to 10000");
    assertThat(problems("hours: 80", "hours: 80.0000001")).hasSize(1);
    assertThat(problems("hours: 80", "hours: beaucoup"))
        .singleElement()
        .asString()
        .endsWith("must be a number, not a text");
    assertThat(problems("priorityBelow: 0.4", "priorityBelow: 40"))
        .singleElement()
        .asString()
        .contains("positioning.priorityBelow: must be from 0 to 1");
    assertThat(problems("mark: R", "mark: X")).hasSize(1);
    assertThat(problems("code: M2", "code: M1"))
        .singleElement()
        .asString()
        .endsWith("is M1, which stands here already");
    assertThat(problems("code: M3", "code: B1")).hasSize(1);
    assertThat(problems("[CCP1, CCP2]", "[CCP1, CCP1]")).hasSize(1);
    assertThat(problems("months: [12, 18]", "months: [0]")).hasSize(1);
    assertThat(problems("months: [12, 18]", "months: 12")).hasSize(1);
    assertThat(problems("hours: 107.5", "hours: {atLeast: 110, atMost: 100}")).hasSize(1);
    assertThat(problems("certification: PAIN-2020", "certification: pain")).hasSize(1);
    assertThat(problems("source: Le fournil\nmonths", "months")).hasSize(1);
    assertThat(problems("notes:", "note:"))
        .singleElement()
        .asString()
        .endsWith("note: is not a known field here");
  }

  @Test
  void a_programme_without_blocs_is_none() {
    String none = YAML.substring(0, YAML.indexOf("blocs:")) + "blocs: []\n";
    LawFileException refused =
        catchThrowableOfType(LawFileException.class, () -> ProgrammeDocument.parse(none, "PUT"));
    assertThat(refused.problems()).hasSize(1);
    assertThat(
            catchThrowableOfType(LawFileException.class, () -> ProgrammeDocument.parse("", "PUT")))
        .isNotNull();
  }

  private static List<String> problems(String from, String to) {
    assertThat(YAML).contains(from);
    LawFileException refused =
        catchThrowableOfType(
            LawFileException.class, () -> ProgrammeDocument.parse(YAML.replace(from, to), "PUT"));
    return refused.problems().stream().map(Problem::toString).toList();
  }
}
