package fr.livret.command.dispatch;

import fr.livret.eventstore.PostgresEventStore;
import fr.livret.form.event.FactMetadata;
import fr.livret.http.CommandContext;
import fr.livret.http.Provenance;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Where a command comes from, and on which condition it is to be carried out.
 *
 * @param actor who acts, as declared
 * @param requestId under which the request can be found again
 * @param client the software it was asked with; absent where it does not say, or it is the product
 * @param commandId what an aggregate remembers of a command it must never carry out twice; absent
 *     where the sender gave no Idempotency-Key
 * @param ifVersion the version the sender has seen; absent where any will do
 * @param provenance where it was read, as facts carry it; empty where the actor declares it
 * @param automatic whether it is the product itself that asks, as often as it pleases
 * @param begins whether it is to an aggregate whose id was drawn for it: nothing stands under it
 */
public record Origin(
    String actor,
    String requestId,
    @Nullable String client,
    @Nullable String commandId,
    @Nullable Long ifVersion,
    Map<String, String> provenance,
    boolean automatic,
    boolean begins) {

  /** Of what its actor declares. */
  public Origin(
      String actor, String requestId, @Nullable String commandId, @Nullable Long ifVersion) {
    this(actor, requestId, null, commandId, ifVersion, Map.of(), false, false);
  }

  /** A request's. */
  public static Origin of(CommandContext context) {
    return new Origin(
        context.actor(),
        context.requestId(),
        context.client().orElse(null),
        context.commandId().orElse(null),
        context.ifMatch().isPresent() ? context.ifMatch().getAsLong() : null,
        context.provenance().map(Origin::provenance).orElse(Map.of()),
        false,
        false);
  }

  /** The same, whatever version the sender has seen. */
  public Origin unconditional() {
    return new Origin(actor, requestId, client, commandId, null, provenance, automatic, begins);
  }

  /**
   * The same, of a command to an aggregate whose id {@link CommandContext#newId} made for it. Where
   * a key makes the id, the command may have been carried out before.
   */
  public Origin onNewId() {
    return beginning(commandId == null);
  }

  /** The same, of a command to an aggregate that may be there. */
  Origin onAnyId() {
    return beginning(false);
  }

  private Origin beginning(boolean begins) {
    return new Origin(
        actor, requestId, client, commandId, ifVersion, provenance, automatic, begins);
  }

  /** A command of the product itself, as of its clock. */
  public static Origin automation(String name) {
    return automation(name, name, null);
  }

  /** A command of the product itself that it must never carry out twice. */
  public static Origin automation(String name, String requestId, @Nullable String commandId) {
    return new Origin("livret:" + name, requestId, null, commandId, null, Map.of(), true, false);
  }

  private static Map<String, String> provenance(Provenance provenance) {
    Map<String, String> carried = new HashMap<>();
    carried.put(FactMetadata.IMPORT, provenance.batch());
    carried.put(FactMetadata.IMPORT_LINE, Long.toString(provenance.line()));
    provenance.document().ifPresent(document -> carried.put(FactMetadata.DOCUMENT, document));
    provenance.confidence().ifPresent(it -> carried.put(FactMetadata.CONFIDENCE, it.name()));
    return carried;
  }

  /** What the command message carries: the same keys the facts carry, and what it rests on. */
  MetaData onCommand(String target) {
    Map<String, Object> carried = new HashMap<>(carried());
    if (ifVersion != null) {
      carried.put(Shell.IF_VERSION, ifVersion);
    }
    if (begins) {
      carried.put(PostgresEventStore.BEGINS, target);
    }
    return MetaData.from(carried);
  }

  /** What facts carry. */
  MetaData onFacts() {
    return MetaData.from(carried());
  }

  private Map<String, String> carried() {
    Map<String, String> carried = new HashMap<>(provenance);
    carried.put(FactMetadata.ACTOR, actor);
    carried.put(FactMetadata.REQUEST, requestId);
    if (client != null) {
      carried.put(FactMetadata.CLIENT, client);
    }
    if (commandId != null) {
      carried.put(FactMetadata.COMMAND, commandId);
    }
    return carried;
  }
}
