package fr.livret.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.eventstore.EventType;
import fr.livret.eventstore.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ByStreamTest {

  @Test
  void every_event_is_taken_once_and_each_stream_in_its_order() throws Exception {
    Map<String, ConcurrentLinkedQueue<Long>> taken = new ConcurrentHashMap<>();
    Consumer<StoredEvent> reader =
        event ->
            taken
                .computeIfAbsent(event.stream(), _ -> new ConcurrentLinkedQueue<>())
                .add(event.sequence());
    ByStream lanes = new ByStream(List.of(reader, reader, reader));
    for (int i = 0; i < 10_000; i++) {
      lanes.accept(event(i));
    }
    lanes.finish();
    assertThat(taken).hasSize(10);
    assertThat(taken.values())
        .allSatisfy(stream -> assertThat(List.copyOf(stream)).hasSize(1_000).isSorted());
  }

  @Test
  void a_reader_that_fails_is_told() throws Exception {
    Consumer<StoredEvent> failing =
        _ -> {
          throw new IllegalStateException("decided otherwise");
        };
    ByStream lanes = new ByStream(List.of(failing));
    lanes.accept(event(1));
    assertThatThrownBy(lanes::finish)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("decided otherwise");
  }

  private static StoredEvent event(int i) {
    return new StoredEvent(
        i + 1L,
        "stream " + i % 10,
        i / 10,
        new UUID(0, i),
        new EventType("path", "path.CcpObtained", "2"),
        Instant.EPOCH,
        new byte[0],
        new byte[0]);
  }
}
