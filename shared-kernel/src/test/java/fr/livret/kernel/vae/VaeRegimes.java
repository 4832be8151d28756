package fr.livret.kernel.vae;

import static fr.livret.kernel.vae.ExperienceKind.EMPLOYED;
import static fr.livret.kernel.vae.ExperienceKind.SELF_EMPLOYED;
import static fr.livret.kernel.vae.ExperienceKind.VOLUNTARY;

import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.Mark;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.vae.SilenceRule.CountsFrom;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The three VAE regimes. */
public final class VaeRegimes {
  private static final Period TWO_MONTHS = Period.ofMonths(2);

  /** Filed through 2016: three years, silence refuses. */
  public static final VaeRegime VAE_2002 =
      regime(
          "VAE-2002",
          new DateRange(null, LocalDate.of(2016, 12, 31)),
          Period.ofYears(3),
          new SilenceRule(TWO_MONTHS, CountsFrom.FILING, VaeOutcome.REFUSED),
          new ValidityRule.FromNotification(Period.ofYears(1)),
          false);

  /** Filed from 2017 through 2023: one year, silence grants. */
  public static final VaeRegime VAE_2017 =
      regime(
          "VAE-2017",
          new DateRange(LocalDate.of(2017, 1, 1), LocalDate.of(2023, 12, 31)),
          Period.ofYears(1),
          new SilenceRule(TWO_MONTHS, CountsFrom.COMPLETENESS, VaeOutcome.GRANTED),
          new ValidityRule.AsStated(),
          false);

  /** Filed from 2024 on: no experience asked for, silence grants, six months to start. */
  public static final VaeRegime VAE_2024 =
      regime(
          "VAE-2024",
          new DateRange(LocalDate.of(2024, 1, 1), null),
          null,
          new SilenceRule(TWO_MONTHS, CountsFrom.COMPLETENESS, VaeOutcome.GRANTED),
          new ValidityRule.ToStart(Period.ofMonths(6)),
          true);

  private VaeRegimes() {}

  private static VaeRegime regime(
      String code,
      DateRange inForce,
      @Nullable Period experience,
      SilenceRule silence,
      ValidityRule validity,
      boolean blocsExempt) {
    Map<RuleName, LegalBasis> bases = new EnumMap<>(RuleName.class);
    for (RuleName rule : RuleName.values()) {
      String name = code + "/1#" + rule.key();
      bases.put(rule, new LegalBasis(name, "source", "citation", Mark.READING, "test"));
    }
    return new VaeRegime(
        new RegimeId(code, 1),
        code,
        inForce,
        experience,
        Set.of(EMPLOYED, SELF_EMPLOYED, VOLUNTARY),
        "DIRECCTE",
        silence,
        validity,
        new QuotaRule(1, 3, blocsExempt),
        bases);
  }
}
