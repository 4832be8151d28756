package fr.livret.kernel.path;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Target;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.law.WindowRule;
import fr.livret.kernel.law.WindowRule.Expiry;
import fr.livret.kernel.law.WindowRule.GraceWhen;
import fr.livret.kernel.path.Window.Holding;
import fr.livret.kernel.path.Window.Lapse;
import fr.livret.kernel.path.Window.Limit;
import fr.livret.kernel.path.Window.State;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of the five years. The window is derived from the facts that stand as of a day,
 * walked in the order of their own dates: an expired window makes its oldest CCPs lapse and slides
 * to the next ones, until its target is met or no CCP is left.
 *
 * <p>Source: code de l'éducation, R338-5; arrêté du 9 mars 2006; the parameters are the regime's.
 */
public final class CapitalisationWindow {
  private final LocalDate asOf;
  private final LocalDate decidedBy;
  private final PathLaw law;
  private final PathFacts facts;
  private final List<Obtaining> counting = new ArrayList<>();
  private final List<Lapse> lapses = new ArrayList<>();
  private @Nullable LocalDate fulfilledOn;

  private CapitalisationWindow(LocalDate asOf, LocalDate decidedBy, PathFacts facts, PathLaw law) {
    this.asOf = asOf;
    this.decidedBy = decidedBy;
    this.facts = facts;
    this.law = law;
  }

  /** The window as of that day, by the facts dated up to it. */
  public static Window asOf(LocalDate day, PathFacts facts, PathLaw law) {
    return new CapitalisationWindow(day, day, facts, law).derive();
  }

  /**
   * The window as of that day, as it is seen on another: what is decided by then on the title's
   * validity has effect, so that a decision on a fact agrees with what follows from the fact.
   */
  static Window seenOn(LocalDate decidedBy, LocalDate day, PathFacts facts, PathLaw law) {
    return new CapitalisationWindow(day, decidedBy, facts, law).derive();
  }

  /** Every limit of a window anchored on that day, by what was decided up to another day. */
  static List<Limit> limits(LocalDate anchor, LocalDate decidedBy, PathFacts facts, PathLaw law) {
    CapitalisationRegime regime = law.regime();
    List<Limit> limits = new ArrayList<>();
    regime
        .windowRule()
        .ifPresent(rule -> {
          limits.add(limit(LimitRule.FIVE_YEARS, anchor.plus(rule.length()), regime));
          if (rule.endsWithValidity()) {
            validity(facts, law)
                .endAsDecidedBy(decidedBy)
                .ifPresent(end -> limits.add(endOfValidity(end, rule, regime)));
          }
        });
    return limits;
  }

  /** The last day on which a fact of the path may lie; empty while no end is known. */
  static Optional<LocalDate> lastDayForFacts(LocalDate today, PathFacts facts, PathLaw law) {
    return validity(facts, law)
        .endAsDecidedBy(today)
        .map(end ->
            law.regime()
                .windowRule()
                .filter(rule -> grace(end, rule))
                .map(rule -> end.lastDay().plus(rule.grace()))
                .orElse(end.lastDay()));
  }

  private static Validity validity(PathFacts facts, PathLaw law) {
    return new Validity(law.referentiel().validity(), facts.validityChanges());
  }

  private static boolean grace(Validity.End end, WindowRule rule) {
    return rule.graceWhen() == GraceWhen.ALWAYS
        || (rule.graceWhen() == GraceWhen.ON_CLOSURE && end.closed());
  }

  private static Limit endOfValidity(
      Validity.End end, WindowRule rule, CapitalisationRegime regime) {
    LimitRule name = end.closed() ? LimitRule.TITLE_CLOSURE : LimitRule.TITLE_VALIDITY;
    LocalDate lastDay = grace(end, rule) ? end.lastDay().plus(rule.grace()) : end.lastDay();
    return limit(name, lastDay, regime);
  }

  private static Limit limit(LimitRule rule, LocalDate lastDay, CapitalisationRegime regime) {
    return new Limit(rule, lastDay, regime.basis(rule.rule()));
  }

