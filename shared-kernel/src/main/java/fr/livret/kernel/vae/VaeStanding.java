package fr.livret.kernel.vae;

import fr.livret.kernel.vae.SilenceRule.CountsFrom;
import fr.livret.kernel.vae.VaeFacts.Decision;
import fr.livret.kernel.vae.VaeFacts.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an application stands on a day, derived from its facts alone: the order in which days were
 * witnessed does not matter to it.
 *
 * @param asOf the day
 * @param clock the delay that runs, or ran until silence took effect
 * @param silence the one that took effect by then
 * @param decision the one notified in time and by then
 * @param recevabilite what was granted by then, lapsed or not
 * @param lapsedOn the day it was no longer valid, unused
 */
public record VaeStanding(
    LocalDate asOf,
    VaeSituation situation,
    @Nullable Delay clock,
    @Nullable Silence silence,
    @Nullable Decision decision,
    @Nullable Recevabilite recevabilite,
    @Nullable LocalDate lapsedOn) {

  /**
   * A delay.
   *
   * @param countedFrom the day of the filing, or on which the file was complete
   * @param lastDay included
   */
  public record Delay(CountsFrom from, LocalDate countedFrom, LocalDate lastDay) {}

  /** As of that day, by all facts known now that are dated up to it. */
  public static VaeStanding asOf(LocalDate day, VaeFile file, VaeRegime regime) {
    Walk walk = new Walk(file, regime.silence(), day);
    @Nullable Decision decision = walk.decision();
    @Nullable Delay clock = walk.clock();
    @Nullable Silence silence = walk.silence(clock, decision);
    @Nullable Recevabilite granted = granted(file, regime, decision, silence);
    @Nullable LocalDate lapsedOn = granted == null ? null : lapsedOn(granted, file, day);
    VaeSituation situation =
        lapsedOn != null
            ? VaeSituation.LAPSED
            : decision != null
                ? decided(decision.outcome())
                : silence != null ? decided(silence.effect()) : walk.undecided();
    return new VaeStanding(
        day, situation, decision == null ? clock : null, silence, decision, granted, lapsedOn);
  }

  /** The next day on which something follows from no fact at all; empty where nothing can. */
  public static Optional<LocalDate> nextDay(VaeFile file, VaeRegime regime) {
    VaeStanding now = asOf(file.announced().day(), file, regime);
    if (now.decision == null && now.clock != null && file.announced().silence() == null) {
      return Optional.of(now.clock.lastDay().plusDays(1));
    }
    return now.lastDayToUse(file).map(last -> last.plusDays(1));
  }

  /**
   * The last day, included, by which what is granted must be put to use; empty where nothing is
   * granted, where no end of it is known, and once it was used by then or its lapse is announced.
   */
  public static Optional<LocalDate> lastDayToUse(VaeFile file, VaeRegime regime) {
    return asOf(file.announced().day(), file, regime).lastDayToUse(file);
  }

  private Optional<LocalDate> lastDayToUse(VaeFile file) {
    @Nullable Recevabilite granted = recevabilite;
    return granted == null || file.announced().lapsedAfter() != null
        ? Optional.empty()
        : granted.lastDay().filter(last -> unused(granted, file, last));
  }

  private static VaeSituation decided(VaeOutcome outcome) {
    return switch (outcome) {
      case GRANTED -> VaeSituation.GRANTED;
      case REFUSED -> VaeSituation.REFUSED;
    };
  }

  private static @Nullable Recevabilite granted(
      VaeFile file, VaeRegime regime, @Nullable Decision decision, @Nullable Silence silence) {
    if (decision != null) {
      return decision.outcome() == VaeOutcome.GRANTED
          ? granted(file, regime, decision.notifiedOn(), decision.validThrough())
          : null;
    }
    return silence != null && silence.effect() == VaeOutcome.GRANTED
        ? granted(file, regime, silence.effectiveOn(), null)
        : null;
  }

  private static Recevabilite granted(
      VaeFile file, VaeRegime regime, LocalDate notifiedOn, @Nullable LocalDate stated) {
    return new Recevabilite(
        file.pins().application(),
        regime.id(),
        file.pins().blocs(),
        notifiedOn,
        regime.validity().validThrough(notifiedOn, stated),
        regime.validity().startBy(notifiedOn));
  }

  private static @Nullable LocalDate lapsedOn(Recevabilite granted, VaeFile file, LocalDate day) {
    return granted
        .lastDay()
        .filter(last -> last.isBefore(day))
        .filter(last -> unused(granted, file, last))
        .map(last -> last.plusDays(1))
        .orElse(null);
  }

  private static boolean unused(Recevabilite granted, VaeFile file, LocalDate last) {
    return file.facts().uses().stream()
        .noneMatch(use -> granted.asksFor(use.kind()) && !use.on().isAfter(last));
  }

  /** The facts up to a day, in the order of their days. */
  private static final class Walk {
    private final VaeFile file;
    private final SilenceRule rule;
    private final LocalDate day;
    private final List<Turn> turns = new ArrayList<>();

    Walk(VaeFile file, SilenceRule rule, LocalDate day) {
      this.file = file;
      this.rule = rule;
      this.day = day;
      file.facts().turns().stream()
          .filter(turn -> !turn.on().isAfter(day))
          .sorted(Comparator.comparing(Turn::on))
          .forEach(turns::add);
    }

    /** The delay after these turns; none while the file it counts from is not complete. */
    private @Nullable Delay after(List<Turn> some) {
      @Nullable LocalDate from =
          switch (rule.from()) {
            case FILING -> file.pins().filedOn();
            case COMPLETENESS ->
                some.isEmpty() || !some.getLast().complete() ? null : some.getLast().on();
          };
      return from == null ? null : new Delay(rule.from(), from, rule.lastDay(from));
    }

    /** The delay that runs on the day, or the first that ran out before it. */
    @Nullable Delay clock() {
      for (int known = 0; known < turns.size(); known++) {
        @Nullable Delay delay = after(turns.subList(0, known));
        if (delay != null && delay.lastDay().isBefore(turns.get(known).on())) {
          return delay;
        }
      }
      return after(turns);
    }

    /** The decision, where it was notified by the day and before any silence. */
    @Nullable Decision decision() {
      return Optional.ofNullable(file.facts().decision())
          .filter(one -> !one.notifiedOn().isAfter(day))
          .filter(this::inTime)
          .orElse(null);
    }

    private boolean inTime(Decision decision) {
      @Nullable Delay delay = new Walk(file, rule, decision.notifiedOn()).clock();
      return delay == null || !delay.lastDay().isBefore(decision.notifiedOn());
    }

    @Nullable Silence silence(@Nullable Delay clock, @Nullable Decision decision) {
      return decision == null && clock != null && clock.lastDay().isBefore(day)
          ? Silence.after(clock.lastDay(), rule.effect())
          : null;
    }

    VaeSituation undecided() {
      if (turns.isEmpty()) {
        return VaeSituation.FILED;
      }
      return turns.getLast().complete() ? VaeSituation.COMPLETE : VaeSituation.SUPPLEMENT_REQUESTED;
    }
  }
}
