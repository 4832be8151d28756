package fr.livret.eventstore.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.EventType;
import fr.livret.eventstore.StoredEvent;
import fr.livret.eventstore.migration.AxonTableMigration.Summary;
import fr.livret.eventstore.migration.MigrationProgress.Step;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxonTableMigrationTest {
  private final OldStore old = new OldStore();

  private List<StoredEvent> stored() {
    EventLog log = new EventLog(old.database);
    List<StoredEvent> events = new ArrayList<>();
    log.read(0, log.head(), events::add);
    return events;
  }

  private void requireDone() {
    AxonTableMigration.requireDone(old.database, AxonTables.underscored());
  }

  @Test
  void every_event_is_there_in_its_order_and_positions_have_no_gaps() {
    old.withEvents(100);
    assertThat(old.migrate()).contains(new Summary(100, 0, 0, 0));
    List<StoredEvent> events = stored();
    assertThat(events)
        .extracting(StoredEvent::position)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
    assertThat(events)
        .extracting(event -> new String(event.payload(), StandardCharsets.UTF_8))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 100).mapToObj("{\"n\":%d}"::formatted).toList());
    StoredEvent twelfth = events.get(11);
    assertThat(twelfth.stream()).isEqualTo("aggregate-1");
    assertThat(twelfth.sequence()).isEqualTo(1);
    assertThat(twelfth.at()).isEqualTo(Instant.parse("2019-03-10T00:00:12.036Z"));
    assertThat(twelfth.type()).isEqualTo(new EventType("Path", "kind.2", "0"));
    assertThat(events.get(10).type()).isEqualTo(new EventType(null, "kind.1", "2"));
  }

  @Test
  void it_is_done_once() {
    old.withEvents(20).migrate();
    assertThat(old.migrate()).isEmpty();
    assertThat(stored()).hasSize(20);
  }

  @Test
  void the_latest_snapshot_of_each_aggregate_follows() {
    old.withEvents(20).withSnapshots();
    assertThat(old.migrate()).contains(new Summary(20, 5, 0, 0));
    assertThat(old.query("select sequence from event_store.snapshot order by 1"))
        .containsExactly("16", "17", "18", "19", "20");
  }

  @Test
  void axons_own_names_are_the_standard_ones() {
    old.sql(
        """
        create table DomainEventEntry (globalIndex bigserial, eventIdentifier text,
          aggregateIdentifier text, sequenceNumber bigint, type text, timeStamp text,
          payloadType text, payloadRevision text, payload bytea, metaData bytea);
        insert into DomainEventEntry values (default, gen_random_uuid(), 'a', 0, 'A',
          '2019-03-10T10:11:12Z', 'kind', null, '', '');
        """);
    AxonTables standard = AxonTables.standard();
    AxonTableMigration migration =
        new AxonTableMigration(old.database, standard, OldStore.SERIALIZER);
    assertThat(migration.run(_ -> {})).contains(new Summary(1, 0, 0, 0));
    assertThat(stored().getFirst().at()).isEqualTo(Instant.parse("2019-03-10T10:11:12Z"));
  }

  @Test
  void other_names_are_given_as_to_axon() {
    old.sql("create schema kept; alter table domain_event_entry set schema kept");
    old.sql("alter table kept.domain_event_entry rename time_stamp to at");
    AxonTables names =
        new AxonTables(
            EventSchema.builder()
                .eventTable("kept.domain_event_entry")
                .globalIndexColumn("global_index")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .timestampColumn("at")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .metaDataColumn("meta_data")
                .build(),
            new TokenSchema());
    assertThat(new AxonTableMigration(old.database, names, OldStore.SERIALIZER).run(_ -> {}))
        .contains(new Summary(0, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "2019-03-10T10:11:12Z, 2019-03-10T10:11:12Z, 0",
    "2019-03-10T10:11:12.123456Z, 2019-03-10T10:11:12.123456Z, 0",
    "2019-03-10T10:11:12.999999999Z, 2019-03-10T10:11:12.999999Z, 1",
    "2019-03-10T12:11:12.9999999+02:00, 2019-03-10T10:11:12.999999Z, 1",
    "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.5Z, 0"
  })
  void a_time_stamp_is_kept_to_the_microsecond(String written, Instant kept, long cut) {
    old.withEvents(3);
    old.sql(
        "update domain_event_entry set time_stamp = '%s' where global_index = 2"
            .formatted(written));
    assertThat(old.migrate()).contains(new Summary(3, 0, 0, cut));
    assertThat(stored().get(1).at()).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "event_identifier = 'e-5' ; event identifier 'e-5' is not a UUID",
        "event_identifier = upper(event_identifier) || 'A' ; is not a UUID",
        "time_stamp = '2019-02-29T10:11:12Z' ; time stamp '2019-02-29T10:11:12Z' is not an ISO",
        "time_stamp = '2019-03-10 10:11:12' ; is not an ISO 8601 instant",
        "sequence_number = 2147483648 ; sequence number 2147483648 does not fit",
        "meta_data = null ; it has no metadata"
      })
  void an_event_that_cannot_be_taken_over_is_named(String change, String complaint) {
    old.withEvents(30);
    old.sql("update domain_event_entry set %s where global_index = 5".formatted(change));
    assertThatThrownBy(old::migrate)
        .isInstanceOf(MigrationRefused.class)
        .hasMessageContaining("global_index 5 of domain_event_entry (aggregate aggregate-5")
        .hasMessageContaining(complaint);
    assertThat(stored()).isEmpty();
  }

  @Test
  void a_snapshot_that_cannot_be_taken_over_is_named() {
    old.withEvents(30).withSnapshots();
    old.sql("update snapshot_event_entry set event_identifier = 's' where sequence_number = 18");
    assertThatThrownBy(old::migrate)
        .hasMessageContaining("a snapshot of snapshot_event_entry (aggregate aggregate-3")
        .hasMessageContaining("'s' is not a UUID");
    assertThat(stored()).isEmpty();
  }

  @Test
  void two_events_with_one_place_are_named() {
    old.withEvents(30);
    old.sql(
        """
        alter table domain_event_entry
          drop constraint domain_event_entry_aggregate_identifier_sequence_number_key;
        update domain_event_entry set sequence_number = 0 where aggregate_identifier = 'aggregate-4';
        """);
    assertThatThrownBy(old::migrate)
        .isInstanceOf(MigrationRefused.class)
        .hasMessageContaining("(stream, sequence)=(aggregate-4, 0)");
  }

  @Test
  void a_copy_that_was_touched_is_found_at_its_first_position() {
    old.withEvents(100);
    assertThatThrownBy(() ->
            old.migrate(progress -> {
              if (progress.step() == Step.COPYING && progress.done() == 100) {
                old.sql(
                    "update event_store.event set metadata = '{\"a\":1}' where position in (66,"
                        + " 33)");
              }
            }))
        .isInstanceOf(MigrationRefused.class)
        .hasMessageContaining("first difference is at position 33, global_index 38 of");
    assertThatThrownBy(this::requireDone).isInstanceOf(NotMigrated.class);
  }

  @ParameterizedTest
  @CsvSource({
    "at = at + interval '1 microsecond'",
    "sequence = sequence + 1000",
    "id = gen_random_uuid()",
    "stream = stream || ' '",
    "payload = '\\x00'",
    "type = (select code from event_store.event_type t where t.code <> type limit 1)",
  })
  void every_column_is_compared(String change) {
    old.withEvents(40);
    assertThatThrownBy(() ->
            old.migrate(progress -> {
              if (progress.step() == Step.COPYING && progress.done() == 40) {
                old.sql("update event_store.event set %s where position = 40".formatted(change));
              }
            }))
        .hasMessageContaining("position 40,");
  }

  @Test
  void an_event_that_went_missing_is_found() {
    old.withEvents(40);
    assertThatThrownBy(() ->
            old.migrate(progress -> {
              if (progress.step() == Step.COPYING && progress.done() == 40) {
                old.sql("delete from event_store.event where position = 9");
              }
            }))
        .hasMessageContaining("position 9,");
  }

  @Test
  void cut_short_between_any_two_chunks_it_goes_on() {
    old.withEvents(100).withSnapshots();
    int runs = 0;
    for (boolean done = false; !done; runs++) {
      List<Long> chunks = new ArrayList<>();
      try {
        old.migrate(progress -> {
          if (progress.step() == Step.COPYING && !chunks.isEmpty()) {
            throw new CutShort();
          }
          chunks.add(progress.done());
        });
        done = true;
      } catch (CutShort _) {
        assertThatThrownBy(this::requireDone).isInstanceOf(NotMigrated.class);
      }
    }
    assertThat(runs).isGreaterThan(10);
    assertThat(stored()).hasSize(100);
    assertThatCode(this::requireDone).doesNotThrowAnyException();
  }

  @Test
  void killed_at_any_moment_it_loses_and_doubles_nothing() {
    old.withEvents(1000).withSnapshots();
    int kills = 0;
    for (boolean done = false; !done; ) {
      Thread killer = Thread.ofVirtual().unstarted(this::killConnectionsInAMoment);
      boolean again = kills < 8;
      try {
        old.migrate(progress -> {
          if (again && progress.doneNow() > 0 && killer.getState() == Thread.State.NEW) {
            killer.start();
          }
        });
        done = true;
      } catch (EventStoreException _) {
        kills++;
      } finally {
        join(killer);
      }
    }
    assertThat(kills).isGreaterThan(3);
    assertThat(stored())
        .extracting(event -> new String(event.payload(), StandardCharsets.UTF_8))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 1000).mapToObj("{\"n\":%d}"::formatted).toList());
  }

  private void killConnectionsInAMoment() {
    // Far sooner than all is copied: several kills come before the end on any machine.
    LockSupport.parkNanos(System.nanoTime() % 4_000_000);
    old.sql(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        """);
  }

  @Test
  void nobody_may_write_meanwhile() throws Exception {
    old.withEvents(10);
    try (Connection writer = old.database.getConnection()) {
      writer.setAutoCommit(false);
      writer.createStatement().execute("update domain_event_entry set type = 'x' where false");
      assertThatThrownBy(old::migrate)
          .isInstanceOf(MigrationRefused.class)
          .hasMessageContaining("writes to domain_event_entry");
    }
    assertThatThrownBy(() -> old.migrate(_ -> old.migrate()))
        .isInstanceOf(MigrationRefused.class)
        .hasMessageContaining("writes to event_store.event");
  }

  @Test
  void events_of_the_store_itself_stand_in_the_way() {
    old.withEvents(10).migrate();
    OldStore other = new OldStore().withEvents(10);
    other.migrate(_ -> {});
    other.sql("delete from event_store.migration; delete from event_store.migration_chunk");
    assertThatThrownBy(other::migrate)
        .hasMessageContaining(
            "holds events up to position 10, and a migration put them there up to 0");
  }

  @Test
  void events_written_to_the_old_table_afterwards_are_not_passed_over() {
    old.withEvents(10).migrate();
    old.sql(
        """
        insert into domain_event_entry
        select 5000, gen_random_uuid(), 'late', 0, type, time_stamp, payload_type, null, payload,
          meta_data from domain_event_entry limit 1
        """);
    assertThatThrownBy(old::migrate)
        .isInstanceOf(MigrationRefused.class)
        .hasMessageContaining("migrated up to global_index 11; 1 events were written to it since");
    assertThatThrownBy(this::requireDone)
        .isInstanceOf(NotMigrated.class)
        .hasMessageContaining("holds 1 events");
  }

  @Test
  void a_product_without_old_events_has_nothing_to_wait_for() {
    assertThatCode(this::requireDone).doesNotThrowAnyException();
    old.withEvents(1);
    assertThatThrownBy(this::requireDone).isInstanceOf(NotMigrated.class);
    old.migrate();
    assertThatCode(this::requireDone).doesNotThrowAnyException();
    old.sql("drop table domain_event_entry");
    assertThatCode(this::requireDone).doesNotThrowAnyException();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class CutShort extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
