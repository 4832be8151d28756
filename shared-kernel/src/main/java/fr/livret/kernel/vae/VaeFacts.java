package fr.livret.kernel.vae;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything an application's standing is derived from.
 *
 * @param turns complete and incomplete in turn, in the order of their days
 * @param decision the one notified in time
 * @param lateDecisions those notified once silence had decided
 * @param uses in the order of recording
 */
public record VaeFacts(
    List<Turn> turns,
    @Nullable Decision decision,
    List<Decision> lateDecisions,
    List<VaeUse> uses) {

  /** No fact yet but the filing. */
  static final VaeFacts NONE = new VaeFacts(List.of(), null, List.of(), List.of());

  /** The file is complete from a day on, or no longer. */
  public record Turn(boolean complete, LocalDate on) {}

  /**
   * An explicit decision.
   *
   * @param validThrough as its notification states it
   */
  public record Decision(
      LocalDate decidedOn,
      LocalDate notifiedOn,
      VaeOutcome outcome,
      @Nullable LocalDate validThrough) {}

  public VaeFacts {
    turns = List.copyOf(turns);
    lateDecisions = List.copyOf(lateDecisions);
    uses = List.copyOf(uses);
  }

  /** The last turn, if there was any. */
  Optional<Turn> lastTurn() {
    return turns.isEmpty() ? Optional.empty() : Optional.of(turns.getLast());
  }

  VaeFacts with(Turn turn) {
    return new VaeFacts(and(turns, turn), decision, lateDecisions, uses);
  }

  VaeFacts with(Decision made) {
    return new VaeFacts(turns, made, lateDecisions, uses);
  }

  VaeFacts withLate(Decision made) {
    return new VaeFacts(turns, decision, and(lateDecisions, made), uses);
  }

  VaeFacts with(VaeUse use) {
    return new VaeFacts(turns, decision, lateDecisions, and(uses, use));
  }

  private static <T> List<T> and(List<T> some, T one) {
    List<T> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }
}
