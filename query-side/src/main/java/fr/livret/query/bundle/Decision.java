package fr.livret.query.bundle;

import fr.livret.form.event.FactMetadata;
import fr.livret.kernel.audit.AuditEvent.CommandRefused;
import fr.livret.kernel.audit.AuditEvent.CommandWithoutEffect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody, or the product itself, asked for, and what came of it.
 *
 * @param facts it gave; where it gave none, the record of that
 */
record Decision(List<Told> facts) {
  /**
   * Under this name the first fact of a decision carries the command and what it was decided on.
   */
  static final String JOURNAL = FactMetadata.DECISION;

  /** What can come of a decision. */
  enum Outcome {
    ACCEPTED,
    REFUSED,
    NO_EFFECT
  }

  Decision {
    facts = List.copyOf(facts);
  }

  /** The decisions behind some facts, in the order of the log. */
  static List<Decision> of(List<Told> all) {
    List<Decision> decisions = new ArrayList<>();
    List<Told> current = new ArrayList<>();
    for (Told told : all) {
      if (!current.isEmpty() && begins(told.fact(), current.getLast().fact())) {
        decisions.add(new Decision(current));
        current = new ArrayList<>();
      }
      current.add(told);
    }
    if (!current.isEmpty()) {
      decisions.add(new Decision(current));
    }
    return decisions;
  }

  /** Facts of one decision lie side by side in one stream, and the first alone carries it. */
  private static boolean begins(ProvenFact fact, ProvenFact before) {
    return fact.metadata().containsKey(JOURNAL)
        || fact.position() != before.position() + 1
        || !fact.stored().stream().equals(before.stored().stream())
        || !beside(fact).equals(beside(before));
  }

  private static Map<String, String> beside(ProvenFact fact) {
    Map<String, String> beside = new HashMap<>(fact.metadata());
    beside.remove(JOURNAL);
    return beside;
  }

  ProvenFact first() {
    return facts.getFirst().fact();
  }

  /** What came of it. */
  Outcome outcome() {
    return switch (first().event()) {
      case CommandRefused _ -> Outcome.REFUSED;
      case CommandWithoutEffect _ -> Outcome.NO_EFFECT;
      default -> Outcome.ACCEPTED;
    };
  }

  /** The command with what it was decided on, as JSON text; absent in older logs. */
  @Nullable String journal() {
    return first().metadata().get(JOURNAL);
  }
}
