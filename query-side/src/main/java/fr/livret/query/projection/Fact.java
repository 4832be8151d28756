package fr.livret.query.projection;

import java.time.Instant;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * An event with what was recorded around it.
 *
 * @param event what happened
 * @param writing gives it as it is written
 * @param stream the id under which it is stored
 * @param version the version of its stream from this event on; the first event makes version 1
 * @param position its place in the order of all events
 * @param recordedAt when it was stored
 * @param actor who declared it
 * @param requestId the exchange it came by, where it came by one
 * @param client the software it came by, where that said what it is
 * @param readIn where it was read, where an import brought it
 * @param decision the journal's entry as JSON, on the first fact of each decision
 */
public record Fact<E>(
    E event,
    Writing writing,
    String stream,
    long version,
    long position,
    Instant recordedAt,
    String actor,
    @Nullable String requestId,
    @Nullable String client,
    @Nullable ReadIn readIn,
    @Nullable String decision) {

  /** An event's written form, in its current revision. */
  @FunctionalInterface
  public interface Writing {
    /** As stored, where it was stored by that serializer; written anew otherwise. */
    SerializedObject<byte[]> by(Serializer serializer);

    /** That of the event a message carries. */
    static Writing of(Message<?> message) {
      return serializer -> message.serializePayload(serializer, byte[].class);
    }
  }
}
