package fr.livret.command.dispatch;

import fr.livret.form.decision.Decision;
import fr.livret.form.event.FactMetadata;
import fr.livret.http.VersionConflict;
import fr.livret.kernel.decision.Decisions.Decided;
import fr.livret.kernel.decision.LawNames;
import fr.livret.kernel.decision.Target;
import fr.livret.kernel.law.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * What every aggregate's shell does around the kernel's decision, and no more: carry out a command
 * once, on the version its sender has seen, keep the decision with what follows from it, and count
 * the facts.
 */
public abstract class Shell {
  static final String IF_VERSION = "ifVersion";

  private final Map<String, Long> answered = new HashMap<>();
  private @Nullable String creator;
  private long version;

  /** Carries out a command of an aggregate whose decisions no text of law varies. */
  protected Receipt decide(
      Object command, MetaData metadata, Supplier<? extends List<?>> decision) {
    return carryOut(
        command,
        metadata,
        () -> LawNames.NONE,
        law -> law,
        _ -> new Decided(decision.get(), Map.of()));
  }

  /**
   * Carries out a command.
   *
   * @param law under which it is decided
   * @param names of that law
   * @see #carryOut
   */
  protected <L> Receipt decide(
      Object command,
      MetaData metadata,
      Supplier<? extends L> law,
      Function<? super L, LawNames> names,
      Function<? super L, ? extends List<?>> decision) {
    return carryOut(
        command, metadata, law, names, found -> new Decided(decision.apply(found), Map.of()));
  }

  /**
   * Applies what is decided; the first fact carries the decision itself. A command already carried
   * out gives the answer it gave then.
   *
   * @throws VersionConflict when the sender has seen another version than this one
   * @throws RefusedOn when the rules refuse it
   */
  protected final <L> Receipt carryOut(
      Object command,
      MetaData metadata,
      Supplier<? extends L> law,
      Function<? super L, LawNames> names,
      Function<? super L, Decided> decision) {
    String id = Target.of(command);
    String commandId = String.valueOf(metadata.get(FactMetadata.COMMAND));
    Long before = answered.get(commandId);
    if (before != null) {
      return new Receipt(id, before, commandId.equals(creator), false);
    }
    if (metadata.get(IF_VERSION) instanceof Long expected && expected != version) {
      throw new VersionConflict(version);
    }
    Met met = new Met(version, LawNames.NONE);
    Decided decided;
    try {
      L found = law.get();
      met = new Met(version, names.apply(found));
      decided = decision.apply(found);
    } catch (Refusal refusal) {
      throw new RefusedOn(refusal, met);
    }
    if (decided.facts().isEmpty()) {
      return new Receipt(id, version, version == 0, false, met);
    }
    apply(decided, command, met, metadata.subset(FactMetadata.names()));
    return new Receipt(id, version, met.facts() == 0, true);
  }

  private void apply(Decided decided, Object command, Met met, MetaData onFacts) {
    Map<String, Integer> begun = new HashMap<>();
    decided
        .begun()
        .forEach((other, facts) -> {
          begin(facts, onFacts);
          begun.put(other, facts.size());
        });
    Decision entry =
        new Decision(command, met.facts(), decided.facts().size(), begun, Map.of(), met.laws());
    MetaData next = onFacts.and(FactMetadata.DECISION, entry.written());
    for (Object fact : decided.facts()) {
      AggregateLifecycle.apply(fact, next);
      next = onFacts;
    }
  }

  /** Makes another aggregate of its first facts, for a shell some of whose decisions begin one. */
  protected void begin(List<?> facts, MetaData onFacts) {
    throw new IllegalStateException("Nothing begins by a decision of " + getClass());
  }

  /** To be called for every fact, recorded now or long ago. */
  protected void counted(@Nullable String commandId) {
    if (version == 0) {
      creator = commandId;
    }
    version++;
    if (commandId != null) {
      answered.put(commandId, version);
    }
  }
}
