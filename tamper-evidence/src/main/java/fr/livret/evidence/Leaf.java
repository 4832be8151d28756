package fr.livret.evidence;

import fr.livret.eventstore.EventType;
import fr.livret.eventstore.StoredEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of an event is the content of its leaf: everything that is stored of it, in one form.
 *
 * <p>Version 1, numbers with their highest byte first:
 *
 * <table>
 *   <caption>The bytes</caption>
 *   <tr><td>1 byte</td><td>the version: 1</td></tr>
 *   <tr><td>8 bytes</td><td>position</td></tr>
 *   <tr><td>8 bytes</td><td>when it happened, in microseconds since 1970</td></tr>
 *   <tr><td>8 bytes</td><td>sequence in its stream</td></tr>
 *   <tr><td>16 bytes</td><td>identifier</td></tr>
 *   <tr><td>text</td><td>type of its aggregate</td></tr>
 *   <tr><td>text</td><td>name of its payload</td></tr>
 *   <tr><td>text</td><td>revision of its payload</td></tr>
 *   <tr><td>text</td><td>stream; of an event without an aggregate, what is stored in its place</td></tr>
 *   <tr><td>bytes</td><td>payload, as stored</td></tr>
 *   <tr><td>bytes</td><td>metadata, as stored</td></tr>
 * </table>
 *
 * <p>Bytes are 4 bytes of length and themselves; a text is the bytes of its UTF-8; where there is
 * none, the length is -1. What is stored of persons is ciphertext, and so is what is hashed: who
 * destroys a key changes no leaf.
 *
 * <p>One is used by one thread at a time.
 */
final class Leaf {
  private static final byte VERSION = 1;
  private static final int FIXED = 1 + 3 * Long.BYTES + 2 * Long.BYTES;

  private final Hashing hashing = new Hashing();

  /** There are few types, and many events of each. */
  private final Map<EventType, byte[]> types = new HashMap<>();

  private ByteBuffer buffer = ByteBuffer.allocate(4_096);

  /** The hash of the leaf of an event. */
  Hash of(StoredEvent event) {
    return at(event.position(), event);
  }

  /** The hash of the leaf that an event would have at another position. */
  Hash at(long position, StoredEvent event) {
    write(position, event);
    return hashing.leaf(buffer.array(), buffer.position());
  }

  /** The content of the leaf of an event. */
  byte[] content(StoredEvent event) {
    write(event.position(), event);
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /**
   * When an event happened, in microseconds since 1970. What PostgreSQL calls infinity overflows,
   * and still differs from all else.
   */
  static long micros(Instant at) {
    return at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000L;
  }

  private void write(long position, StoredEvent event) {
    byte[] type = types.computeIfAbsent(event.type(), Leaf::bytes);
    byte[] stream = event.stream().getBytes(StandardCharsets.UTF_8);
    int length =
        FIXED
            + type.length
            + 3 * Integer.BYTES
            + stream.length
            + event.payload().length
            + event.metadata().length;
    if (buffer.capacity() < length) {
      buffer = ByteBuffer.allocate(2 * length);
    }
    buffer
        .clear()
        .put(VERSION)
        .putLong(position)
        .putLong(micros(event.at()))
        .putLong(event.sequence())
        .putLong(event.id().getMostSignificantBits())
        .putLong(event.id().getLeastSignificantBits())
        .put(type);
    put(buffer, stream);
    put(buffer, event.payload());
    put(buffer, event.metadata());
  }

  private static byte[] bytes(EventType type) {
    byte[][] names = {utf8(type.aggregate()), utf8(type.payload()), utf8(type.revision())};
    int length = 0;
    for (byte[] name : names) {
      length += Integer.BYTES + (name == null ? 0 : name.length);
    }
    ByteBuffer written = ByteBuffer.allocate(length);
    for (byte[] name : names) {
      put(written, name);
    }
    return written.array();
  }

  private static byte @Nullable [] utf8(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ByteBuffer target, byte @Nullable [] bytes) {
    if (bytes == null) {
      target.putInt(-1);
    } else {
      target.putInt(bytes.length).put(bytes);
    }
  }
}
