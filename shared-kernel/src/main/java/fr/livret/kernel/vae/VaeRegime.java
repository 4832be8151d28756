package fr.livret.kernel.vae;

import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.RuleName;
import java.time.Period;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an application for VAE is admitted: one dated, sourced rule set, pinned by the day of filing.
 *
 * @param id code and edition
 * @param title the texts it stands for, in French
 * @param inForce the days of filing it governs
 * @param experience how much experience is required; absent where none is
 * @param counting the kinds of experience that count
 * @param authority who decides, in French
 * @param silence what silence means
 * @param validity how long a recevabilité lasts
 * @param quota how many applications a year
 * @param bases the legal basis of every rule, common ones included
 */
public record VaeRegime(
    RegimeId id,
    String title,
    DateRange inForce,
    @Nullable Period experience,
    Set<ExperienceKind> counting,
    String authority,
    SilenceRule silence,
    ValidityRule validity,
    QuotaRule quota,
    Map<RuleName, LegalBasis> bases) {

  /** Throws {@link IllegalArgumentException} when a rule is missing. */
  public VaeRegime {
    counting = Set.copyOf(counting);
    bases = Collections.unmodifiableMap(new EnumMap<>(bases));
    for (RuleName rule : RuleName.values()) {
      if (rule.scope() != RuleName.Scope.CAPITALISATION && !bases.containsKey(rule)) {
        throw new IllegalArgumentException("rule " + rule.key() + " has no legal basis");
      }
    }
  }

  /** The legal basis of a rule. */
  public LegalBasis basis(RuleName rule) {
    LegalBasis basis = bases.get(rule);
    if (basis == null) {
      throw new IllegalArgumentException(rule.key() + " is no rule of a VAE regime");
    }
    return basis;
  }

  /** The full name of a rule, as in {@code VAE-2002/1#vae.silence}. */
  public String rule(RuleName rule) {
    return basis(rule).rule();
  }

  /** A refusal with the legal basis this regime gives it. */
  public Refusal refuse(Refused code, Map<String, Object> facts) {
    return Refusal.of(code, facts, basis(code.rule()));
  }
}
