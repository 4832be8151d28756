package fr.livret.kernel.decision;

import fr.livret.kernel.candidate.CandidateDecider;
import fr.livret.kernel.candidate.CandidateId;
import fr.livret.kernel.candidate.CandidateState;
import fr.livret.kernel.law.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a command came to: what was recorded of it long ago, or what it comes to now. */
public sealed interface Outcome {

  /** In words, as in {@code refused: CCP_ALREADY_HELD (ccp=CCP1)}. */
  String text();

  /**
   * It was accepted.
   *
   * @param facts that followed, in order; none where it changed nothing
   */
  record Accepted(List<?> facts) implements Outcome {
    public Accepted {
      facts = List.copyOf(facts);
    }

    @Override
    public String text() {
      return facts.isEmpty()
          ? "accepted, without effect"
          : facts.stream()
              .map(fact -> fact.getClass().getSimpleName())
              .collect(Collectors.joining(", ", "accepted: ", ""));
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

    @Override
    public String text() {
      return facts.isEmpty()
          ? "refused: " + code
          : facts.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(fact -> fact.getKey() + "=" + fact.getValue())
              .collect(Collectors.joining(", ", "refused: " + code + " (", ")"));
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

  /**
   * What a command comes to that was refused on other aggregates alone, before its own was asked.
   *
   * @param others under their ids
   */
  static Outcome besides(Map<String, Aggregate> others) {
    for (Map.Entry<String, Aggregate> other : others.entrySet()) {
      CandidateState candidate =
          other.getValue().state(CandidateState.class, new CandidateState.NotRegistered());
      if (candidate instanceof CandidateState.Erased) {
        return Refused.of(CandidateDecider.erased(CandidateId.of(other.getKey())));
      }
    }
    return new Accepted(List.of());
  }
}
