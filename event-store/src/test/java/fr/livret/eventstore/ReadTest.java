package fr.livret.eventstore;

import static fr.livret.eventstore.Stores.engine;
import static fr.livret.eventstore.Stores.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was stored is read as it was stored, by aggregate, by position and by time. */
class ReadTest {
  private final DataSource database = Stores.database();
  private final PostgresEventStorageEngine engine = engine(database);
  private final PostgresEventStore store = PostgresEventStore.builder().engine(engine).build();

  @AfterEach
  void close() {
    engine.close();
  }

  private static GlobalSequenceTrackingToken at(long position) {
    return new GlobalSequenceTrackingToken(position);
  }

  private List<Long> positionsAfter(long position) {
    return engine
        .readEvents(at(position), false)
        .map(message -> message.trackingToken().position().orElseThrow())
        .toList();
  }

  @Test
  void an_event_comes_back_with_all_that_was_said_of_it() {
    var told =
        new GenericDomainEventMessage<>(
                "thing", "a", 0, new Stores.Happened("é ☃"), MetaData.with("who", "me"))
            .andMetaData(MetaData.with("why", "so"));
    engine.appendEvents(told);
    DomainEventMessage<?> read = engine.readEvents("a").next();
    assertThat(read.getPayload()).isEqualTo(told.getPayload());
    assertThat(read.getMetaData()).isEqualTo(told.getMetaData());
    assertThat(read.getIdentifier()).isEqualTo(told.getIdentifier());
    assertThat(read.getType()).isEqualTo("thing");
    assertThat(read.getAggregateIdentifier()).isEqualTo("a");
    assertThat(read.getSequenceNumber()).isZero();
    assertThat(read.getTimestamp()).isEqualTo(Micros.instant(Micros.of(told.getTimestamp())));
    TrackedEventMessage<?> tracked = engine.readEvents(at(0), false).findFirst().orElseThrow();
    assertThat(tracked.getPayload()).isEqualTo(told.getPayload());
    assertThat(tracked.getTimestamp()).isEqualTo(read.getTimestamp());
    assertThat(engine.log().head()).isEqualTo(1);
    engine.log().read(0, 1, stored -> assertThat(stored.at()).isEqualTo(read.getTimestamp()));
  }

  @Test
  void a_stream_of_more_than_one_page_is_read_whole() {
    engine.appendEvents(events("long", 0, 1234));
    assertThat(store.readEvents("long").asStream())
        .extracting(DomainEventMessage::getSequenceNumber)
        .hasSize(1234)
        .isSorted();
    assertThat(engine.readEvents("long", 1000).asStream()).hasSize(234);
    assertThat(store.lastSequenceNumberFor("long")).isEqualTo(Optional.of(1233L));
    assertThat(store.lastSequenceNumberFor("none")).isEmpty();
    assertThat(positionsAfter(0)).hasSize(1234).isSorted();
    assertThat(positionsAfter(1230)).containsExactly(1231L, 1232L, 1233L, 1234L);
  }

  @Test
  void tokens_stand_for_the_begin_the_end_and_a_time() {
    assertThat(engine.createTailToken()).isEqualTo(at(0));
    assertThat(engine.createHeadToken()).isEqualTo(at(0));
    assertThat(engine.createTokenAt(Instant.EPOCH)).isEqualTo(at(0));
    engine.appendEvents(events("a", 0, 3));
    assertThat(engine.createTailToken()).isEqualTo(at(0));
    assertThat(engine.createHeadToken()).isEqualTo(at(3));
    assertThat(engine.createTokenAt(Instant.EPOCH)).isEqualTo(at(0));
    assertThat(engine.createTokenAt(Instant.parse("9999-01-01T00:00:00Z"))).isEqualTo(at(3));
  }

