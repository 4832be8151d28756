package fr.livret.form.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.form.event.EventJson;
import fr.livret.form.event.EventTypes;
import fr.livret.form.event.FactMetadata;
import fr.livret.form.event.SampleEvents;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts through the product's engine, on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventStoreTest {
  private static final MetaData BROUGHT_BY =
      MetaData.with(FactMetadata.ACTOR, "centre-3").and(FactMetadata.REQUEST, "r-1");

  private final ConfigurableApplicationContext context =
      new SpringApplicationBuilder(StoreContext.Everything.class)
          .properties(StoreContext.properties())
          .run();
  private final EventStorageEngine engine = context.getBean(EventStorageEngine.class);

  @AfterAll
  void stop() {
    context.close();
  }

  @Test
  void every_event_comes_back_as_it_was_appended() {
    List<Record> events =
        Stream.concat(SampleEvents.full().stream(), SampleEvents.sparse().stream()).toList();
    TrackingToken before = engine.createHeadToken();
    engine.appendEvents(stream("all", 0, events));
    assertThat(engine.readEvents("all").asStream().<Object>map(EventMessage::getPayload))
        .containsExactlyElementsOf(events);
    assertThat(engine.readEvents(before, false).<Object>map(EventMessage::getPayload))
        .containsExactlyElementsOf(events);
  }

  @Test
  void the_table_names_events_logically_and_keeps_readable_json() {
    List<Record> events = SampleEvents.full();
    engine.appendEvents(stream("named", 0, events));
    var rows =
        context
            .getBean(JdbcClient.class)
            .sql(
                """
                select payload_type, revision,
                       convert_from(payload, 'UTF8')::jsonb as payload,
                       convert_from(metadata, 'UTF8')::jsonb ->> 'actor' as actor
                from event_store.event_log
                where stream = 'named' order by position
                """)
            .query()
            .listOfRows();
    assertThat(rows)
        .extracting(row -> row.get("payload_type"))
        .containsExactlyElementsOf(
            events.stream().map(one -> EventJson.kernel().nameOf(one.getClass())).toList());
    assertThat(rows)
        .extracting(row -> row.get("revision"))
        .containsExactlyElementsOf(
            events.stream()
                .map(one -> EventTypes.kernel().of(one.getClass()).orElseThrow().revision())
                .toList());
    assertThat(rows).extracting(row -> row.get("actor")).containsOnly("centre-3");
  }

  @Test
  void what_came_with_a_fact_comes_back_with_it() {
    engine.appendEvents(stream("brought", 0, SampleEvents.sparse()));
    MetaData read = engine.readEvents("brought").next().getMetaData();
    assertThat(read).isEqualTo(BROUGHT_BY);
    assertThat(FactMetadata.of(read))
        .isEqualTo(
            new FactMetadata(
                Optional.of("centre-3"),
                Optional.of("r-1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void of_two_who_open_one_stream_at_once_one_is_refused() throws InterruptedException {
    assertThatOneFails("opened", 0, AggregateStreamCreationException.class);
  }

  @Test
  void of_two_who_append_at_one_place_at_once_one_is_refused() throws InterruptedException {
    assertThatOneFails("appended", 1, ConcurrencyException.class);
  }

  private void assertThatOneFails(String name, int place, Class<? extends Exception> expected)
      throws InterruptedException {
    List<Record> events = SampleEvents.full().subList(0, 3);
    CyclicBarrier together = new CyclicBarrier(2);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 20; round++) {
        String stream = name + "-" + round;
        engine.appendEvents(stream(stream, 0, events.subList(0, place)));
        Callable<Optional<Throwable>> append =
            () -> {
              together.await();
              try {
                engine.appendEvents(stream(stream, place, events));
                return Optional.empty();
              } catch (ConcurrencyException | AggregateStreamCreationException e) {
                return Optional.of(e);
              }
            };
        assertThat(
                callers.invokeAll(List.of(append, append)).stream()
                    .map(Future::resultNow)
                    .flatMap(Optional::stream))
            .singleElement()
            .satisfies(failure -> assertThat(failure).isExactlyInstanceOf(expected));
        assertThat(engine.readEvents(stream).asStream()).hasSize(place + events.size());
      }
    }
  }

  private static List<GenericDomainEventMessage<Object>> stream(
      String name, int from, List<? extends Record> events) {
    return IntStream.range(0, events.size())
        .mapToObj(i ->
            new GenericDomainEventMessage<Object>(
                "Path", name, from + i, events.get(i), BROUGHT_BY))
        .toList();
  }
}
