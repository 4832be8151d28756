package fr.livret.benchmarks;

import fr.livret.kernel.path.PathEvent.CcpObtained;
import java.util.UUID;
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
 * Writes the bytes of one typical event whatever it is given, and reads that event whatever was
 * written: what is measured with it is not a serializer.
 */
final class FixedContent implements Serializer {
  private static final SerializedType EVENT = new SimpleSerializedType("path.CcpObtained", "2");
  private static final SerializedType METADATA =
      new SimpleSerializedType(MetaData.class.getName(), null);

  private final CcpObtained event = Typical.event(new UUID(1, 1));
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
  @SuppressWarnings("unchecked") // Axon's signature: the caller says what it expects.
  public <S, T> T deserialize(SerializedObject<S> written) {
    return (T) (isBeside(written.getType()) ? MetaData.emptyInstance() : event);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    return isBeside(type) ? MetaData.class : CcpObtained.class;
  }

  private static boolean isBeside(SerializedType type) {
    return type.getName().equals(METADATA.getName());
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
