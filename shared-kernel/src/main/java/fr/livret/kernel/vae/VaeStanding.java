package fr.livret.kernel.vae;

import fr.livret.kernel.proof.Reckoning;
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
 * @param grant what was granted by then, lapsed or not
 * @param lapse how the day was worked out on which that was no longer valid, unused
 */
public record VaeStanding(
    LocalDate asOf,
    VaeSituation situation,
    @Nullable Delay clock,
    @Nullable Silence silence,
    @Nullable Decision decision,
    @Nullable Grant grant,
    @Nullable Reckoning lapse) {

  /**
   * A delay.
   *
   * @param countedFrom the day of the filing, or on which the file was complete
   * @param ending how its last day was worked out
   * @param silence how the day was on which silence has, or would have, its effect
   */
  public record Delay(CountsFrom from, LocalDate countedFrom, Reckoning ending, Reckoning silence) {

    private static Delay of(CountsFrom from, LocalDate countedFrom, VaeRegime regime) {
      Reckoning ending = regime.lastDayToAnswer(countedFrom);
      return new Delay(from, countedFrom, ending, regime.silenceAfter(ending));
    }

    /** Its last day, included. */
    public LocalDate lastDay() {
      return ending.day();
    }
  }

  /**
   * What was granted, and how its days were worked out.
   *
   * @param notified the day it counts from
   * @param validThrough the last day of a first session on it, where one is known
   * @param startBy the last day to open a path on it, where that alone is limited
   */
  public record Grant(
      Recevabilite recevabilite,
      Reckoning notified,
      Optional<Reckoning> validThrough,
      Optional<Reckoning> startBy) {

    private static Grant of(
        VaeFile file, VaeRegime regime, Reckoning notified, @Nullable LocalDate stated) {
      Optional<Reckoning> validThrough = regime.validThrough(notified, stated);
      Optional<Reckoning> startBy = regime.startBy(notified);
      Recevabilite granted =
          new Recevabilite(
              file.pins().application(),
              regime.id(),
              file.pins().blocs(),
              notified.day(),
              validThrough.map(Reckoning::day).orElse(null),
              startBy.map(Reckoning::day).orElse(null));
      return new Grant(granted, notified, validThrough, startBy);
    }

    /** The last day by which it must have been used, where one is known. */
    Optional<Reckoning> lastDay() {
      return startBy.or(() -> validThrough);
    }
  }

  /** What was granted by then, lapsed or not. */
  public @Nullable Recevabilite recevabilite() {
    return grant == null ? null : grant.recevabilite();
  }

  /** The day what was granted was no longer valid, unused. */
  public @Nullable LocalDate lapsedOn() {
    return lapse == null ? null : lapse.day();
  }

  /** The last day of what was granted, where it is no longer valid, unused. */
  @Nullable LocalDate lapsedAfter() {
    return lapse == null || lapse.before() == null ? null : lapse.before().day();
  }

  /** As of that day, by all facts known now that are dated up to it. */
  public static VaeStanding asOf(LocalDate day, VaeFile file, VaeRegime regime) {
    Walk walk = new Walk(file, regime, day);
    @Nullable Decision decision = walk.decision();
    @Nullable Delay clock = walk.clock();
    @Nullable Silence silence = walk.silence(clock, decision);
    @Nullable Grant granted = granted(file, regime, decision, clock, silence);
    @Nullable Reckoning lapse = granted == null ? null : lapse(granted, file, regime, day);
    VaeSituation situation =
        lapse != null
            ? VaeSituation.LAPSED
            : decision != null
                ? decided(decision.outcome())
                : silence != null ? decided(silence.effect()) : walk.undecided();
    return new VaeStanding(
        day, situation, decision == null ? clock : null, silence, decision, granted, lapse);
  }

  /** The next day on which something follows from no fact at all; empty where nothing can. */
  public static Optional<LocalDate> nextDay(VaeFile file, VaeRegime regime) {
    VaeStanding now = asOf(file.announced().day(), file, regime);
    if (now.decision == null && now.clock != null && file.announced().silence() == null) {
      return Optional.of(now.clock.silence().day());
    }
    return now.lastToUse(file).map(regime::unusedAfter).map(Reckoning::day);
  }

  /**
   * The last day, included, by which what is granted must be put to use; empty where nothing is
   * granted, where no end of it is known, and once it was used by then or its lapse is announced.
   */
  public static Optional<LocalDate> lastDayToUse(VaeFile file, VaeRegime regime) {
    return asOf(file.announced().day(), file, regime).lastToUse(file).map(Reckoning::day);
  }

  private Optional<Reckoning> lastToUse(VaeFile file) {
    return grant == null || file.announced().lapsedAfter() != null
        ? Optional.empty()
        : grant.lastDay().filter(last -> unused(grant.recevabilite(), file, last.day()));
  }

  private static VaeSituation decided(VaeOutcome outcome) {
    return switch (outcome) {
      case GRANTED -> VaeSituation.GRANTED;
      case REFUSED -> VaeSituation.REFUSED;
    };
  }

  private static @Nullable Grant granted(
      VaeFile file,
      VaeRegime regime,
      @Nullable Decision decision,
      @Nullable Delay clock,
      @Nullable Silence silence) {
    if (decision != null) {
      return decision.outcome() == VaeOutcome.GRANTED
          ? Grant.of(file, regime, regime.notified(decision.notifiedOn()), decision.validThrough())
          : null;
    }
    return clock != null && silence != null && silence.effect() == VaeOutcome.GRANTED
        ? Grant.of(file, regime, regime.granted(clock.silence()), null)
        : null;
  }

  private static @Nullable Reckoning lapse(
      Grant granted, VaeFile file, VaeRegime regime, LocalDate day) {
    return granted
        .lastDay()
        .filter(last -> last.day().isBefore(day))
        .filter(last -> unused(granted.recevabilite(), file, last.day()))
        .map(regime::unusedAfter)
        .orElse(null);
  }

  private static boolean unused(Recevabilite granted, VaeFile file, LocalDate last) {
    return file.facts().uses().stream()
        .noneMatch(use -> granted.asksFor(use.kind()) && !use.on().isAfter(last));
  }

  /** The facts up to a day, in the order of their days. */
  private static final class Walk {
    private final VaeFile file;
    private final VaeRegime regime;
    private final LocalDate day;
    private final List<Turn> turns = new ArrayList<>();

    Walk(VaeFile file, VaeRegime regime, LocalDate day) {
      this.file = file;
      this.regime = regime;
      this.day = day;
      file.facts().turns().stream()
          .filter(turn -> !turn.on().isAfter(day))
          .sorted(Comparator.comparing(Turn::on))
          .forEach(turns::add);
    }

    /** The delay after these turns; none while the file it counts from is not complete. */
    private @Nullable Delay after(List<Turn> some) {
      CountsFrom from = regime.silence().from();
      return switch (from) {
        case FILING -> Delay.of(from, file.pins().filedOn(), regime);
        case COMPLETENESS ->
            some.isEmpty() || !some.getLast().complete()
                ? null
                : Delay.of(from, some.getLast().on(), regime);
      };
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
      @Nullable Delay delay = new Walk(file, regime, decision.notifiedOn()).clock();
      return delay == null || !delay.lastDay().isBefore(decision.notifiedOn());
    }

    @Nullable Silence silence(@Nullable Delay clock, @Nullable Decision decision) {
      return decision == null && clock != null && clock.lastDay().isBefore(day)
          ? new Silence(clock.lastDay(), clock.silence().day(), regime.silence().effect())
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