  private Window derive() {
    List<Obtaining> standing = facts.standingOn(asOf);
    Optional<PathFacts.Award> title = facts.titleBy(asOf);
    for (int next = 0; next < standing.size(); ) {
      LocalDate day = standing.get(next).obtainedOn();
      if (title.isPresent() && title.get().heldOn().isBefore(day)) {
        break;
      }
      lapseBefore(day);
      for (; next < standing.size() && standing.get(next).obtainedOn().equals(day); next++) {
        counting.add(standing.get(next));
      }
      fulfilByCcps(day);
    }
    title.ifPresent(award -> fulfilByTitle(award.heldOn(), standing));
    lapseBefore(asOf);
    return result(title.orElse(null));
  }

  private void fulfilByCcps(LocalDate day) {
    boolean allCcps = law.regime().target() == Target.ALL_CCPS;
    if (fulfilledOn == null && allCcps && held().containsAll(law.referentiel().ccpCodes())) {
      fulfilledOn = day;
    }
  }

  private void fulfilByTitle(LocalDate heldOn, List<Obtaining> standing) {
    lapseBefore(heldOn);
    if (fulfilledOn == null) {
      fulfilledOn = heldOn;
    }
    standing.stream().filter(one -> one.obtainedOn().isAfter(heldOn)).forEach(counting::add);
  }

  /** Lets lapse whatever window ended before that day. */
  private void lapseBefore(LocalDate day) {
    Optional<WindowRule> rule = law.regime().windowRule();
    while (fulfilledOn == null && rule.isPresent() && !counting.isEmpty()) {
      WindowSpan span = span();
      if (!span.lastDay().isBefore(day)) {
        return;
      }
      boolean allLapse = rule.get().expiry() == Expiry.ALL_LAPSE;
      List<Obtaining> expired =
          counting.stream()
              .filter(one -> allLapse || one.obtainedOn().equals(span.anchor()))
              .toList();
      counting.removeAll(expired);
      for (Obtaining one : expired) {
        LocalDate lapsedOn = Days.later(span.lastDay().plusDays(1), one.obtainedOn());
        lapses.add(new Lapse(one.ccp(), one.obtainedOn(), lapsedOn, span));
      }
    }
  }

  private WindowSpan span() {
    LocalDate anchor = counting.getFirst().obtainedOn();
    Limit governing =
        limits(anchor, decidedBy, facts, law).stream()
            .min(Comparator.comparing(Limit::lastDay))
            .orElseThrow();
    return new WindowSpan(anchor, governing.lastDay(), governing.rule());
  }

  private Set<CcpCode> held() {
    return counting.stream().map(Obtaining::ccp).collect(Collectors.toSet());
  }

  private Window result(PathFacts.@Nullable Award title) {
    State state;
    @Nullable WindowSpan span = null;
    List<Limit> limits = List.of();
    if (fulfilledOn != null) {
      state = State.FULFILLED;
    } else if (law.regime().windowRule().isEmpty()) {
      state = State.UNLIMITED;
    } else if (counting.isEmpty()) {
      state = State.NONE;
    } else {
      state = State.OPEN;
      span = span();
      limits = limits(span.anchor(), decidedBy, facts, law);
    }
    return new Window(state, asOf, span, fulfilledOn, limits, holdings(title), lapses);
  }

  private List<Holding> holdings(PathFacts.@Nullable Award title) {
    List<Holding> holdings = new ArrayList<>();
    Set<CcpCode> held = new HashSet<>();
    for (Obtaining one : counting) {
      // A late fact can show that a CCP obtained anew had never lapsed: it is held once.
      if (held.add(one.ccp())) {
        holdings.add(new Holding(one.ccp(), one.obtainedOn(), false));
      }
    }
    if (title != null && title.restsOn() == RestsOn.SESSION && !title.withdrawnBy(asOf)) {
      for (CcpCode ccp : law.referentiel().ccpCodes()) {
        if (!held.contains(ccp)) {
          holdings.add(new Holding(ccp, title.heldOn(), true));
        }
      }
    }
    return holdings;
  }
}
