package fr.livret.kernel.path;

import fr.livret.kernel.law.LegalBasis;
import fr.livret.kernel.proof.Reckoning;
import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The capitalisation window as of one day, with all it follows from.
 *
 * @param state where it stands
 * @param asOf the day it was derived for
 * @param span the running window; present exactly when the state is OPEN
 * @param ending how the last day of the running window was worked out
 * @param fulfilment how the day its target was met was; present exactly when the state is FULFILLED
 * @param limits every limit of the running window, worked out
 * @param held what counts on that day, oldest first
 * @param lapses every lapse up to that day, oldest first
 */
public record Window(
    State state,
    LocalDate asOf,
    @Nullable WindowSpan span,
    @Nullable Reckoning ending,
    @Nullable Reckoning fulfilment,
    List<Limit> limits,
    List<Holding> held,
    List<Lapse> lapses) {
  public Window {
    limits = List.copyOf(limits);
    held = List.copyOf(held);
    lapses = List.copyOf(lapses);
  }

  /** Where a window stands. */
  public enum State {
    /** No CCP counts, so that no window runs. */
    NONE,
    /** CCPs count until the last day. */
    OPEN,
    /** The target is met. */
    FULFILLED,
    /** The regime has no window: what was validated stays validated. */
    UNLIMITED
  }

  /**
   * One limit of a window.
   *
   * @param rule which
   * @param reckoning how the last day it leaves was worked out
   * @param basis the text behind it
   */
  public record Limit(LimitRule rule, Reckoning reckoning, LegalBasis basis) {
    /** The last day it leaves, included. */
    public LocalDate lastDay() {
      return reckoning.day();
    }
  }

  /**
   * A CCP that counts.
   *
   * @param byTitle whether it comes with a title awarded on a whole session
   */
  public record Holding(CcpCode ccp, LocalDate obtainedOn, boolean byTitle) {}

  /**
   * A CCP that counts no longer.
   *
   * @param window the window whose expiry made it lapse
   * @param reckoning how the day it lapsed was worked out
   */
  public record Lapse(CcpCode ccp, LocalDate obtainedOn, WindowSpan window, Reckoning reckoning) {
    /** The first day on which it did not count. */
    public LocalDate lapsedOn() {
      return reckoning.day();
    }
  }

  /** The day its target was met; present exactly when the state is FULFILLED. */
  public @Nullable LocalDate fulfilledOn() {
    return fulfilment == null ? null : fulfilment.day();
  }

  /** That CCP as it was obtained last, where it counts. */
  public Optional<Holding> latestHolding(CcpCode ccp) {
    return held.stream()
        .filter(holding -> holding.ccp().equals(ccp))
        .max(Comparator.comparing(Holding::obtainedOn));
  }

  /** Whether that CCP counts. */
  public boolean holds(CcpCode ccp) {
    return held.stream().anyMatch(holding -> holding.ccp().equals(ccp));
  }

  /** Those of the given CCPs that do not count, in their order. */
  public List<CcpCode> missing(List<CcpCode> needed) {
    return needed.stream().filter(ccp -> !holds(ccp)).toList();
  }

  /** The running window, if one runs. */
  public Optional<WindowSpan> running() {
    return Optional.ofNullable(span);
  }
}
