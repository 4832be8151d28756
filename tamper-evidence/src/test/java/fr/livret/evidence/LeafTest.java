package fr.livret.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.eventstore.EventType;
import fr.livret.eventstore.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A leaf holds everything that is stored of an event, and nothing can be moved between its parts.
 */
class LeafTest {
  private static final Instant AT = Instant.parse("2026-11-22T17:00:00.123456Z");
  private static final UUID ID = new UUID(0x0102030405060708L, 0x090a0b0c0d0e0f10L);

  private final Leaf leaf = new Leaf();

  private static StoredEvent event(EventType type, String stream, String payload, String metadata) {
    return new StoredEvent(
        7,
        stream,
        3,
        ID,
        type,
        AT,
        payload.getBytes(StandardCharsets.UTF_8),
        metadata.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void its_bytes_are_those_the_description_tells() {
    String written =
        HexFormat.of().formatHex(leaf.content(event(new EventType("a", "é", null), "s", "{}", "")));
    assertThat(written)
        .isEqualTo(
            "01"
                + "0000000000000007"
                + HexFormat.of().toHexDigits(1795366800123456L)
                + "0000000000000003"
                + "0102030405060708090a0b0c0d0e0f10"
                + "0000000161"
                + "00000002c3a9"
                + "ffffffff"
                + "0000000173"
                + "000000027b7d"
                + "00000000");
  }

  @Test
  void whatever_differs_makes_another_leaf() {
    EventType type = new EventType("path", "path.Opened", "1");
    StoredEvent event = event(type, "s", "payload", "metadata");
    Stream<StoredEvent> others =
        Stream.of(
            event,
            event(new EventType(null, "path.Opened", "1"), "s", "payload", "metadata"),
            event(new EventType("", "path.Opened", "1"), "s", "payload", "metadata"),
            event(new EventType("pat", "hpath.Opened", "1"), "s", "payload", "metadata"),
            event(new EventType("path", "path.Opened", "2"), "s", "payload", "metadata"),
            event(new EventType("path", "path.Opened", null), "s", "payload", "metadata"),
            event(type, "t", "payload", "metadata"),
            event(type, "s", "payloadm", "etadata"),
            event(type, "s", "", "payloadmetadata"),
            new StoredEvent(8, "s", 3, ID, type, AT, event.payload(), event.metadata()),
            new StoredEvent(7, "s", 4, ID, type, AT, event.payload(), event.metadata()),
            new StoredEvent(7, "s", 3, new UUID(1, 2), type, AT, event.payload(), event.metadata()),
            new StoredEvent(
                7, "s", 3, ID, type, AT.plusNanos(1_000), event.payload(), event.metadata()),
            new StoredEvent(
                7,
                "s",
                3,
                ID,
                type,
                Instant.MAX.minusSeconds(1),
                event.payload(),
                event.metadata()));
    List<Hash> leaves = others.map(leaf::of).toList();
    assertThat(leaves).doesNotHaveDuplicates();
    assertThat(leaf.at(8, event)).isNotEqualTo(leaf.of(event)).isEqualTo(leaves.get(9));
  }

  @Test
  void a_long_event_is_hashed_as_a_short_one() {
    StoredEvent longer = event(new EventType("a", "b", null), "s", "x".repeat(100_000), "y");
    byte[] content = new Leaf().content(longer);
    assertThat(content).hasSizeGreaterThan(100_000);
    assertThat(leaf.of(longer)).isEqualTo(new Hashing().leaf(content, content.length));
  }
}
