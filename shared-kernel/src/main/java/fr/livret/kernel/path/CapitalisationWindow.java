package fr.livret.kernel.path;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.law.Target;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.law.WindowRule;
import fr.livret.kernel.law.WindowRule.Expiry;
import fr.livret.kernel.path.Window.Holding;
import fr.livret.kernel.path.Window.Lapse;
import fr.livret.kernel.path.Window.Limit;
import fr.livret.kernel.path.Window.State;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Reckoning;
import fr.livret.kernel.proof.Step;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
  private @Nullable Reckoning fulfilment;
  private @Nullable Running lastRunning;

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
  static List<Limit> limits(Anchor anchor, LocalDate decidedBy, PathFacts facts, PathLaw law) {
    CapitalisationRegime regime = law.regime();
    List<Limit> limits = new ArrayList<>();
    regime
        .windowRule()
        .ifPresent(rule -> {
          Reckoning inFull =
              start(anchor, regime)
                  .plus(
                      rule.length(),
                      regime.basis(RuleName.WINDOW_LENGTH),
                      regime.basis(RuleName.WINDOW_COUNTING));
          limits.add(limit(LimitRule.FIVE_YEARS, inFull, regime));
          if (rule.endsWithValidity()) {
            validity(facts, law)
                .endAsDecidedBy(decidedBy)
                .ifPresent(end -> limits.add(endOfValidity(end, regime)));
          }
        });
    return limits;
  }

  /** The last day on which a fact of the path may lie; empty while no end is known. */
  static Optional<Reckoning> lastDayForFacts(LocalDate today, PathFacts facts, PathLaw law) {
    return validity(facts, law).lastDayForFacts(today, law.regime());
  }

  /** The day the running window counts from. */
  static Reckoning start(Anchor anchor, CapitalisationRegime regime) {
    return Reckoning.from(anchor, regime.basis(RuleName.WINDOW_START));
  }

  private static Validity validity(PathFacts facts, PathLaw law) {
    return new Validity(law.referentiel().validity(), facts.validityChanges());
  }

  private static Limit endOfValidity(Validity.End end, CapitalisationRegime regime) {
    LimitRule name = end.closed() ? LimitRule.TITLE_CLOSURE : LimitRule.TITLE_VALIDITY;
    return limit(name, end.withGrace(regime), regime);
  }

  private static Limit limit(LimitRule rule, Reckoning reckoning, CapitalisationRegime regime) {
    return new Limit(rule, reckoning, regime.basis(rule.rule()));
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
      fulfilByCcps();
    }
    title.ifPresent(award -> fulfilByTitle(award, standing));
    lapseBefore(asOf);
    return result(title.orElse(null));
  }

  private void fulfilByCcps() {
    boolean allCcps = law.regime().target() == Target.ALL_CCPS;
    boolean enough = counting.size() >= law.referentiel().ccps().size();
    if (fulfilment == null
        && allCcps
        && enough
        && held().containsAll(law.referentiel().ccpCodes())) {
      fulfilment = inTime(Reckoning.completed(firstOfEach(), basis(RuleName.WINDOW_TARGET)));
    }
  }

  private void fulfilByTitle(PathFacts.Award award, List<Obtaining> standing) {
    lapseBefore(award.heldOn());
    if (fulfilment == null) {
      fulfilment = inTime(Reckoning.from(award.anchor(), basis(RuleName.WINDOW_TARGET)));
    }
    standing.stream()
        .filter(one -> one.obtainedOn().isAfter(award.heldOn()))
        .forEach(counting::add);
  }

  /** Of each CCP that counts, the first time it was obtained. */
  private List<Anchor> firstOfEach() {
    Map<CcpCode, Anchor> first = new TreeMap<>();
    counting.forEach(one -> first.putIfAbsent(one.ccp(), one.anchor()));
    return List.copyOf(first.values());
  }

  /** What is met lies in the window that runs, if one does. */
  private Reckoning inTime(Reckoning met) {
    return law.regime().windowRule().isEmpty() || counting.isEmpty()
        ? met
        : met.within(running().span().lastDay(), basis(RuleName.WINDOW_COUNTING));
  }

  private LegalBasis basis(RuleName rule) {
    return law.regime().basis(rule);
  }

  /** Lets lapse whatever window ended before that day. */
  private void lapseBefore(LocalDate day) {
    Optional<WindowRule> rule = law.regime().windowRule();
    while (fulfilment == null && rule.isPresent() && !counting.isEmpty()) {
      Running running = running();
      WindowSpan span = running.span();
      if (!span.lastDay().isBefore(day)) {
        return;
      }
      boolean allLapse = rule.get().expiry() == Expiry.ALL_LAPSE;
      List<Obtaining> expired =
          counting.stream()
              .filter(one -> allLapse || one.obtainedOn().equals(span.anchor()))
              .toList();
      counting.removeAll(expired);
      expired.forEach(one -> lapses.add(lapse(one, running)));
    }
  }

  private Lapse lapse(Obtaining one, Running window) {
    LegalBasis expiry = basis(RuleName.WINDOW_EXPIRY);
    Reckoning dayAfter = window.ending().next(expiry);
    return new Lapse(
        one.ccp(),
        one.obtainedOn(),
        window.span(),
        one.obtainedOn().isAfter(dayAfter.day())
            ? dayAfter.notBefore(one.anchor(), expiry)
            : dayAfter);
  }

  /**
   * The window that runs.
   *
   * @param oldest the CCP it counts from
   * @param ending how its last day was worked out
   */
  private record Running(Obtaining oldest, WindowSpan span, List<Limit> limits, Reckoning ending) {}

  /** It is another one only once its oldest CCP is another. */
  private Running running() {
    Obtaining oldest = counting.getFirst();
    Running last = lastRunning;
    if (last == null || !last.oldest().equals(oldest)) {
      last = runningFrom(oldest);
      lastRunning = last;
    }
    return last;
  }

  private Running runningFrom(Obtaining oldest) {
    List<Limit> limits = limits(oldest.anchor(), decidedBy, facts, law);
    Limit governing = limits.stream().min(Comparator.comparing(Limit::lastDay)).orElseThrow();
    Reckoning ending =
        limits.size() == 1
            ? governing.reckoning()
            : governing.reckoning().earliest(bounds(limits), basis(RuleName.WINDOW_LENGTH));
    return new Running(
        oldest,
        new WindowSpan(oldest.obtainedOn(), ending.day(), governing.rule()),
        limits,
        ending);
  }

  private static List<Step.Bound> bounds(List<Limit> limits) {
    return limits.stream().map(one -> new Step.Bound(one.rule().name(), one.lastDay())).toList();
  }

  private Set<CcpCode> held() {
    return counting.stream().map(Obtaining::ccp).collect(Collectors.toSet());
  }

  private Window result(PathFacts.@Nullable Award title) {
    State state;
    @Nullable Running running = null;
    if (fulfilment != null) {
      state = State.FULFILLED;
    } else if (law.regime().windowRule().isEmpty()) {
      state = State.UNLIMITED;
    } else if (counting.isEmpty()) {
      state = State.NONE;
    } else {
      state = State.OPEN;
      running = running();
    }
    return new Window(
        state,
        asOf,
        running == null ? null : running.span(),
        running == null ? null : running.ending(),
        fulfilment,
        running == null ? List.of() : running.limits(),
        holdings(title),
        lapses);
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
