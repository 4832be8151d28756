package fr.livret.kernel.path;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.path.Announced.LapseKey;
import fr.livret.kernel.path.PathEvent.CcpLapsed;
import fr.livret.kernel.path.PathEvent.LapseReversed;
import fr.livret.kernel.path.PathEvent.WindowClosed;
import fr.livret.kernel.path.PathEvent.WindowFulfilled;
import fr.livret.kernel.path.PathEvent.WindowMoved;
import fr.livret.kernel.path.PathEvent.WindowOpened;
import fr.livret.kernel.path.Window.Lapse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows for the window from facts just added, or from a day that came: the difference
 * between what is derived now and what was announced before, each as an event naming its cause.
 */
final class Consequences {
  private final PathFile file;
  private final Cause cause;
  private final CapitalisationRegime regime;
  private final Window window;
  private final List<PathEvent> events = new ArrayList<>();

  private Consequences(PathFile file, LocalDate today, @Nullable Cause cause, PathLaw law) {
    this.file = file;
    this.regime = law.regime();
    // Never earlier than a day already spoken of: a clock set back announces nothing.
    LocalDate day = Days.later(today, file.announced().day());
    this.window = CapitalisationWindow.asOf(day, file.facts(), law);
    this.cause = cause != null ? cause : dayPassed(window, day);
  }

  /** The events that follow from a fact. */
  static List<PathEvent> of(PathFile file, LocalDate today, Cause cause, PathLaw law) {
    return new Consequences(file, today, cause, law).all();
  }

  /** The events that follow from the mere passing of days. */
  static List<PathEvent> ofTheDay(PathFile file, LocalDate today, PathLaw law) {
    return new Consequences(file, today, null, law).all();
  }

  private static Cause dayPassed(Window window, LocalDate day) {
    LocalDate on =
        window.lapses().stream().map(Lapse::lapsedOn).max(Comparator.naturalOrder()).orElse(day);
    return new Cause(Cause.Kind.DAY_PASSED, on, null);
  }

  private List<PathEvent> all() {
    reversals();
    lapses();
    span();
    return events;
  }

  private void reversals() {
    Set<LapseKey> derived = new HashSet<>();
    window.lapses().forEach(lapse -> derived.add(LapseKey.of(lapse)));
    file.announced().lapses().stream()
        .filter(lapse -> !derived.contains(lapse))
        .sorted(Comparator.comparing(LapseKey::lapsedOn).thenComparing(LapseKey::ccp))
        .forEach(lapse ->
            events.add(
                new LapseReversed(
                    file.pins().path(), lapse.ccp(), lapse.obtainedOn(), lapse.lapsedOn(), cause)));
  }

  private void lapses() {
    for (Lapse lapse : window.lapses()) {
      if (!file.announced().lapses().contains(LapseKey.of(lapse))) {
        events.add(
            new CcpLapsed(
                file.pins().path(),
                lapse.ccp(),
                lapse.obtainedOn(),
                lapse.lapsedOn(),
                lapse.window(),
                rule(lapse.window().governedBy().rule()),
                cause));
      }
    }
  }

  private void span() {
    PathId path = file.pins().path();
    Optional<WindowSpan> before = Optional.ofNullable(file.announced().span());
    Optional<LocalDate> fulfilledBefore = Optional.ofNullable(file.announced().fulfilledOn());
    Optional<LocalDate> fulfilled = Optional.ofNullable(window.fulfilledOn());
    if (fulfilled.isPresent()) {
      if (!fulfilled.equals(fulfilledBefore)) {
        String rule = rule(RuleName.WINDOW_TARGET);
        events.add(new WindowFulfilled(path, fulfilled.get(), rule, cause));
      }
    } else if (window.running().isPresent()) {
      WindowSpan now = window.running().get();
      String rule = rule(now.governedBy().rule());
      if (before.isEmpty()) {
        events.add(new WindowOpened(path, now, rule, cause));
      } else if (!before.get().equals(now)) {
        events.add(new WindowMoved(path, before.get(), now, rule, cause));
      }
    } else if (before.isPresent() || fulfilledBefore.isPresent()) {
      events.add(new WindowClosed(path, cause));
    }
  }

  private String rule(RuleName name) {
    return regime.basis(name).rule();
  }
}