  @Test
  void a_token_of_another_store_is_refused() {
    assertThatThrownBy(
            () -> engine.readEvents(GapAwareTrackingToken.newInstance(7, List.of(3L)), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another event store");
  }

  /** Clocks of several machines differ: a later position may have an earlier time. */
  @Test
  void the_token_of_a_time_has_every_event_of_that_time_or_later_before_it() {
    Random random = new Random(7);
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    TreeMap<Long, Instant> times = new TreeMap<>();
    List<EventMessage<?>> some = new ArrayList<>();
    for (int number = 0; number < 3_500; number++) {
      Instant at = start.plusMillis(number * 100L + random.nextInt(30_000));
      times.put(number + 1L, at);
      some.add(
          new GenericDomainEventMessage<>(
              "thing",
              "s" + number,
              0,
              new GenericMessage<>(new Stores.Happened("s" + number)),
              at));
      if (number == 1_700) {
        // Noted in two goes, as it is when it is asked for now and then.
        engine.appendEvents(List.copyOf(some));
        some.clear();
        assertThat(engine.createTokenAt(start)).isEqualTo(at(0));
      }
    }
    engine.appendEvents(some);
    for (int probe = 0; probe < 200; probe++) {
      Instant asked = start.minusSeconds(60).plusMillis(random.nextInt(500_000));
      long first =
          times.entrySet().stream()
              .filter(one -> !one.getValue().isBefore(asked))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(3_501L);
      assertThat(engine.createTokenAt(asked)).as("at %s", asked).isEqualTo(at(first - 1));
    }
  }

  @Test
  void an_aggregate_is_read_from_its_snapshot_on_in_one_exchange() {
    engine.appendEvents(events("a", 0, 10));
    store.storeSnapshot(
        new GenericDomainEventMessage<>("thing", "a", 6, new Stores.Happened("until six")));
    assertThat(store.readEvents("a").asStream())
        .extracting(DomainEventMessage::getSequenceNumber)
        .containsExactly(6L, 7L, 8L, 9L);
    // An older one that comes late replaces nothing.
    store.storeSnapshot(
        new GenericDomainEventMessage<>("thing", "a", 3, new Stores.Happened("until three")));
    assertThat(engine.readSnapshot("a").orElseThrow().getPayload())
        .isEqualTo(new Stores.Happened("until six"));
  }

  @Test
  void a_snapshot_that_the_filter_refuses_is_passed_over() {
    engine.appendEvents(events("a", 0, 10));
    store.storeSnapshot(
        new GenericDomainEventMessage<>("thing", "a", 6, new Stores.Happened("until six")));
    try (PostgresEventStorageEngine strict =
        Stores.builder(database)
            .upcasterChain(NoOpEventUpcaster.INSTANCE)
            .snapshotFilter((DomainEventData<?> snapshot) -> !snapshot.getType().equals("thing"))
            .build()) {
      assertThat(PostgresEventStore.builder().engine(strict).build().readEvents("a").asStream())
          .hasSize(10);
    }
  }

  @Test
  void the_log_is_gone_through_stream_by_stream_in_portions_of_whole_streams() {
    for (int round = 0; round < 3; round++) {
      engine.appendEvents(events("b", round, round + 1));
      engine.appendEvents(events("a", round, round + 1));
    }
    engine.appendEvents(events("it's", 0, 5));
    engine.appendEvents(events("a", 3, 4));
    long upTo = 11;
    assertThat(told(engine.log().streamsAfter("", upTo, 4))).containsExactly("a 0", "a 1", "a 2");
    assertThat(told(engine.log().streamsAfter("a", upTo, 4))).containsExactly("b 0", "b 1", "b 2");
    assertThat(told(engine.log().streamsAfter("b", upTo, 4)))
        .as("one stream has more than the portion")
        .containsExactly("it's 0", "it's 1", "it's 2", "it's 3", "it's 4");
    assertThat(engine.log().streamsAfter("it's", upTo, 4)).isEmpty();
    assertThat(told(engine.log().streamsAfter("", 12, 100))).hasSize(12).contains("a 3");
  }

  @Test
  void some_streams_are_read_by_name_up_to_a_position() {
    engine.appendEvents(events("b", 0, 2));
    engine.appendEvents(events("it's", 0, 2));
    engine.appendEvents(events("c", 0, 1));
    assertThat(told(engine.log().streams(List.of("it's", "b", "nobody"), 3)))
        .containsExactly("b 0", "b 1", "it's 0");
    assertThat(engine.log().streams(List.of(), 3)).isEmpty();
  }

  private static List<String> told(List<StoredEvent> events) {
    return events.stream().map(event -> event.stream() + " " + event.sequence()).toList();
  }
}
