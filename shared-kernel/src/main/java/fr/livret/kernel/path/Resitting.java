package fr.livret.kernel.path;

import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.ResitRule;
import fr.livret.kernel.law.ResitRule.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often a candidate has sat in vain. Sessions are counted in series: the first one opens a time
 * in which so many may be sat, and the first one after it opens another.
 *
 * <p>Source: arrêté du 8 décembre 2008, annexe, 5; for later regimes as their files state.
 */
public final class Resitting {
  private Resitting() {}

  /**
   * The running series.
   *
   * @param firstOn the day of its first session
   * @param sat the sessions sat in vain so far
   * @param allowed the sessions that may be sat until its last day
   * @param lastDay the last day of the series, included
   */
  public record Series(LocalDate firstOn, int sat, int allowed, LocalDate lastDay) {
    /** The day from which a session can be sat again; empty while one still can. */
    public Optional<LocalDate> possibleFrom() {
      return sat < allowed ? Optional.empty() : Optional.of(lastDay.plusDays(1));
    }
  }

  /** The series that runs on that day, by the sessions up to it; empty where nothing limits. */
  public static Optional<Series> on(LocalDate day, PathFacts facts, PathLaw law) {
    return law.regime().resitRule().flatMap(rule -> series(day, facts, rule));
  }

  static void require(LocalDate heldOn, PathFacts facts, PathLaw law) {
    on(heldOn, facts, law)
        .filter(series -> series.possibleFrom().isPresent())
        .ifPresent(series -> {
          throw law.regime()
              .refuse(
                  Refused.RESIT_LIMIT_REACHED,
                  Map.of(
                      "date", heldOn,
                      "firstSessionOn", series.firstOn(),
                      "sessionsSat", series.sat(),
                      "sessionsAllowed", series.allowed(),
                      "possibleFrom", series.lastDay().plusDays(1)));
        });
  }

  private static Optional<Series> series(LocalDate day, PathFacts facts, ResitRule rule) {
    Optional<Series> series = Optional.empty();
    for (LocalDate sat : inVain(day, facts, rule)) {
      Series last = series.orElse(null);
      series =
          Optional.of(
              last == null || sat.isAfter(last.lastDay())
                  ? new Series(sat, 1, rule.sessions(), sat.plus(rule.within()))
                  : new Series(last.firstOn(), last.sat() + 1, last.allowed(), last.lastDay()));
    }
    return series.filter(running -> !day.isAfter(running.lastDay()));
  }

  private static List<LocalDate> inVain(LocalDate day, PathFacts facts, ResitRule rule) {
    Stream<LocalDate> refused =
        facts.refusals().stream()
            .filter(one ->
                rule.after()
                    .contains(one.ccpsGranted() ? Outcome.PARTIAL_FAILURE : Outcome.TOTAL_FAILURE))
            .map(PathFacts.TitleRefusal::heldOn);
    Stream<LocalDate> absent =
        facts.absences().stream()
            .filter(one -> !one.excused() && rule.after().contains(Outcome.UNJUSTIFIED_ABSENCE))
            .map(PathFacts.Absence::heldOn);
    return Stream.concat(refused, absent).filter(one -> !one.isAfter(day)).sorted().toList();
  }
}
