package fr.livret.kernel.law;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How CCPs add up to a title: one dated, sourced rule set. A path pins one edition when it opens.
 *
 * @param id code and edition
 * @param title the texts it stands for, in French
 * @param inForce the days on which those texts were in force
 * @param window the capitalisation window; absent where validated blocs stay validated
 * @param target what must happen inside the window
 * @param granting who may grant a CCP, by route and day
 * @param partial the routes on which a jury that refuses the title may grant CCPs
 * @param titles what a title rests on, for each route
 * @param resit how often a candidate may sit again; absent where nothing limits it
 * @param ccsEvidence the elements a CCS decision rests on
 * @param sessions how sessions are prepared, and how juries decide
 * @param bases the legal basis of every rule, common ones included
 */
public record CapitalisationRegime(
    RegimeId id,
    String title,
    DateRange inForce,
    @Nullable WindowRule window,
    Target target,
    List<Granting> granting,
    Set<Route> partial,
    Map<Route, TitleRule> titles,
    @Nullable ResitRule resit,
    List<String> ccsEvidence,
    SessionRules sessions,
    Map<RuleName, LegalBasis> bases) {

  /**
   * Throws {@link IllegalArgumentException} when a rule or the title rule of a route is missing.
   */
  public CapitalisationRegime {
    granting = List.copyOf(granting);
    partial = partial.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(partial));
    titles = Map.copyOf(titles);
    ccsEvidence = List.copyOf(ccsEvidence);
    bases = Collections.unmodifiableMap(new EnumMap<>(bases));
    for (RuleName rule : RuleName.values()) {
      if (rule.scope() != RuleName.Scope.VAE && !bases.containsKey(rule)) {
        throw new IllegalArgumentException("rule " + rule.key() + " has no legal basis");
      }
    }
    for (Route route : Route.values()) {
      if (!titles.containsKey(route)) {
        throw new IllegalArgumentException("no title rule for route " + route);
      }
    }
  }

  /** The legal basis of a rule. */
  public LegalBasis basis(RuleName rule) {
    LegalBasis basis = bases.get(rule);
    if (basis == null) {
      throw new IllegalStateException("the constructor lets no rule pass without a basis");
    }
    return basis;
  }

  /** What a title rests on by this route. */
  public TitleRule titleRule(Route route) {
    TitleRule rule = titles.get(route);
    if (rule == null) {
      throw new IllegalStateException("the constructor lets no route pass without a title rule");
    }
    return rule;
  }

  /**
   * Who may grant a CCP on this route on this day; empty when nobody may outside a title session.
   */
  public List<Granting> grantingOn(LocalDate day, Route route) {
    return granting.stream()
        .filter(rule -> rule.routes().contains(route) && rule.days().contains(day))
        .toList();
  }

  /** The window, where the regime has one. */
  public Optional<WindowRule> windowRule() {
    return Optional.ofNullable(window);
  }

  /** How often a candidate may sit again, where that is limited. */
  public Optional<ResitRule> resitRule() {
    return Optional.ofNullable(resit);
  }

  /** A refusal with the legal basis this regime gives it. */
  public Refusal refuse(Refused code, Map<String, Object> facts) {
    return Refusal.of(code, facts, basis(code.rule()));
  }
}
