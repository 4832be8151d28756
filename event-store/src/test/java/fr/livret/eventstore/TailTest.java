package fr.livret.eventstore;

import static fr.livret.eventstore.Stores.engine;
import static fr.livret.eventstore.Stores.event;
import static fr.livret.eventstore.Stores.events;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers at the end of the log see every event once and in order, whoever stored it. */
class TailTest {
  private final DataSource database = Stores.database();
  private final PostgresEventStorageEngine engine =
      Stores.builder(database).tail(50, 1 << 20).poll(Duration.ofMinutes(1)).build();
  private final PostgresEventStore store = PostgresEventStore.builder().engine(engine).build();

  @AfterEach
  void close() {
    engine.close();
  }

  private static List<Long> read(TrackingEventStream stream, int number)
      throws InterruptedException {
    List<Long> positions = new ArrayList<>();
    while (positions.size() < number && stream.hasNextAvailable(20, TimeUnit.SECONDS)) {
      positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
    }
    return positions;
  }

  private static List<Long> to(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void what_is_there_already_is_read_from_the_database() throws InterruptedException {
    engine.appendEvents(events("a", 0, 700));
    try (TrackingEventStream stream = store.openStream(null)) {
      assertThat(read(stream, 700)).isEqualTo(to(700));
      assertThat(stream.hasNextAvailable()).isFalse();
      assertThat(stream.peek()).isEmpty();
    }
  }

  @Test
  void a_waiting_reader_is_woken_by_its_own_process() throws Exception {
    try (TrackingEventStream stream = store.openStream(new GlobalSequenceTrackingToken(0))) {
      assertThat(stream.hasNextAvailable()).isFalse();
      Thread.ofVirtual().start(() -> engine.appendEvents(event("a", 0)));
      assertThat(read(stream, 1)).containsExactly(1L);
      assertThat(stream.hasNextAvailable()).isFalse();
    }
  }

  /** It would poll in a minute: what wakes it before is the notification. */
  @Test
  void a_waiting_reader_is_woken_by_another_process() throws Exception {
    try (TrackingEventStream stream = store.openStream(new GlobalSequenceTrackingToken(0));
        PostgresEventStorageEngine other = engine(database)) {
      assertThat(stream.hasNextAvailable(500, TimeUnit.MILLISECONDS)).isFalse();
      other.appendEvents(events("a", 0, 2));
      assertThat(read(stream, 2)).containsExactly(1L, 2L);
    }
  }

  @Test
  void without_notifications_it_is_found_by_looking() throws Exception {
    try (PostgresEventStorageEngine deaf =
        Stores.builder(database).poll(Duration.ofMillis(20)).build()) {
      PostgresEventStore reading = PostgresEventStore.builder().engine(deaf).build();
      try (TrackingEventStream stream = reading.openStream(null);
          var connection = database.getConnection();
          var statement = connection.createStatement()) {
        assertThat(stream.hasNextAvailable(200, TimeUnit.MILLISECONDS)).isFalse();
        // As a writer would that cannot notify.
        statement.execute(
            """
            insert into event_store.event_type (aggregate, payload)
              values ('thing', 'fr.livret.eventstore.Stores$Happened');
            insert into event_store.event (position, at, sequence, type, id, stream, payload, metadata)
            select 1, now(), 0, code, gen_random_uuid(), 's', '{"what":"quiet"}', '{}'
            from event_store.event_type
            """);
        assertThat(read(stream, 1)).containsExactly(1L);
      }
    }
  }

  @Test
  void many_readers_see_all_that_two_processes_store_at_once() throws Exception {
    try (PostgresEventStorageEngine other = engine(database);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch done = new CountDownLatch(4);
      List<List<Long>> seen = new ArrayList<>();
      for (int reader = 0; reader < 4; reader++) {
        List<Long> own = new ArrayList<>();
        seen.add(own);
        callers.submit(() -> {
          try (TrackingEventStream stream = store.openStream(null)) {
            own.addAll(read(stream, 2_000));
          } finally {
            done.countDown();
          }
          return own;
        });
      }
      for (int caller = 0; caller < 20; caller++) {
        PostgresEventStorageEngine through = caller % 2 == 0 ? engine : other;
        String stream = "caller " + caller;
        callers.submit(() -> {
          for (int sequence = 0; sequence < 100; sequence++) {
            through.appendEvents(event(stream, sequence));
          }
        });
      }
      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(seen).allSatisfy(own -> assertThat(own).isEqualTo(to(2_000)));
    }
  }

  @Test
  void who_listens_is_told_until_the_stream_is_closed() throws InterruptedException {
    BlockingQueue<Long> told = new LinkedBlockingQueue<>();
    TrackingEventStream stream = store.openStream(null);
    assertThat(stream.setOnAvailableCallback(() -> told.add(engine.log().head()))).isTrue();
    engine.appendEvents(event("a", 0));
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(1L);
    stream.close();
    engine.appendEvents(event("a", 1));
    assertThat(told.poll(100, TimeUnit.MILLISECONDS)).isNull();
    TrackingEventStream next = store.openStream(null);
    assertThat(next.setOnAvailableCallback(() -> told.add(engine.log().head()))).isTrue();
    engine.appendEvents(event("a", 2));
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(3L);
    next.close();
  }
}
