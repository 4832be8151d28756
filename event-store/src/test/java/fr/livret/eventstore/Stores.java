package fr.livret.eventstore;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.livret.eventstore.testing.TestPostgres;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/** Stores and events for tests. */
final class Stores {
  private Stores() {}

  /** Something that happened. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
  record Happened(String what) {}

  /** A fresh database with the store's tables. */
  static DataSource database() {
    DataSource database = TestPostgres.freshDatabase();
    EventStoreSchema.bringUpToDate(database);
    return database;
  }

  static Serializer serializer() {
    return JacksonSerializer.builder()
        .objectMapper(new ObjectMapper().findAndRegisterModules())
        .build();
  }

  static PostgresEventStorageEngine engine(DataSource database) {
    return builder(database).build();
  }

  static PostgresEventStorageEngine.Builder builder(DataSource database) {
    return PostgresEventStorageEngine.builder()
        .dataSource(database)
        .eventSerializer(serializer())
        .snapshotSerializer(serializer());
  }

  static DomainEventMessage<?> event(String stream, long sequence) {
    return new GenericDomainEventMessage<>(
        "thing", stream, sequence, new Happened(stream + " " + sequence));
  }

  /** Events of a stream with adjoining places in it. */
  static List<EventMessage<?>> events(String stream, int from, int to) {
    return IntStream.range(from, to)
        .<EventMessage<?>>mapToObj(sequence -> event(stream, sequence))
        .toList();
  }
}
