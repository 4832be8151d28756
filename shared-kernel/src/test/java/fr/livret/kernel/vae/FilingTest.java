package fr.livret.kernel.vae;

import static fr.livret.kernel.vae.Dossier.CANDIDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.Regimes;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Referentiel;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.Referentiels;
import fr.livret.kernel.referentiel.ValidityChange;
import fr.livret.kernel.vae.VaeRegisterCommand.FileVaeApplication;
import fr.livret.kernel.vae.VaeRegisterDecider.Filing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whether an application may be filed: its title, its experience, its place in the quota. */
class FilingTest {
  private static final List<ExperiencePeriod> ENOUGH =
      List.of(employed("2000-01-01", "2006-12-31"));

  /** The register of one candidate, as filings come. */
  private static final class Register {
    private VaeRegisterState state = new VaeRegisterState.NothingFiled();
    private int number;

    Register files(VaeRegime regime, String certification, String on, String... blocs) {
      Filing filing = decide(regime, certification, on, blocs);
      state = VaeRegisterState.evolve(state, filing.counted());
      return this;
    }

    Filing decide(VaeRegime regime, String certification, String on, String... blocs) {
      number++;
      return VaeRegisterDecider.decide(
          filing(number, certification, on, ENOUGH, blocs), state, law(regime, certification));
    }

    Refusal refused(VaeRegime regime, String certification, String on, String... blocs) {
      Refusal refusal =
          catchThrowableOfType(Refusal.class, () -> decide(regime, certification, on, blocs));
      assertThat(refusal).as("a refusal").isNotNull();
      return refusal;
    }
  }

  @Test
  void one_file_for_a_title_in_a_civil_year_and_another_in_the_next() {
    Register register = new Register().files(VaeRegimes.VAE_2024, "AMIS-2023", "2025-02-01");
    Refusal refusal = register.refused(VaeRegimes.VAE_2024, "AMIS-2023", "2025-12-31");
    assertThat(refusal.code()).isEqualTo(Refused.QUOTA_CERTIFICATION);
    assertThat(refusal.facts()).containsEntry("year", 2025).containsEntry("allowed", 1);
    assertThat(refusal.basis().orElseThrow().rule()).isEqualTo("VAE-2024/1#vae.quota");
    register.files(VaeRegimes.VAE_2024, "AMIS-2023", "2026-01-01");
  }

  @Test
  void of_2002_the_same() {
    Register register = new Register().files(VaeRegimes.VAE_2002, "TMS-2004", "2008-02-01");
    assertThat(register.refused(VaeRegimes.VAE_2002, "TMS-2004", "2008-11-30").code())
        .isEqualTo(Refused.QUOTA_CERTIFICATION);
    register.files(VaeRegimes.VAE_2002, "TMS-2004", "2007-12-31");
  }

  @Test
  void three_files_in_a_civil_year_and_no_fourth() {
    Register register =
        new Register()
            .files(VaeRegimes.VAE_2024, "A", "2025-02-01")
            .files(VaeRegimes.VAE_2024, "B", "2025-03-01")
            .files(VaeRegimes.VAE_2024, "C", "2025-04-01");
    Refusal refusal = register.refused(VaeRegimes.VAE_2024, "D", "2025-12-31");
    assertThat(refusal.code()).isEqualTo(Refused.QUOTA_TOTAL);
    assertThat(refusal.facts())
        .containsEntry("filed", List.of("A 2025-02-01", "B 2025-03-01", "C 2025-04-01"));
    register.files(VaeRegimes.VAE_2024, "D", "2026-01-01");
  }

  @Test
  void of_2024_files_for_blocs_are_neither_counted_nor_limited() {
    new Register()
        .files(VaeRegimes.VAE_2024, "A", "2025-02-01", "CCP1")
        .files(VaeRegimes.VAE_2024, "A", "2025-02-02", "CCP2")
        .files(VaeRegimes.VAE_2024, "A", "2025-02-03", "CCP3")
        .files(VaeRegimes.VAE_2024, "A", "2025-02-04", "CCP1")
        .files(VaeRegimes.VAE_2024, "A", "2025-02-05")
        .files(VaeRegimes.VAE_2024, "A", "2025-02-06", "CCP1");
  }

  @Test
  void before_2024_files_for_blocs_count_as_any_other() {
    Register register = new Register().files(VaeRegimes.VAE_2017, "A", "2018-02-01", "CCP1");
    assertThat(register.refused(VaeRegimes.VAE_2017, "A", "2018-02-02", "CCP2").code())
        .isEqualTo(Refused.QUOTA_CERTIFICATION);
  }

  @Test
  void experience_too_short_is_refused_with_what_counts() {
    Refusal refusal =
        refused(
            VaeRegimes.VAE_2002,
            "2010-01-07",
            employed("2007-01-08", "2009-12-31"),
            period("2010-01-01", "2010-01-07", ExperienceKind.TRAINING));
    assertThat(refusal.code()).isEqualTo(Refused.EXPERIENCE_TOO_SHORT);
    assertThat(refusal.facts())
        .containsEntry("counted", "2 years 11 months 24 days")
        .containsEntry("countedPeriod", "P2Y11M24D")
        .containsEntry("required", "3 years 0 months 0 days");
    assertThat(
            filed(VaeRegimes.VAE_2002, "2010-01-07", employed("2007-01-08", "2010-01-07"))
                .filed()
                .counted()
                .length())
        .hasToString("P3Y");
  }

