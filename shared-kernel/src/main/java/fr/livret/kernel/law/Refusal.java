package fr.livret.kernel.law;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A command the rules refuse: nothing happens but the record that it was refused. Carries the
 * reason, the facts of the case and, where a regime governs, its legal basis.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refused code;
  private final transient Map<String, Object> facts;
  private final transient @Nullable LegalBasis basis;

  private Refusal(Refused code, Map<String, Object> facts, @Nullable LegalBasis basis) {
    super(code.title() + (facts.isEmpty() ? "" : " " + new TreeMap<>(facts)), null, false, false);
    this.code = code;
    this.facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    this.basis = basis;
  }

  /** A refusal by a rule of every regime. */
  public static Refusal of(Refused code, Map<String, Object> facts) {
    return new Refusal(code, facts, null);
  }

  /** A refusal by a rule whose legal basis is known. */
  public static Refusal of(Refused code, Map<String, Object> facts, LegalBasis basis) {
    return new Refusal(code, facts, basis);
  }

  public Refused code() {
    return code;
  }

  /** The facts of the case, ordered by name: the same refusal reads the same each time. */
  public Map<String, Object> facts() {
    return facts;
  }

  /** The text behind the refusal; absent where the rule is common to every regime. */
  public Optional<LegalBasis> basis() {
    return Optional.ofNullable(basis);
  }
}
