package fr.livret.kernel.vae;

import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Reckoning;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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

  /** The last day for an answer, counted from that day. */
  public Reckoning lastDayToAnswer(LocalDate from) {
    Anchor.Kind kind =
        switch (silence.from()) {
          case FILING -> Anchor.Kind.APPLICATION_FILED;
          case COMPLETENESS -> Anchor.Kind.FILE_COMPLETE;
        };
    return Reckoning.from(Anchor.of(kind, from), basis(RuleName.VAE_SILENCE))
        .plus(silence.after(), basis(RuleName.VAE_SILENCE), basis(RuleName.VAE_COUNTING));
  }

  /** The day on which silence has its effect, after that last day. */
  public Reckoning silenceAfter(Reckoning lastDay) {
    return lastDay.next(basis(RuleName.VAE_COUNTING));
  }

  /** The day a recevabilité counts from that a decision granted. */
  public Reckoning notified(LocalDate on) {
    return Reckoning.from(
        Anchor.of(Anchor.Kind.DECISION_NOTIFIED, on), basis(RuleName.VAE_VALIDITY));
  }

  /** The day a recevabilité counts from that silence granted. */
  public Reckoning granted(Reckoning silence) {
    return silence.deemed(basis(RuleName.VAE_IMPLICIT_GRANT));
  }

  /**
   * The last day on which a first session may be held on a recevabilité; empty where none is known.
   *
   * @param notified the day it counts from
   * @param stated as its notification states it
   */
  public Optional<Reckoning> validThrough(Reckoning notified, @Nullable LocalDate stated) {
    return switch (validity) {
      case ValidityRule.FromNotification(var length) -> Optional.of(later(notified, length));
      case ValidityRule.AsStated() ->
          Optional.ofNullable(stated)
              .map(day ->
                  Reckoning.from(
                      Anchor.of(Anchor.Kind.RECEVABILITE_STATED, day),
                      basis(RuleName.VAE_VALIDITY)));
      case ValidityRule.ToStart _ -> Optional.empty();
    };
  }

  /** The last day on which a path may be opened on a recevabilité, where that alone is limited. */
  public Optional<Reckoning> startBy(Reckoning notified) {
    return switch (validity) {
      case ValidityRule.ToStart(var within) -> Optional.of(later(notified, within));
      case ValidityRule.FromNotification _, ValidityRule.AsStated _ -> Optional.empty();
    };
  }

  private Reckoning later(Reckoning notified, Period length) {
    return notified.plus(length, basis(RuleName.VAE_VALIDITY), basis(RuleName.VAE_COUNTING));
  }

  /** The day on which a recevabilité is no longer valid that was not used by its last day. */
  public Reckoning unusedAfter(Reckoning lastDay) {
    return lastDay.next(basis(RuleName.VAE_USE));
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
