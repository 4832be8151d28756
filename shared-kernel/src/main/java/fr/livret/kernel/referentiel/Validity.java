package fr.livret.kernel.referentiel;

import fr.livret.kernel.law.DateRange;
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
   * @param lastDay included
   * @param closed whether the title was closed
   */
  public record End(LocalDate lastDay, boolean closed) {}

  /** The end of validity by the decisions taken up to that day; empty while no end is known. */
  public Optional<End> endAsDecidedBy(LocalDate day) {
    @Nullable LocalDate lastDay = stated.to();
    boolean closed = false;
    for (ValidityChange change : inForceBy(day)) {
      switch (change) {
        case ValidityChange.Closure closure -> {
          lastDay = lastDay == null ? closure.decidedOn() : lastDay;
          closed = true;
        }
        case ValidityChange.Prorogation prorogation -> {
          lastDay = prorogation.until();
          closed = false;
        }
      }
    }
    return lastDay == null ? Optional.empty() : Optional.of(new End(lastDay, closed));
  }

  private List<ValidityChange> inForceBy(LocalDate day) {
    return changes.stream()
        .filter(change -> !change.decidedOn().isAfter(day))
        .sorted(Comparator.comparing(ValidityChange::decidedOn))
        .toList();
  }
}
