package fr.livret.form.event;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
  private static final List<Upcaster> ALL =
      Stream.of(
              "CandidateAbsent",
              "CcpAnnulled",
              "CcpLapsed",
              "CcpObtained",
              "CcsAwarded",
              "LapseReversed",
              "PathOpened",
              "TitleAwarded",
              "TitleCalledIntoQuestion",
              "TitleRefused",
              "WindowClosed",
              "WindowFulfilled",
              "WindowMoved",
              "WindowOpened")
          .map(event -> unchanged("path." + event, "1", "2"))
          .toList();

  private final SimpleSerializedType from;
  private final SimpleSerializedType to;
  private final UnaryOperator<ObjectNode> change;

  Upcaster(String event, String from, String to, UnaryOperator<ObjectNode> change) {
    this.from = new SimpleSerializedType(event, from);
    this.to = new SimpleSerializedType(event, to);
    this.change = change;
  }

  /** The new revision has a component that may be absent, as it is in every fact of the old one. */
  private static Upcaster unchanged(String event, String from, String to) {
    return new Upcaster(event, from, to, UnaryOperator.identity());
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