  @Test
  void of_2017_one_year_is_enough_and_of_2024_none_is_asked_for() {
    assertThat(
            refused(VaeRegimes.VAE_2017, "2018-06-01", employed("2017-05-01", "2018-04-29")).code())
        .isEqualTo(Refused.EXPERIENCE_TOO_SHORT);
    filed(VaeRegimes.VAE_2017, "2018-06-01", employed("2017-05-01", "2018-04-30"));
    filed(VaeRegimes.VAE_2024, "2024-06-01");
  }

  @Test
  void experience_is_counted_through_the_day_of_filing() {
    assertThat(
            refused(VaeRegimes.VAE_2017, "2018-06-01", employed("2016-05-01", "2018-06-02"))
                .facts())
        .containsEntry("field", "experience[0]");
    assertThat(
            refused(VaeRegimes.VAE_2017, "2018-06-01", employed("2018-05-01", "2018-04-01")).code())
        .isEqualTo(Refused.DATES_OUT_OF_ORDER);
    filed(VaeRegimes.VAE_2017, "2018-06-01", employed("2016-05-01", "2018-06-01"));
  }

  @Test
  void a_filing_is_of_the_past_within_the_validity_of_its_title_and_for_its_ccps() {
    VaeLaw law = new VaeLaw(VaeRegimes.VAE_2024, Regimes.TP_2016, Referentiels.AMIS_2023, 1);
    assertThat(code(filing(1, "AMIS-2023", "2200-01-01", ENOUGH), law))
        .isEqualTo(Refused.DATE_IN_FUTURE);
    assertThat(code(filing(1, "AMIS-2023", "2023-07-16", ENOUGH), law))
        .isEqualTo(Refused.OUTSIDE_VALIDITY);
    assertThat(code(filing(1, "AMIS-2023", "2028-07-03", ENOUGH), law))
        .isEqualTo(Refused.OUTSIDE_VALIDITY);
    assertThat(code(filing(1, "AMIS-2023", "2024-07-16", ENOUGH, "CCP9"), law))
        .isEqualTo(Refused.CCP_UNKNOWN);
    VaeRegisterDecider.decide(
        filing(1, "AMIS-2023", "2028-07-02", ENOUGH), new VaeRegisterState.NothingFiled(), law);
  }

  @Test
  void of_a_closed_title_a_filing_is_in_time_in_the_year_its_regime_grants() {
    VaeLaw law = new VaeLaw(VaeRegimes.VAE_2024, Regimes.TP_2016, Referentiels.AMIS_2023, 1);
    VaeRegisterDecider.decide(
        ofClosedTitle("2029-07-02"), new VaeRegisterState.NothingFiled(), law);
    Refusal late =
        catchThrowableOfType(
            Refusal.class,
            () ->
                VaeRegisterDecider.decide(
                    ofClosedTitle("2029-07-03"), new VaeRegisterState.NothingFiled(), law));
    assertThat(late.facts()).containsEntry("validThrough", LocalDate.of(2029, 7, 2));
  }

  private static FileVaeApplication ofClosedTitle(String on) {
    FileVaeApplication filing = filing(1, "AMIS-2023", on, ENOUGH);
    return new FileVaeApplication(
        filing.candidate(),
        filing.application(),
        filing.certification(),
        filing.certificationVersion(),
        filing.filedOn(),
        filing.blocs(),
        filing.experience(),
        List.of(new ValidityChange.Closure(LocalDate.of(2028, 6, 1), "JO")),
        filing.today());
  }

  private static Refused code(FileVaeApplication filing, VaeLaw law) {
    return catchThrowableOfType(
            Refusal.class,
            () -> VaeRegisterDecider.decide(filing, new VaeRegisterState.NothingFiled(), law))
        .code();
  }

  private static Filing filed(VaeRegime regime, String on, ExperiencePeriod... experience) {
    return VaeRegisterDecider.decide(
        filing(1, "A", on, List.of(experience)),
        new VaeRegisterState.NothingFiled(),
        law(regime, "A"));
  }

  private static Refusal refused(VaeRegime regime, String on, ExperiencePeriod... experience) {
    return catchThrowableOfType(Refusal.class, () -> filed(regime, on, experience));
  }

  private static FileVaeApplication filing(
      int number,
      String certification,
      String on,
      List<ExperiencePeriod> experience,
      String... blocs) {
    return new FileVaeApplication(
        CANDIDATE,
        new VaeApplicationId(new UUID(1, number)),
        new ReferentielCode(certification),
        1,
        LocalDate.parse(on),
        Set.copyOf(List.of(blocs).stream().map(CcpCode::new).toList()),
        experience,
        List.of(),
        LocalDate.of(2030, 1, 1));
  }

  /** A title of that code, without bounds to its validity. */
  private static VaeLaw law(VaeRegime regime, String certification) {
    Referentiel of = Referentiels.AMIS_2023;
    Referentiel any =
        new Referentiel(
            new ReferentielCode(certification),
            of.title(),
            of.rncp(),
            of.level(),
            of.regime(),
            of.routes(),
            of.accesses(),
            of.ccps(),
            Map.of(),
            DateRange.OPEN,
            List.of(),
            List.of());
    return new VaeLaw(regime, Regimes.TP_2016, any, 1);
  }

  private static ExperiencePeriod employed(String from, String to) {
    return period(from, to, ExperienceKind.EMPLOYED);
  }

  private static ExperiencePeriod period(String from, String to, ExperienceKind kind) {
    return new ExperiencePeriod(
        LocalDate.parse(from), LocalDate.parse(to), kind, null, BigDecimal.ONE, true);
  }
}
