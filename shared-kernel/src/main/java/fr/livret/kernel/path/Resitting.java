package fr.livret.kernel.path;

import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.law.ResitRule;
import fr.livret.kernel.law.ResitRule.Outcome;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Reckoning;
import fr.livret.kernel.training.TrainingRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
   * @param ending how its last day was worked out
   * @param again how the day was from which a session can be sat again; empty while one still can
   */
  public record Series(
      LocalDate firstOn, int sat, int allowed, Reckoning ending, Optional<Reckoning> again) {

    private static Series first(LocalDate on, ResitRule rule, LegalBasis basis) {
      Reckoning ending =
          Reckoning.from(Anchor.of(Anchor.Kind.SESSION_IN_VAIN, on), basis)
              .plus(rule.within(), basis, null);
      return of(on, 1, rule.sessions(), ending, basis);
    }

    private static Series of(
        LocalDate firstOn, int sat, int allowed, Reckoning ending, LegalBasis basis) {
      return new Series(
          firstOn,
          sat,
          allowed,
          ending,
          sat < allowed ? Optional.empty() : Optional.of(ending.next(basis)));
    }

    private Series another(LegalBasis basis) {
      return of(firstOn, sat + 1, allowed, ending, basis);
    }

    /** Its last day, included. */
    public LocalDate lastDay() {
      return ending.day();
    }

    /** The day from which a session can be sat again; empty while one still can. */
    public Optional<LocalDate> possibleFrom() {
      return again.map(Reckoning::day);
    }
  }

  /**
   * The series that runs on that day, by the sessions up to it; empty where nothing limits.
   *
   * @param training what is recorded of trainings, where the rule lets a new one open a new series
   */
  public static Optional<Series> on(
      LocalDate day, PathFacts facts, TrainingRecord training, PathLaw law) {
    return law.regime()
        .resitRule()
        .flatMap(rule ->
            series(
                day,
                inVain(day, facts, rule),
                begun(day, training, rule),
                rule,
                law.regime().basis(RuleName.RESIT)));
  }

  static void require(LocalDate heldOn, PathFacts facts, TrainingRecord training, PathLaw law) {
    on(heldOn, facts, training, law)
        .ifPresent(series ->
            series
                .possibleFrom()
                .ifPresent(from -> {
                  throw law.regime()
                      .refuse(
                          Refused.RESIT_LIMIT_REACHED,
                          Map.of(
                              "date", heldOn,
                              "firstSessionOn", series.firstOn(),
                              "sessionsSat", series.sat(),
                              "sessionsAllowed", series.allowed(),
                              "possibleFrom", from));
                }));
  }

  private static Optional<Series> series(
      LocalDate day,
      List<LocalDate> sessions,
      List<LocalDate> trainings,
      ResitRule rule,
      LegalBasis basis) {
    @Nullable Series running = null;
    LocalDate last = LocalDate.MIN;
    for (LocalDate sat : sessions) {
      running =
          running == null || sat.isAfter(running.lastDay()) || begunBetween(last, sat, trainings)
              ? Series.first(sat, rule, basis)
              : running.another(basis);
      last = sat;
    }
    LocalDate lastSat = last;
    return Optional.ofNullable(running)
        .filter(one -> !day.isAfter(one.lastDay()) && !begunBetween(lastSat, day, trainings));
  }

  private static List<LocalDate> begun(LocalDate day, TrainingRecord training, ResitRule rule) {
    return rule.newTrainingRestarts()
        ? training.trainings().stream()
            .map(one -> one.pins().startedOn())
            .filter(start -> !start.isAfter(day))
            .toList()
        : List.of();
  }

  /** A training prepares a session when it began after the one before it, and before it. */
  private static boolean begunBetween(LocalDate one, LocalDate next, List<LocalDate> trainings) {
    return trainings.stream().anyMatch(start -> start.isAfter(one) && start.isBefore(next));
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
