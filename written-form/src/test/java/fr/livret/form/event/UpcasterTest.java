package fr.livret.form.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.livret.eventstore.testing.TestPostgres;
import fr.livret.form.event.fixture.FixtureEvent;
import fr.livret.form.event.fixture.FixtureEvent.Noted;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was stored in an old form is read in the present one. */
class UpcasterTest {
  private static final Upcaster DATED =
      new Upcaster("fixture.Noted", "1", "2", event -> event.put("on", "2013-09-30"));
  private static final Upcaster RENAMED =
      new Upcaster("fixture.Noted", "2", "3", event -> event.set("what", event.remove("text")));

  private final DataSource database = TestPostgres.freshDatabase();

  @Test
  void an_old_revision_in_the_database_is_read_as_the_new_one() {
    EventStorageEngine engine = engine("2", new EventUpcasterChain(DATED));
    stored("fixture.Noted", "1", "{\"what\":\"an old fact\"}", 0);
    stored("fixture.Noted", "2", "{\"what\":\"a new one\",\"on\":\"2019-03-10\"}", 1);
    assertThat(facts(engine))
        .containsExactly(
            new Noted("an old fact", LocalDate.of(2013, 9, 30)),
            new Noted("a new one", LocalDate.of(2019, 3, 10)));
  }

  @Test
  void the_steps_follow_each_other() {
    EventStorageEngine engine = engine("3", new EventUpcasterChain(DATED, RENAMED));
    stored("fixture.Noted", "1", "{\"text\":\"an old fact\"}", 0);
    assertThat(facts(engine)).containsExactly(new Noted("an old fact", LocalDate.of(2013, 9, 30)));
  }

  @Test
  void without_its_upcaster_an_old_fact_is_an_error_and_not_passed_over() {
    EventStorageEngine engine = engine("2", Upcaster.chain());
    stored("fixture.Noted", "1", "{\"what\":\"an old fact\"}", 0);
    assertThatExceptionOfType(UnreadableEvent.class)
        .isThrownBy(() -> facts(engine))
        .withMessageContaining("fixture.Noted is read in revision 2 only");
  }

  @Test
  void a_fact_of_an_unknown_name_is_an_error_and_not_passed_over() {
    EventStorageEngine engine = engine("2", Upcaster.chain());
    stored("fixture.Forgotten", "1", "{}", 0);
    assertThatExceptionOfType(UnreadableEvent.class)
        .isThrownBy(() -> facts(engine))
        .withMessage("no event is called fixture.Forgotten");
  }

  private EventStorageEngine engine(String revision, EventUpcasterChain upcasters) {
    EventTypes types = EventTypes.of(List.of(FixtureEvent.class), Map.of(Noted.class, revision));
    JdbcEventStorageEngine engine =
        JdbcEventStorageEngine.builder()
            .connectionProvider(new DataSourceConnectionProvider(database))
            .transactionManager(NoTransactionManager.INSTANCE)
            .eventSerializer(new KernelEventSerializer(new EventJson(types)))
            .snapshotSerializer(JacksonSerializer.defaultSerializer())
            .upcasterChain(upcasters)
            .build();
    engine.createSchema(PostgresEventTableFactory.INSTANCE);
    return engine;
  }

  private void stored(String type, String revision, String json, int sequence) {
    JdbcClient.create(database)
        .sql(
            """
            insert into DomainEventEntry (eventIdentifier, aggregateIdentifier, sequenceNumber,
              type, timeStamp, payloadType, payloadRevision, payload, metaData)
            values (?, 'one', ?, 'Fixture', '2013-09-30T00:00:00.000Z', ?, ?, ?, ?)
            """)
        .params("event-" + sequence, sequence, type, revision, json.getBytes(UTF_8))
        .param("{}".getBytes(UTF_8))
        .update();
  }

  private static List<Object> facts(EventStorageEngine engine) {
    return engine.readEvents("one").asStream().<Object>map(EventMessage::getPayload).toList();
  }
}
