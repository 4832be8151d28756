package fr.livret.command.dispatch;

import fr.livret.form.event.FactMetadata;
import fr.livret.http.VersionConflict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * What every aggregate's shell does around the kernel's decision, and no more: carry out a command
 * once, on the version its sender has seen, and count the facts.
 */
public abstract class Shell {
  static final String IF_VERSION = "ifVersion";

  private final Map<String, Long> answered = new HashMap<>();
  private @Nullable String creator;
  private long version;

  /**
   * Applies what is decided. A command already carried out gives the answer it gave then.
   *
   * @param id of the aggregate
   * @param metadata of the command
   * @throws VersionConflict when the sender has seen another version than this one
   */
  protected Receipt decide(String id, MetaData metadata, Supplier<? extends List<?>> decision) {
    String commandId = String.valueOf(metadata.get(FactMetadata.COMMAND));
    Long before = answered.get(commandId);
    if (before != null) {
      return new Receipt(id, before, commandId.equals(creator), false);
    }
    if (metadata.get(IF_VERSION) instanceof Long expected && expected != version) {
      throw new VersionConflict(version);
    }
    MetaData onFacts = onFacts(metadata);
    long seen = version;
    decision.get().forEach(event -> AggregateLifecycle.apply(event, onFacts));
    return new Receipt(id, version, seen == 0, version > seen);
  }

  /** What facts carry of what came with the command they follow from. */
  protected static MetaData onFacts(MetaData metadata) {
    return metadata.subset(FactMetadata.names());
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
