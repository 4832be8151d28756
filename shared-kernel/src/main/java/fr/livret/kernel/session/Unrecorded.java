package fr.livret.kernel.session;

import java.util.Map;

/**
 * A part of a decision that the path refused.
 *
 * @param what the kind of command, with the CCP where it is about one
 * @param code of the refusal
 * @param facts of the case
 */
public record Unrecorded(String what, String code, Map<String, String> facts) {
  public Unrecorded {
    facts = Map.copyOf(facts);
  }
}
