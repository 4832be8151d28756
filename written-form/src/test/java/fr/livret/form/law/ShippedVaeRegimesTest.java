package fr.livret.form.law;

import static fr.livret.form.law.RegimeFixture.file;
import static fr.livret.form.law.RegimeFixture.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.Mark;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.vae.ExperienceKind;
import fr.livret.kernel.vae.QuotaRule;
import fr.livret.kernel.vae.SilenceRule;
import fr.livret.kernel.vae.SilenceRule.CountsFrom;
import fr.livret.kernel.vae.VaeOutcome;
import fr.livret.kernel.vae.VaeRegime;
import fr.livret.kernel.vae.ValidityRule;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The three VAE regimes that come with the product, and a user's own beside them. */
class ShippedVaeRegimesTest {
  private static final VaeRegimes VAE = RegimeLibrary.load(Optional.empty()).vae();

  @Test
  void the_day_of_filing_chooses_the_regime() {
    assertThat(filedOn("2016-12-31")).isEqualTo("VAE-2002/1");
    assertThat(filedOn("2017-01-01")).isEqualTo("VAE-2017/1");
    assertThat(filedOn("2023-12-31")).isEqualTo("VAE-2017/1");
    assertThat(filedOn("2024-01-01")).isEqualTo("VAE-2024/1");
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> VAE.regime(new RegimeId("VAE-2002", 2)))
        .withMessage("no VAE regime VAE-2002/2; there are VAE-2002/1, VAE-2017/1, VAE-2024/1");
  }

  private static String filedOn(String day) {
    return VAE.filedOn(LocalDate.parse(day)).orElseThrow().id().text();
  }

  @Test
  void of_2002_three_years_are_asked_for_and_silence_refuses_from_the_filing() {
    VaeRegime regime = VAE.regime(new RegimeId("VAE-2002", 1));
    assertThat(regime.inForce()).isEqualTo(new DateRange(null, LocalDate.of(2016, 12, 31)));
    assertThat(regime.experience()).isEqualTo(Period.ofYears(3));
    assertThat(regime.silence())
        .isEqualTo(new SilenceRule(Period.ofMonths(2), CountsFrom.FILING, VaeOutcome.REFUSED));
    assertThat(regime.validity()).isEqualTo(new ValidityRule.FromNotification(Period.ofYears(1)));
    assertThat(regime.quota()).isEqualTo(new QuotaRule(1, 3, false));
    assertThat(seen(regime))
        .containsExactly(
            RuleName.VAE_EXPERIENCE,
            RuleName.VAE_EXPERIENCE_KINDS,
            RuleName.VAE_AUTHORITY,
            RuleName.VAE_SILENCE,
            RuleName.VAE_VALIDITY,
            RuleName.VAE_QUOTA);
  }

  @Test
  void of_2017_one_year_is_asked_for_and_silence_grants_from_the_complete_file() {
    VaeRegime regime = VAE.regime(new RegimeId("VAE-2017", 1));
    assertThat(regime.experience()).isEqualTo(Period.ofYears(1));
    assertThat(regime.silence())
        .isEqualTo(
            new SilenceRule(Period.ofMonths(2), CountsFrom.COMPLETENESS, VaeOutcome.GRANTED));
    assertThat(regime.validity()).isEqualTo(new ValidityRule.AsStated());
    assertThat(regime.quota()).isEqualTo(new QuotaRule(1, 3, false));
    assertThat(seen(regime)).isEmpty();
  }

  @Test
  void of_2024_no_experience_is_asked_for_and_there_are_six_months_to_start() {
    VaeRegime regime = VAE.regime(new RegimeId("VAE-2024", 1));
    assertThat(regime.experience()).isNull();
    assertThat(regime.silence())
        .isEqualTo(
            new SilenceRule(Period.ofMonths(2), CountsFrom.COMPLETENESS, VaeOutcome.GRANTED));
    assertThat(regime.validity()).isEqualTo(new ValidityRule.ToStart(Period.ofMonths(6)));
    assertThat(regime.quota()).isEqualTo(new QuotaRule(1, 3, true));
    assertThat(seen(regime))
        .containsExactly(
            RuleName.VAE_EXPERIENCE,
            RuleName.VAE_SILENCE,
            RuleName.VAE_QUOTA,
            RuleName.VAE_QUOTA_BLOCS);
  }

  private static List<RuleName> seen(VaeRegime regime) {
    return regime.bases().entrySet().stream()
        .filter(rule -> rule.getKey().scope() == RuleName.Scope.VAE)
        .filter(rule -> rule.getValue().mark() == Mark.SEEN)
        .map(rule -> rule.getKey())
        .toList();
  }

  @Test
  void employed_self_employed_and_voluntary_experience_counts_and_training_does_not() {
    for (VaeRegime regime : VAE.all()) {
      assertThat(regime.counting())
          .containsExactlyInAnyOrder(
              ExperienceKind.EMPLOYED, ExperienceKind.SELF_EMPLOYED, ExperienceKind.VOLUNTARY);
    }
  }

  @Test
  void a_text_that_was_seen_is_quoted_and_a_reading_says_that_it_is_one() {
    for (VaeRegime regime : VAE.all()) {
      regime
          .bases()
          .forEach((rule, basis) -> {
            if (rule.scope() == RuleName.Scope.VAE) {
              checkMark(basis);
            }
          });
    }
  }

  private static void checkMark(LegalBasis basis) {
    switch (basis.mark()) {
      case SEEN -> assertThat(basis.citation()).as(basis.rule()).startsWith("«").endsWith("»");
      case SECONDARY ->
          assertThat(basis.citation())
              .as(basis.rule())
              .startsWith("D'après des sources secondaires");
      case READING ->
          assertThat(basis.source() + basis.citation()).as(basis.rule()).contains("Notre lecture");
    }
  }

  @Test
  void a_rule_is_found_by_its_full_name_whatever_it_governs() {
    RegimeLibrary library = RegimeLibrary.load(Optional.empty());
    assertThat(library.basis("VAE-2002/1#vae.silence").orElseThrow().source())
        .isEqualTo("Arrêté du 9 mars 2006, art. 4");
    assertThat(library.basis("TP-2006/1#window.length")).isPresent();
    assertThat(library.basis("TP-2038/1#window.length")).isEmpty();
  }

  @Test
  void a_new_edition_of_the_user_governs_what_is_filed_from_then_on() {
    VaeRegimes own =
        library(shipped("VAE-2024"), edition(shipped("VAE-2024"), 2).replace("P6M", "P9M"));
    VaeRegime newest = own.filedOn(LocalDate.of(2024, 1, 1)).orElseThrow();
    assertThat(newest.id()).isEqualTo(new RegimeId("VAE-2024", 2));
    assertThat(newest.validity()).isEqualTo(new ValidityRule.ToStart(Period.ofMonths(9)));
    assertThat(own.regime(new RegimeId("VAE-2024", 1)).validity())
        .isEqualTo(new ValidityRule.ToStart(Period.ofMonths(6)));
  }

  @Test
  void two_regimes_for_one_day_of_filing_are_refused() {
    String other = shipped("VAE-2024").replace("code: VAE-2024", "code: VAE-2025");
    assertThat(problems(shipped("VAE-2024"), other))
        .containsExactly("governs days of filing that VAE-2024/1 governs too, by 0.yaml");
  }

  @Test
  void what_cannot_be_applied_is_refused_at_its_line() {
    String law = shipped("VAE-2024");
    assertThat(problems(law.replace("value: RESTARTS", "value: RECORDED_ONLY")))
        .containsExactly(
            "must be RESTARTS, the only reading that can be applied, not RECORDED_ONLY");
    assertThat(problems(law.replace("effect: GRANTED", "effect: MAYBE")))
        .containsExactly("must be one of GRANTED, REFUSED, not MAYBE");
    assertThat(problems(law.replace("  vae.use:", "  window.length:")))
        .contains("is a rule of capitalisation regimes, not of a VAE regime", "is missing");
    assertThat(problems(shipped("TP-2006").replace("  window.start:", "  vae.use:")))
        .contains("is a rule of VAE regimes, not of a capitalisation regime", "is missing");
  }

  private static VaeRegimes library(String... laws) {
    return RegimeLibrary.of(files(laws)).vae();
  }

  private static List<String> problems(String... laws) {
    return RegimeFixture.problems(files(laws)).stream().map(Problem::message).toList();
  }

  private static List<LawFolder.LawFile> files(String... laws) {
    List<LawFolder.LawFile> files = new ArrayList<>();
    files.add(file("COMMON.yaml", shipped("COMMON")));
    for (int i = 0; i < laws.length; i++) {
      files.add(file(i + ".yaml", laws[i]));
    }
    return files;
  }

  private static String edition(String law, int edition) {
    return law.replace("edition: 1", "edition: " + edition);
  }
}
