package fr.livret.kernel.path;

import fr.livret.kernel.law.Days;
import fr.livret.kernel.path.Window.Lapse;
import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the path's events have said so far of its window: the stepwise account, which must agree
 * with what is derived from the facts.
 *
 * @param lapses the lapses announced and not reversed
 * @param span the running window
 * @param fulfilledOn the day the target was met
 * @param day the latest day any event speaks of
 */
public record Announced(
    Set<LapseKey> lapses,
    @Nullable WindowSpan span,
    @Nullable LocalDate fulfilledOn,
    LocalDate day) {

  /** Which obtaining lapsed when. */
  public record LapseKey(CcpCode ccp, LocalDate obtainedOn, LocalDate lapsedOn) {
    static LapseKey of(Lapse lapse) {
      return new LapseKey(lapse.ccp(), lapse.obtainedOn(), lapse.lapsedOn());
    }
  }

  public Announced {
    lapses = Set.copyOf(lapses);
  }

  static Announced nothingUntil(LocalDate day) {
    return new Announced(Set.of(), null, null, day);
  }

  Announced upTo(LocalDate other) {
    return new Announced(lapses, span, fulfilledOn, Days.later(day, other));
  }

  Announced lapsed(LapseKey lapse) {
    Set<LapseKey> all = new HashSet<>(lapses);
    all.add(lapse);
    return new Announced(all, span, fulfilledOn, day);
  }

  Announced reversed(LapseKey lapse) {
    Set<LapseKey> all = new HashSet<>(lapses);
    all.remove(lapse);
    return new Announced(all, span, fulfilledOn, day);
  }

  /** An annulled CCP never counted, so that it never lapsed either. */
  Announced withoutLapsesOf(CcpCode ccp, LocalDate obtainedOn) {
    Set<LapseKey> all = new HashSet<>(lapses);
    all.removeIf(lapse -> lapse.ccp().equals(ccp) && lapse.obtainedOn().equals(obtainedOn));
    return new Announced(all, span, fulfilledOn, day);
  }

  /** Of the CCPs of another title nothing is told any longer. */
  Announced withoutLapses() {
    return new Announced(Set.of(), span, fulfilledOn, day);
  }

  Announced running(WindowSpan window) {
    return new Announced(lapses, window, null, day);
  }

  Announced fulfilled(LocalDate on) {
    return new Announced(lapses, null, on, day);
  }

  Announced closed() {
    return new Announced(lapses, null, null, day);
  }
}
