package fr.livret.benchmarks;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Writes the bytes of one typical event whatever it is given, and reads nothing: what is measured
 * with it is an engine, not a serializer.
 */
final class FixedContent implements Serializer {
  private static final SerializedType EVENT = new SimpleSerializedType("path.CcpObtained", "2");
  private static final SerializedType METADATA =
      new SimpleSerializedType(MetaData.class.getName(), null);

  private final byte[] payload = Typical.payload();
  private final byte[] metadata = Typical.metadata();
  private final Converter converter = new ChainingConverter();

  @Override
  public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
    boolean beside = object instanceof MetaData;
    return new SimpleSerializedObject<>(
        representation.cast(beside ? metadata : payload),
        representation,
        beside ? METADATA : EVENT);
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return representation == byte[].class;
  }

  @Override
  public <S, T> T deserialize(SerializedObject<S> written) {
    throw new UnsupportedOperationException("nothing is read");
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    throw new UnsupportedOperationException("nothing is read");
  }

  @Override
  @SuppressWarnings("rawtypes") // Axon's signature.
  public SerializedType typeForClass(@Nullable Class type) {
    return type == MetaData.class ? METADATA : EVENT;
  }

  @Override
  public Converter getConverter() {
    return converter;
  }
}
