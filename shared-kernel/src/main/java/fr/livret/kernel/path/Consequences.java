package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.path.Announced.LapseKey;
import fr.livret.kernel.path.PathEvent.CcpLapsed;
import fr.livret.kernel.path.PathEvent.LapseReversed;
import fr.livret.kernel.path.PathEvent.TitleCalledIntoQuestion;
import fr.livret.kernel.path.PathEvent.WindowClosed;
import fr.livret.kernel.path.PathEvent.WindowFulfilled;
import fr.livret.kernel.path.PathEvent.WindowMoved;
import fr.livret.kernel.path.PathEvent.WindowOpened;
import fr.livret.kernel.path.ReviewEvent.CcsCalledIntoQuestion;
import fr.livret.kernel.path.Window.Lapse;
import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What follows for the window from facts just added, or from a day that came: the difference
 * between what is derived now and what was announced before, each as an event naming its cause.
 */
final class Consequences {
  private final PathFile before;
  private final PathFile file;
  private final Cause fact;
  private final PathLaw law;
  private final Window window;
  private final PathLaw lawBefore;
  private @Nullable Window withoutTheFact;
  private final List<PathEvent> events = new ArrayList<>();

  private Consequences(
      PathFile before, PathLaw lawBefore, PathFile file, LocalDate today, Cause fact, PathLaw law) {
    this.before = before;
    this.file = file;
    this.fact = fact;
    this.law = law;
    // Never earlier than a day already spoken of: a clock set back announces nothing.
    LocalDate day = Days.later(today, file.announced().day());
    this.window = CapitalisationWindow.asOf(day, file.facts(), law);
    this.lawBefore = lawBefore;
  }

  /** The window as of the same day if the fact were not; asked for only where something follows. */
  private Window withoutTheFact() {
    Window without = withoutTheFact;
    if (without == null) {
      without = CapitalisationWindow.asOf(window.asOf(), before.facts(), lawBefore);
      withoutTheFact = without;
    }
    return without;
  }

  /** The facts, and the events that follow from them and from the days passed since. */
  static List<PathEvent> following(
      List<PathEvent> facts, PathFile file, LocalDate today, Cause cause, PathLaw law) {
    return following(facts, file, law, today, cause, law);
  }

  /** The same, where the facts bring the path under another law. */
  static List<PathEvent> following(
      List<PathEvent> facts,
      PathFile file,
      PathLaw lawBefore,
      LocalDate today,
      Cause cause,
      PathLaw law) {
    PathFile after = file;
    for (PathEvent event : facts) {
      after = after.evolve(event);
    }
    List<PathEvent> events = new ArrayList<>(facts);
    events.addAll(new Consequences(file, lawBefore, after, today, cause, law).all());
    return events;
  }

  /** A fact that changes nothing of the window, and what the days passed since bring about. */
  static List<PathEvent> alongWith(PathEvent fact, PathFile file, LocalDate today, PathLaw law) {
    Cause day = Cause.of(Cause.Kind.DAY_PASSED, today, null);
    return following(List.of(fact), file, today, day, law);
  }

  /** The events that follow from the mere passing of days. */
  static List<PathEvent> ofTheDay(PathFile file, LocalDate today, PathLaw law) {
    Cause day = Cause.of(Cause.Kind.DAY_PASSED, today, null);
    return new Consequences(file, law, file, today, day, law).all();
  }

  private List<PathEvent> all() {
    reversals();
    lapses();
    span();
    question();
    specialisations();
    return events;
  }

  /** What the passing of days alone would have brought about is not put down to the fact. */
  private Cause cause(boolean anyway, LocalDate dayPassed) {
    return anyway ? Cause.of(Cause.Kind.DAY_PASSED, dayPassed, null) : fact;
  }

  private void reversals() {
    Set<LapseKey> derived = keys(window);
    file.announced().lapses().stream()
        .filter(lapse -> !derived.contains(lapse))
        .sorted(Comparator.comparing(LapseKey::lapsedOn).thenComparing(LapseKey::ccp))
        .forEach(lapse ->
            events.add(
                new LapseReversed(
                    file.pins().path(), lapse.ccp(), lapse.obtainedOn(), lapse.lapsedOn(), fact)));
  }

