package fr.livret.eventstore;

import static fr.livret.eventstore.Stores.engine;
import static fr.livret.eventstore.Stores.event;
import static fr.livret.eventstore.Stores.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is acknowledged is there, once, in its order; what is refused is not there. */
class AppendTest {
  private final DataSource database = Stores.database();
  private final PostgresEventStorageEngine engine = engine(database);

  @AfterEach
  void close() {
    engine.close();
  }

  private List<StoredEvent> log() {
    List<StoredEvent> events = new ArrayList<>();
    engine.log().read(0, engine.log().head(), events::add);
    return events;
  }

  @Test
  void positions_are_dense_from_1_on() {
    engine.appendEvents(events("a", 0, 3));
    engine.appendEvents(events("b", 0, 2));
    engine.appendEvents(events("a", 3, 4));
    assertThat(log())
        .extracting(StoredEvent::position, StoredEvent::stream, StoredEvent::sequence)
        .containsExactly(
            tuple(1L, "a", 0L),
            tuple(2L, "a", 1L),
            tuple(3L, "a", 2L),
            tuple(4L, "b", 0L),
            tuple(5L, "b", 1L),
            tuple(6L, "a", 3L));
  }

  @Test
  void who_comes_second_is_told_by_axons_own_exceptions() {
    engine.appendEvents(events("a", 0, 2));
    assertThatThrownBy(() -> engine.appendEvents(event("a", 0)))
        .isInstanceOf(AggregateStreamCreationException.class)
        .hasMessageContaining("[a]");
    assertThatThrownBy(() -> engine.appendEvents(events("a", 1, 3)))
        .isExactlyInstanceOf(ConcurrencyException.class)
        .hasMessageContaining("[a]")
        .hasMessageContaining("[1]");
    assertThat(log()).hasSize(2);
  }

  @Test
  void the_same_events_again_are_known_and_not_stored_twice() {
    List<EventMessage<?>> twice = events("a", 0, 2);
    engine.appendEvents(twice);
    engine.appendEvents(twice);
    assertThat(log()).hasSize(2);
  }

  @Test
  void an_event_without_an_aggregate_is_a_stream_of_its_own() {
    EventMessage<?> alone = GenericEventMessage.asEventMessage(new Stores.Happened("alone"));
    engine.appendEvents(alone);
    assertThat(log())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.stream()).isEqualTo(alone.getIdentifier());
          assertThat(event.type().aggregate()).isNull();
        });
  }

  @Test
  void an_identifier_that_is_no_uuid_is_refused_by_name() {
    EventMessage<?> odd =
        new GenericEventMessage<>("number 7", new Stores.Happened("odd"), Map.of(), Instant.EPOCH);
    assertThatThrownBy(() -> engine.appendEvents(odd))
        .isInstanceOf(EventStoreException.class)
        .hasMessageContaining("[number 7]");
  }

  /** A NUL character cannot be a text of PostgreSQL: the database refuses the row. */
  @Test
  void what_the_database_refuses_fails_alone() throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> good = new ArrayList<>();
      List<Future<?>> bad = new ArrayList<>();
      for (int caller = 0; caller < 50; caller++) {
        String name = "caller " + caller;
        good.add(callers.submit(() -> engine.appendEvents(events(name, 0, 2))));
        bad.add(callers.submit(() -> engine.appendEvents(event(name + "\0", 0))));
      }
      for (Future<?> one : good) {
        one.get();
      }
      for (Future<?> one : bad) {
        assertThatThrownBy(one::get)
            .hasCauseInstanceOf(EventStoreException.class)
            .hasMessageContaining("nothing was stored");
      }
    }
    assertThat(log()).hasSize(100);
  }

  /** Within one batch too. */
  @Test
  void what_was_built_on_a_refused_event_is_not_stored() {
    engine.appendEvents(event("first", 0));
    Journal journal = new PostgresJournal(database, Limits.DEFAULT.patience());
    List<Outcome> outcomes =
        journal.write(List.of(append("a\0", 0), append("a\0", 1), append("b", 0)));
    journal.close();
    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Failed.class);
    assertThat(outcomes.get(1)).isInstanceOf(Outcome.Lost.class);
    assertThat(outcomes.get(2)).isEqualTo(new Outcome.Stored(2));
    assertThat(log()).hasSize(2);
  }

  private static Append append(String stream, int sequence) {
    return new Append(
        List.of(
            new Append.Event(
                stream, sequence, UUID.randomUUID(), (short) 1, 0, new byte[] {1}, new byte[0])));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from event_store.event_type",
        "update event_store.event_type set code = default",
        "truncate event_store.event_type"
      })
  void the_number_of_a_type_stays(String change) throws Exception {
    engine.appendEvents(event("a", 0));
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(change)).isInstanceOf(SQLException.class);
    }
    assertThat(log()).hasSize(1);
  }

  @Test
  void of_many_callers_on_one_stream_each_place_goes_to_exactly_one() throws Exception {
    DataSource same = database;
    Map<String, Integer> won = new ConcurrentHashMap<>();
    try (PostgresEventStorageEngine other = engine(same);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 32; caller++) {
        PostgresEventStorageEngine through = caller % 2 == 0 ? engine : other;
        callers.submit(() -> {
          for (int sequence = 0; sequence < 50; sequence++) {
            try {
              through.appendEvents(event("shared", sequence));
              won.merge("shared " + sequence, 1, Integer::sum);
            } catch (ConcurrencyException | AggregateStreamCreationException lost) {
              won.merge("shared " + sequence, 0, Integer::sum);
            }
            through.appendEvents(event("own " + Thread.currentThread().threadId(), sequence));
          }
        });
      }
    }
    assertThat(won).hasSize(50).allSatisfy((_, winners) -> assertThat(winners).isEqualTo(1));
    assertThat(log())
        .hasSize(50 + 32 * 50)
        .extracting(StoredEvent::position)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 50 + 32 * 50).boxed().toList());
  }

  @Test
  void a_lost_connection_costs_nobody_an_event() throws Exception {
    // A new type is learnt over another connection, and its loss is told: nothing is under way yet.
    engine.appendEvents(event("first", 0));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int caller = 0; caller < 16; caller++) {
        String name = "caller " + caller;
        all.add(
            callers.submit(() -> {
              for (int sequence = 0; sequence < 200; sequence++) {
                engine.appendEvents(event(name, sequence));
              }
            }));
      }
      for (int kill = 0; kill < 20; kill++) {
        Thread.sleep(10);
        killWriters();
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(log())
        .extracting(StoredEvent::position)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 1 + 16 * 200).boxed().toList());
  }

  private void killWriters() throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
              + " current_database() and pid <> pg_backend_pid()");
    }
  }

  @Test
  void a_closed_store_refuses_and_says_so() {
    engine.close();
    assertThatThrownBy(() -> engine.appendEvents(event("late", 0)))
        .isInstanceOf(EventStoreException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void what_was_accepted_before_the_close_is_stored() throws Exception {
    List<Future<Boolean>> all = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 200; caller++) {
        String name = "caller " + caller;
        all.add(
            callers.submit(() -> {
              try {
                engine.appendEvents(event(name, 0));
                return true;
              } catch (EventStoreException refused) {
                return false;
              }
            }));
      }
      engine.close();
    }
    int stored = 0;
    for (Future<Boolean> one : all) {
      stored += one.get() ? 1 : 0;
    }
    assertThat(new EventLog(database).head()).isEqualTo(stored);
  }
}
