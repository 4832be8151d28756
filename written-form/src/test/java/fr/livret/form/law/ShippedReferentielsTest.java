package fr.livret.form.law;

import static fr.livret.kernel.law.Route.CAPITALISATION;
import static fr.livret.kernel.law.Route.TRAINING;
import static fr.livret.kernel.law.Route.VAE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.livret.kernel.law.Access;
import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.AssessmentElement;
import fr.livret.kernel.referentiel.Ccp;
import fr.livret.kernel.referentiel.Prerequisite;
import fr.livret.kernel.referentiel.Prerequisite.RequiredFor;
import fr.livret.kernel.referentiel.Referentiel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShippedReferentielsTest {
  private static final Map<String, ReferentielDocument> DOCUMENTS =
      ShippedReferentiels.all().stream()
          .collect(Collectors.toMap(each -> each.content().code().value(), Function.identity()));

  private static final Referentiel AMIS_2023 = content("AMIS-2023");
  private static final Referentiel AMIS_2013 = content("AMIS-2013");
  private static final Referentiel AICMP_2022 = content("AICMP-2022");
  private static final Referentiel TMS_2004 = content("TMS-2004");

  @Test
  void the_four_titles_are_there_each_under_a_regime_that_is_there_too() {
    RegimeLibrary regimes = RegimeLibrary.load(Optional.empty());
    assertThat(DOCUMENTS.keySet())
        .containsExactlyInAnyOrder("TMS-2004", "AMIS-2013", "AMIS-2023", "AICMP-2022");
    assertThat(DOCUMENTS.values()).allMatch(each -> regimes.knows(each.content().regime()));
    assertThat(TMS_2004.regime()).isEqualTo("TP-2002");
    assertThat(AMIS_2013.regime()).isEqualTo("TP-2006");
    assertThat(AMIS_2023.regime()).isEqualTo("TP-2016");
    assertThat(AICMP_2022.regime()).isEqualTo("RNCP-PRIVATE");
  }

  @Test
  void their_levels_and_days_of_validity_are_those_of_the_documents() {
    assertThat(TMS_2004.level()).isEqualTo("niveau IV");
    assertThat(AMIS_2013.level()).isEqualTo("niveau V");
    assertThat(AMIS_2023.level()).isEqualTo("Niveau 3");
    assertThat(AICMP_2022.level()).isEqualTo("Niveau 3");
    assertThat(TMS_2004.validity()).isEqualTo(days("2004-08-05", "2012-05-15"));
    assertThat(AMIS_2013.validity()).isEqualTo(new DateRange(LocalDate.parse("2011-07-02"), null));
    assertThat(AMIS_2023.validity()).isEqualTo(days("2023-07-17", "2028-07-02"));
    assertThat(AICMP_2022.validity()).isEqualTo(new DateRange(null, LocalDate.parse("2024-06-01")));
  }

  @Test
  void their_ccps_have_as_many_competences_as_the_documents_list() {
    assertThat(competences(TMS_2004)).containsExactly("CCP1 5", "CCP2 10", "CCP3 5");
    assertThat(competences(AMIS_2013)).containsExactly("CCP1 5", "CCP2 5", "CCP3 3");
    assertThat(competences(AMIS_2023)).containsExactly("CCP1 5", "CCP2 4", "CCP3 3");
    assertThat(competences(AICMP_2022))
        .containsExactly("BC01 7", "BC02 7", "BC03 6", "BC04 4", "BC05 5");
  }

  @Test
  void every_route_leads_to_each_and_the_private_title_is_closed_to_three_accesses() {
    for (ReferentielDocument each : DOCUMENTS.values()) {
      assertThat(each.content().routes()).containsExactlyInAnyOrder(Route.values());
    }
    assertThat(AICMP_2022.openTo(Access.CONTINUING_EDUCATION)).isTrue();
    assertThat(AICMP_2022.openTo(Access.PROFESSIONALISATION_CONTRACT)).isTrue();
    assertThat(AICMP_2022.openTo(Access.EXPERIENCE)).isTrue();
    assertThat(AICMP_2022.openTo(Access.INITIAL_EDUCATION)).isFalse();
    assertThat(AICMP_2022.openTo(Access.APPRENTICESHIP)).isFalse();
    assertThat(AICMP_2022.openTo(Access.INDIVIDUAL)).isFalse();
    assertThat(AICMP_2022.accesses()).allMatch(access -> access.open() == (access.jury() != null));
  }

  @Test
  void the_blocs_of_the_private_title_each_have_their_own_modalities() {
    assertThat(required(AICMP_2022))
        .containsExactly(
            "BC01 EVALUATION_TERRAIN MISE_EN_SITUATION",
            "BC02 MISE_EN_SITUATION MISE_EN_SITUATION_COLLECTIVE CARTOGRAPHIE ETUDE_DE_CAS",
            "BC03 MISE_EN_SITUATION ENTRETIEN_TECHNIQUE",
            "BC04 DOSSIER_PROJET PRESENTATION_ORALE CARTOGRAPHIE",
            "BC05 RAPPORT_INTERVENTION MISE_EN_SITUATION");
    for (Route route : Route.values()) {
      assertThat(AICMP_2022.titleAssessment(route)).isEmpty();
    }
  }

  @Test
  void the_ccps_of_2013_rest_on_a_situation_and_the_dossier_and_those_of_2023_on_none_by_name() {
    assertThat(required(AMIS_2013))
        .containsExactly(
            "CCP1 MISE_EN_SITUATION DSPP",
            "CCP2 MISE_EN_SITUATION DSPP",
            "CCP3 MISE_EN_SITUATION DSPP");
    assertThat(required(AMIS_2023)).containsExactly("CCP1", "CCP2", "CCP3");
  }

  @Test
  void of_the_oldest_title_proofs_may_stand_for_the_situation() {
    for (Ccp ccp : TMS_2004.ccps()) {
      assertThat(ccp.assessment())
          .filteredOn(element -> !element.required())
          .singleElement()
          .extracting(AssessmentElement::code, AssessmentElement::insteadOf)
          .containsExactly("PREUVES", "MISE_EN_SITUATION");
    }
    assertThat(required(TMS_2004))
        .containsExactly(
            "CCP1 MISE_EN_SITUATION", "CCP2 MISE_EN_SITUATION", "CCP3 MISE_EN_SITUATION");
  }

  @Test
  void a_title_by_capitalisation_requires_the_interview_only() {
    for (Referentiel each : List.of(TMS_2004, AMIS_2013, AMIS_2023)) {
      assertThat(required(each, CAPITALISATION)).containsExactly("ENTRETIEN");
    }
  }

  @Test
  void a_title_by_training_or_vae_requires_what_the_documents_list() {
    assertThat(required(TMS_2004, TRAINING))
        .containsExactly(
            "EPREUVE_FINALE", "ATTESTATION_PRATIQUE_PROFESSIONNELLE", "EFA", "ENTRETIEN");
    assertThat(required(TMS_2004, VAE)).containsExactly("ENTRETIEN");
    assertThat(required(AMIS_2013, TRAINING))
        .containsExactly("EFA", "DSPP", "EPREUVE_DE_SYNTHESE", "ENTRETIEN");
    assertThat(required(AMIS_2013, VAE))
        .containsExactly("DSPP", "EPREUVE_DE_SYNTHESE", "ENTRETIEN");
  }

  @Test
  void the_examination_of_2023_takes_one_hour_and_fifty_minutes() {
    for (Route route : List.of(TRAINING, VAE)) {
      assertThat(AMIS_2023.titleAssessment(route))
          .extracting(AssessmentElement::code, AssessmentElement::minutes)
          .containsExactly(
              tuple("MISE_EN_SITUATION", 30),
              tuple("ENTRETIEN_TECHNIQUE", 30),
              tuple("QUESTIONNEMENT_PRODUCTION", 30),
              tuple("ENTRETIEN", 20),
              tuple("DOSSIER_PROFESSIONNEL", null));
      assertThat(
              AMIS_2023.titleAssessment(route).stream()
                  .map(AssessmentElement::minutes)
                  .filter(Objects::nonNull)
                  .mapToInt(Integer::intValue)
                  .sum())
          .isEqualTo(110);
    }
  }

  @Test
  void only_the_sst_certificate_is_required_for_a_title() {
    assertThat(AMIS_2023.prerequisites())
        .extracting(Prerequisite::code, Prerequisite::requiredFor)
        .containsExactly(
            tuple("SST", RequiredFor.TITLE), tuple("SAVOIRS_DE_BASE", RequiredFor.ENTRY));
    assertThat(AICMP_2022.prerequisites())
        .extracting(Prerequisite::code, Prerequisite::requiredFor)
        .containsExactly(tuple("FRANCAIS", RequiredFor.ENTRY));
    assertThat(AMIS_2013.prerequisites()).isEmpty();
    assertThat(TMS_2004.prerequisites()).isEmpty();
  }

  @Test
  void the_codes_are_those_of_the_documents() {
    assertThat(AMIS_2023.rncp()).isEqualTo("RNCP37722");
    assertThat(AICMP_2022.rncp()).isEqualTo("RNCP36524");
    assertThat(json("AMIS-2023").at("/codes/cpf").asString()).isEqualTo("8959");
    assertThat(json("AMIS-2013").at("/codes").toString())
        .isEqualTo(
            "{\"tp\":\"00392\",\"nsf\":[\"332\",\"344\"],\"rome\":\"K1204\",\"romeTitle\":\"Médiation"
                + " sociale et facilitation de la vie en société.\"}");
    assertThat(json("TMS-2004").at("/codes").toString())
        .isEqualTo(
            "{\"afpa\":\"9817\",\"nsf\":[\"340 m\"],\"rome\":\"23112\",\"romeTitle\":\"Intervenant"
                + " d'action sociale\"}");
    assertThat(json("AICMP-2022").at("/codes/formacode").toString())
        .isEqualTo("[\"44072 : Travail social\",\"44035 : Médiation socioculturelle\"]");
    assertThat(json("AICMP-2022").at("/predecessor/rncp").asString()).isEqualTo("RNCP32164");
  }

  @Test
  void the_statistics_of_the_fiche_keep_the_year_without_data_empty() {
    JsonNode years = json("AICMP-2022").at("/documentation/statistics/years");
    assertThat(years.at("/0/certified").asInt()).isEqualTo(5);
    assertThat(years.at("/0/certifiedAfterVae").asInt()).isEqualTo(5);
    assertThat(years.at("/0/inOccupationAt2YearsPercent").isNull()).isTrue();
    assertThat(years.at("/1/certified").asInt()).isEqualTo(19);
    assertThat(years.at("/1/certifiedAfterVae").asInt()).isZero();
    assertThat(years.at("/1/inOccupationAt6MonthsPercent").asInt()).isEqualTo(88);
    assertThat(years.at("/1/inOccupationAt2YearsPercent").asInt()).isEqualTo(77);
  }

  @Test
  void each_names_its_sources() {
    for (String code : DOCUMENTS.keySet()) {
      assertThat(json(code).at("/sources").valueStream().map(JsonNode::asString))
          .isNotEmpty()
          .allMatch(source -> source.matches(".*\\(document source 00[0-4]\\)"));
    }
  }

  private static Referentiel content(String code) {
    return document(code).content();
  }

  private static JsonNode json(String code) {
    return JsonMapper.shared().readTree(document(code).json());
  }

  private static ReferentielDocument document(String code) {
    return Objects.requireNonNull(DOCUMENTS.get(code), code);
  }

  private static DateRange days(String from, String to) {
    return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static List<String> competences(Referentiel referentiel) {
    return referentiel.ccps().stream()
        .map(ccp -> ccp.code() + " " + ccp.competences().size())
        .toList();
  }

  private static List<String> required(Referentiel referentiel) {
    return referentiel.ccps().stream()
        .map(ccp -> (ccp.code() + " " + String.join(" ", required(ccp.assessment()))).strip())
        .toList();
  }

  private static List<String> required(Referentiel referentiel, Route route) {
    return required(referentiel.titleAssessment(route));
  }

  private static List<String> required(List<AssessmentElement> elements) {
    return elements.stream()
        .filter(AssessmentElement::required)
        .map(AssessmentElement::code)
        .toList();
  }
}
