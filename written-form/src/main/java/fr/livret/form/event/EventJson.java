package fr.livret.form.event;

import fr.livret.form.event.EventTypes.EventType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON, always in the same bytes: components in the order of their declaration, sets
 * sorted, absent values left out. Thread-safe.
 */
public final class EventJson {
  private static final EventJson KERNEL = new EventJson(EventTypes.kernel());

  private final EventTypes types;
  private final JsonMapper mapper = KernelJson.mapper();
  private final Map<String, ObjectReader> readers = new HashMap<>();
  private final Map<Class<?>, ObjectWriter> writers = new HashMap<>();

  EventJson(EventTypes types) {
    this.types = types;
    for (EventType type : types.all()) {
      readers.put(type.name(), mapper.readerFor(type.event()));
      writers.put(type.event(), mapper.writerFor(type.event()));
    }
  }

  /** The events of the kernel. */
  public static EventJson kernel() {
    return KERNEL;
  }

  /** Which events it knows. */
  public EventTypes types() {
    return types;
  }

  JsonMapper mapper() {
    return mapper;
  }

  /** UTF-8. Throws {@link IllegalArgumentException} when the object is not one of the events. */
  public byte[] write(Object event) {
    ObjectWriter writer = writers.get(event.getClass());
    if (writer == null) {
      throw notAnEvent(event.getClass());
    }
    return writer.writeValueAsBytes(event);
  }

  /**
   * The event of that type. Throws {@link UnreadableEvent} when the name is unknown, the revision
   * is not the current one (an upcaster has to bring older ones there first), or the JSON lacks a
   * required component, has an unknown one or one that is not of its type.
   */
  public Object read(String logicalName, String revision, byte[] json) {
    EventType type =
        types
            .named(logicalName)
            .orElseThrow(() -> new UnreadableEvent("no event is called " + logicalName));
    if (!type.revision().equals(revision)) {
      throw new UnreadableEvent(
          "%s is read in revision %s only; no upcaster brought revision %s there"
              .formatted(logicalName, type.revision(), revision));
    }
    ObjectReader reader = readers.get(logicalName);
    try {
      Object event = reader == null ? null : reader.readValue(json);
      if (event == null) {
        throw new UnreadableEvent(logicalName + " is null");
      }
      return event;
    } catch (JacksonException e) {
      String where = field(e.getPath());
      throw new UnreadableEvent(
          "%s revision %s%s: %s"
              .formatted(
                  logicalName,
                  revision,
                  where.isEmpty() ? "" : ", at " + where,
                  e.getOriginalMessage()),
          e);
    }
  }

  /** The logical name of that class of events; {@link IllegalArgumentException} if it is none. */
  public String nameOf(Class<?> event) {
    return types.of(event).map(EventType::name).orElseThrow(() -> notAnEvent(event));
  }

  private static String field(List<Reference> path) {
    StringBuilder field = new StringBuilder();
    for (Reference step : path) {
      if (step.getPropertyName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return field.toString();
  }

  private static IllegalArgumentException notAnEvent(Class<?> type) {
    return new IllegalArgumentException(type.getName() + " is not an event of the kernel");
  }
}
