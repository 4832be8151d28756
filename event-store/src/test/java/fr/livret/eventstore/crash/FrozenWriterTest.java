package fr.livret.eventstore.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.EventStoreUnavailableException;
import fr.livret.eventstore.Limits;
import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.eventstore.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A process is frozen while it is storing: it holds the lock that all writers take. */
@EnabledOnOs(OS.LINUX)
class FrozenWriterTest {
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final String url = TestPostgres.freshDatabaseUrl();
  private final DataSource database = CrashCluster.database(url, "test");
  private final PostgresEventStorageEngine impatient = engine(SHORT);
  private final PostgresEventStorageEngine patient = engine(Duration.ofMinutes(2));

  private PostgresEventStorageEngine engine(Duration patience) {
    Serializer serializer =
        JacksonSerializer.builder()
            .objectMapper(new ObjectMapper().findAndRegisterModules())
            .build();
    Limits limits = Limits.DEFAULT;
    return PostgresEventStorageEngine.builder()
        .dataSource(database)
        .limits(new Limits(limits.batch(), limits.queued(), limits.room(), patience))
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .build();
  }

  @BeforeEach
  void tables() {
    EventStoreSchema.bringUpToDate(database);
  }

  @AfterEach
  void close() {
    impatient.close();
    patient.close();
  }

  private static void append(PostgresEventStorageEngine engine, String stream) {
    engine.appendEvents(new GenericDomainEventMessage<>("thing", stream, 0, "light"));
  }

  private String ask(String query) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return String.valueOf(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An append that waits as long as it takes. */
  private CompletableFuture<Void> waiting(String stream) throws InterruptedException {
    CompletableFuture<Void> append = CompletableFuture.runAsync(() -> append(patient, stream));
    Thread.sleep(300);
    assertThat(append).isNotDone();
    return append;
  }

  @Test
  void others_are_told_so_in_time_and_once_it_goes_on_or_is_gone_so_do_they() throws Exception {
    long acknowledged;
    try (HeavyWriter heavy = HeavyWriter.on(url)) {
      heavy.freeze();
      long began = System.nanoTime();
      List<CompletableFuture<Void>> refused = new ArrayList<>();
      for (int caller = 0; caller < 5; caller++) {
        String stream = "refused-" + caller;
        refused.add(CompletableFuture.runAsync(() -> append(impatient, stream)));
      }
      for (CompletableFuture<Void> one : refused) {
        assertThatThrownBy(one::join)
            .isInstanceOf(CompletionException.class)
            .cause()
            .isExactlyInstanceOf(EventStoreUnavailableException.class)
            .hasMessage(
                "another process has kept the order of events for longer than PT1S;"
                    + " nothing was stored");
      }
      // One batch was under way when the others came.
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isBetween(SHORT, SHORT.multipliedBy(8));

      CompletableFuture<Void> first = waiting("after-it-went-on");
      heavy.thaw();
      first.get(1, TimeUnit.MINUTES);
      append(impatient, "impatient-no-more");

      heavy.freeze();
      CompletableFuture<Void> second = waiting("after-its-session-was-ended");
      assertThat(
              ask(
                  """
                  select count(pg_terminate_backend(pid)) from pg_locks
                  where locktype = 'advisory' and granted
                    and (classid::int8 << 32 | objid::int8) = x'6576656e7473746f'::int8
                  """))
          .isEqualTo("1");
      second.get(1, TimeUnit.MINUTES);
      long before = heavy.stored();
      heavy.thaw();
      for (int tries = 0; heavy.stored() <= before && tries < 600; tries++) {
        Thread.sleep(100);
      }
      assertThat(heavy.stored()).isGreaterThan(before);

      heavy.freeze();
      CompletableFuture<Void> third = waiting("after-it-was-killed");
      acknowledged = heavy.stored();
      heavy.close();
      third.get(1, TimeUnit.MINUTES);
    }
    assertThat(ask("select count(*) = max(position) from event_store.event")).isEqualTo("t");
    assertThat(
            ask(
                "select string_agg(stream, ' ' order by position) from event_store.event"
                    + " where stream <> 'heavy'"))
        .isEqualTo(
            "after-it-went-on impatient-no-more after-its-session-was-ended after-it-was-killed");
    // Each of its events is there once, and all that it was told of.
    assertThat(
            ask(
                "select count(*) = max(sequence) + 1 and count(*) >= "
                    + acknowledged
                    + " from event_store.event where stream = 'heavy'"))
        .isEqualTo("t");
  }
}