  private void lapses() {
    for (Lapse lapse : window.lapses()) {
      LapseKey key = LapseKey.of(lapse);
      if (!file.announced().lapses().contains(key)) {
        events.add(
            new CcpLapsed(
                file.pins().path(),
                lapse.ccp(),
                lapse.obtainedOn(),
                lapse.lapsedOn(),
                lapse.window(),
                rule(lapse.window().governedBy().rule()),
                cause(keys(withoutTheFact()).contains(key), lapse.lapsedOn())));
      }
    }
  }

  private void span() {
    PathId path = file.pins().path();
    Optional<WindowSpan> spanBefore = Optional.ofNullable(file.announced().span());
    Optional<LocalDate> fulfilledBefore = Optional.ofNullable(file.announced().fulfilledOn());
    Optional<LocalDate> fulfilled = Optional.ofNullable(window.fulfilledOn());
    if (fulfilled.isPresent()) {
      if (!fulfilled.equals(fulfilledBefore)) {
        String rule = rule(RuleName.WINDOW_TARGET);
        events.add(new WindowFulfilled(path, fulfilled.get(), rule, causeOfSpan()));
      }
    } else if (window.running().isPresent()) {
      WindowSpan now = window.running().get();
      String rule = rule(now.governedBy().rule());
      if (spanBefore.isEmpty()) {
        events.add(new WindowOpened(path, now, rule, causeOfSpan()));
      } else if (!spanBefore.get().equals(now)) {
        events.add(new WindowMoved(path, spanBefore.get(), now, rule, causeOfSpan()));
      }
    } else if (spanBefore.isPresent() || fulfilledBefore.isPresent()) {
      events.add(new WindowClosed(path, causeOfSpan()));
    }
  }

  private Cause causeOfSpan() {
    Window without = withoutTheFact();
    return cause(
        window.running().equals(without.running())
            && Objects.equals(window.fulfilledOn(), without.fulfilledOn()),
        lastLapse());
  }

  /** A title already awarded is never withdrawn by what is learned since: an officer decides. */
  private void question() {
    List<CcpCode> missing = missingUnderTitle(file, window);
    if (!missing.isEmpty() && !missing.equals(missingUnderTitle(before, withoutTheFact()))) {
      events.add(new TitleCalledIntoQuestion(file.pins().path(), Set.copyOf(missing), fact));
    }
  }

  /** A CCS presupposes its title: without it, an officer decides what becomes of the CCS. */
  private void specialisations() {
    Set<String> now = withoutTitle(file);
    if (!now.isEmpty() && !now.equals(withoutTitle(before))) {
      events.add(new CcsCalledIntoQuestion(file.pins().path(), now, fact));
    }
  }

  private Set<String> withoutTitle(PathFile path) {
    return path.facts().titleHeldOn(window.asOf()).isPresent()
        ? Set.of()
        : path.facts().specialisations().stream()
            .map(PathFacts.Specialised::ccs)
            .collect(Collectors.toSet());
  }

  private List<CcpCode> missingUnderTitle(PathFile titled, Window on) {
    return titled
        .facts()
        .titleHeldOn(on.asOf())
        .filter(award -> award.restsOn() == RestsOn.ALL_CCPS)
        .map(_ -> on.missing(law.referentiel().ccpCodes()))
        .orElse(List.of());
  }

  private LocalDate lastLapse() {
    return window.lapses().stream()
        .map(Lapse::lapsedOn)
        .max(Comparator.naturalOrder())
        .orElse(fact.on());
  }

  private static Set<LapseKey> keys(Window window) {
    Set<LapseKey> keys = new HashSet<>();
    window.lapses().forEach(lapse -> keys.add(LapseKey.of(lapse)));
    return keys;
  }

  private String rule(RuleName name) {
    return law.regime().basis(name).rule();
  }
}
