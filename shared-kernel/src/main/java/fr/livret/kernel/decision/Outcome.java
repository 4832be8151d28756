package fr.livret.kernel.decision;

import fr.livret.kernel.law.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a command came to: what was recorded of it long ago, or what it comes to now. */
public sealed interface Outcome {

  /**
   * It was accepted.
   *
   * @param facts that followed, in order; none where it changed nothing
   */
  record Accepted(List<?> facts) implements Outcome {
    public Accepted {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A rule refused it.
   *
   * @param code the reason, as in {@code CCP_ALREADY_HELD}
   * @param rule the rule behind it: in full where a regime governs, else its key
   * @param facts of the case
   */
  record Refused(String code, String rule, Map<String, String> facts) implements Outcome {
    public Refused {
      facts = Map.copyOf(facts);
    }

    /** As it is recorded. */
    public static Refused of(Refusal refusal) {
      Map<String, String> facts = new LinkedHashMap<>();
      refusal.facts().forEach((name, value) -> facts.put(name, String.valueOf(value)));
      return new Refused(
          refusal.code().name(),
          refusal.basis().map(basis -> basis.rule()).orElse(refusal.code().rule().key()),
          facts);
    }
  }

  /** What the command comes to on that aggregate under that law. */
  static Outcome of(Object command, Aggregate aggregate, Laws laws) {
    try {
      Decisions.Decided decided = Decisions.decide(command, aggregate, laws);
      List<Object> facts = new ArrayList<>(decided.facts());
      decided.begun().values().forEach(facts::addAll);
      return new Accepted(facts);
    } catch (Refusal refusal) {
      return Refused.of(refusal);
    }
  }
}
