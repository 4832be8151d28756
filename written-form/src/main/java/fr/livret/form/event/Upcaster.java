package fr.livret.form.event;

import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings one event from one revision of its written form to the next. What is stored never changes;
 * it is read as if it had been written today.
 */
public final class Upcaster extends SingleEventUpcaster {
  /** In the order of the revisions of each event. */
  private static final List<Upcaster> ALL = List.of();

  private final SimpleSerializedType from;
  private final SimpleSerializedType to;
  private final UnaryOperator<ObjectNode> change;

  Upcaster(String event, String from, String to, UnaryOperator<ObjectNode> change) {
    this.from = new SimpleSerializedType(event, from);
    this.to = new SimpleSerializedType(event, to);
    this.change = change;
  }

  /** Every step there is. */
  public static EventUpcasterChain chain() {
    return new EventUpcasterChain(ALL);
  }

  @Override
  protected boolean canUpcast(IntermediateEventRepresentation event) {
    return event.getType().equals(from);
  }

  @Override
  protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
    return event.upcastPayload(to, ObjectNode.class, change);
  }
}
