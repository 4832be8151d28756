package fr.livret.form.event;

import fr.livret.form.event.EventTypes.EventType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Writes facts and their metadata into an Axon event store, and nothing else: an event as {@link
 * EventJson} has it, under its logical name; metadata as texts by name.
 */
public final class KernelEventSerializer implements Serializer {
  private static final SerializedType METADATA =
      new SimpleSerializedType(MetaData.class.getName(), null);

  private final EventJson events;
  private final ObjectReader metadata;
  private final ChainingConverter converter = new ChainingConverter();
  private final Map<Class<?>, SerializedType> typesOfClasses = new ConcurrentHashMap<>();

  public KernelEventSerializer(EventJson events) {
    this.events = events;
    this.metadata = events.mapper().readerForMapOf(String.class);
    converter.registerConverter(new JsonNodeToByteArrayConverter(events.mapper()));
    converter.registerConverter(new ByteArrayToJsonNodeConverter(events.mapper()));
    converter.registerConverter(new JsonNodeToObjectNodeConverter());
    converter.registerConverter(new ObjectNodeToJsonNodeConverter());
  }

  @Override
  public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
    if (object == null) {
      throw new SerializationException("a fact without content cannot be written");
    }
    byte[] json = object instanceof MetaData texts ? write(texts) : events.write(object);
    return new SimpleSerializedObject<>(
        as(json, representation), representation, typeForClass(object.getClass()));
  }

  /** A converter of Axon's looks for its way anew each time; what is stored needs none. */
  private <T> T as(byte[] json, Class<T> representation) {
    return representation == byte[].class
        ? representation.cast(json)
        : converter.convert(json, representation);
  }

  private byte[] write(MetaData texts) {
    for (Map.Entry<String, ?> entry : texts.entrySet()) {
      if (!(entry.getValue() instanceof String)) {
        throw new SerializationException(
            "metadata are texts, and " + entry.getKey() + " is " + entry.getValue());
      }
    }
    return events.mapper().writeValueAsBytes(Map.copyOf(texts));
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return converter.canConvert(byte[].class, representation);
  }

  @Override
  @SuppressWarnings("unchecked") // Axon's signature: the caller says what it expects.
  public <S, T> T deserialize(SerializedObject<S> written) {
    byte[] json =
        written.getData() instanceof byte[] bytes
            ? bytes
            : converter.convert(written, byte[].class).getData();
    SerializedType type = written.getType();
    return type.getName().equals(METADATA.getName())
        ? (T) metadata(json)
        : (T) events.read(type.getName(), String.valueOf(type.getRevision()), json);
  }

  private MetaData metadata(byte[] json) {
    try {
      return MetaData.from(metadata.<Map<String, String>>readValue(json));
    } catch (JacksonException e) {
      throw new SerializationException("metadata are not texts by name", e);
    }
  }

  /** Throws {@link UnreadableEvent} for an unknown name: no fact is passed over in silence. */
  @Override
  public Class<?> classForType(SerializedType type) {
    if (type.getName().equals(METADATA.getName())) {
      return MetaData.class;
    }
    return events
        .types()
        .named(type.getName())
        .map(EventType::event)
        .orElseThrow(() -> new UnreadableEvent("no event is called " + type.getName()));
  }

  @Override
  @SuppressWarnings("rawtypes") // Axon's signature.
  public SerializedType typeForClass(@Nullable Class type) {
    if (type == null) {
      throw new SerializationException("a fact without content has no type");
    }
    return type == MetaData.class
        ? METADATA
        : typesOfClasses.computeIfAbsent(type, _ -> written(events.nameOf(type)));
  }

  private SerializedType written(String name) {
    return new SimpleSerializedType(
        name, events.types().named(name).map(EventType::revision).orElseThrow());
  }

  @Override
  public Converter getConverter() {
    return converter;
  }
}
