package fr.livret.kernel.referentiel;

import fr.livret.kernel.law.CapitalisationRegime;
import fr.livret.kernel.law.DateRange;
import fr.livret.kernel.law.RuleName;
import fr.livret.kernel.law.WindowRule;
import fr.livret.kernel.proof.Anchor;
import fr.livret.kernel.proof.Anchor.Kind;
import fr.livret.kernel.proof.Reckoning;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a title is valid: what its référentiel states, and the decisions that changed it.
 *
 * @param stated the days the document states
 * @param changes in the order of recording
 */
public record Validity(DateRange stated, List<ValidityChange> changes) {
  public Validity {
    changes = List.copyOf(changes);
  }

  /**
   * The last day of validity.
   *
   * @param reckoning how it was worked out
   * @param closed whether the title was closed
   */
  public record End(Reckoning reckoning, boolean closed) {
    /** The last day, included. */
    public LocalDate lastDay() {
      return reckoning.day();
    }

    /** The last day with the time a regime grants after it, where it grants any. */
    public Reckoning withGrace(CapitalisationRegime regime) {
      return regime
          .windowRule()
          .filter(this::granted)
          .map(rule ->
              reckoning.plus(
                  rule.grace(),
                  regime.basis(RuleName.WINDOW_CLOSURE),
                  regime.basis(RuleName.WINDOW_COUNTING)))
          .orElse(reckoning);
    }

    private boolean granted(WindowRule rule) {
      return switch (rule.graceWhen()) {
        case NEVER -> false;
        case ON_CLOSURE -> closed;
        case ALWAYS -> true;
      };
    }
  }

  /** The end of validity by the decisions taken up to that day; empty while no end is known. */
  public Optional<End> endAsDecidedBy(LocalDate day) {
    @Nullable Reckoning end = stated.to() == null ? null : stated(stated.to());
    boolean closed = false;
    for (ValidityChange change : inForceBy(day)) {
      switch (change) {
        case ValidityChange.Closure(var decidedOn, var source) -> {
          end = Reckoning.closed(end, Anchor.of(Kind.TITLE_CLOSED, decidedOn), source);
          closed = true;
        }
        case ValidityChange.Prorogation(var decidedOn, var until, var source) -> {
          Anchor decision = Anchor.of(Kind.TITLE_PROROGUED, decidedOn);
          end = Reckoning.prorogued(end, decision, until, source);
          closed = false;
        }
      }
    }
    return end == null ? Optional.empty() : Optional.of(new End(end, closed));
  }

  /**
   * The last day on which a fact of a path may lie, by the decisions taken up to another day; empty
   * while no end is known.
   */
  public Optional<Reckoning> lastDayForFacts(LocalDate decidedBy, CapitalisationRegime regime) {
    return endAsDecidedBy(decidedBy).map(end -> end.withGrace(regime));
  }

  private static Reckoning stated(LocalDate to) {
    return Reckoning.from(Anchor.of(Kind.VALIDITY_STATED, to), null);
  }

  private List<ValidityChange> inForceBy(LocalDate day) {
    return changes.stream()
        .filter(change -> !change.decidedOn().isAfter(day))
        .sorted(Comparator.comparing(ValidityChange::decidedOn))
        .toList();
  }
}
