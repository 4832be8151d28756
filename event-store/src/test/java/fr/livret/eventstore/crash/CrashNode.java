package fr.livret.eventstore.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.livret.eventstore.OutcomeUnknownException;
import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.eventstore.PostgresEventStore;
import fr.livret.eventstore.crash.Attempt.Sent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * A process that appends and reads until it is killed. Says on its standard output what it is about
 * to append, and then what came of it; ends by itself only with whoever started it.
 */
final class CrashNode {
  private static final int SHARED_STREAMS = 4;
  private static final int EVENTS_OF_A_PRIVATE_STREAM = 40;

  private final PostgresEventStorageEngine engine;
  private final String life;
  private final Breakage breakage;
  private final AtomicLong attempts = new AtomicLong();

  /** Where this node believes a shared stream goes on; others may know better. */
  private final Map<String, Integer> believed = new ConcurrentHashMap<>();

  private CrashNode(PostgresEventStorageEngine engine, String life, Breakage breakage) {
    this.engine = engine;
    this.life = life;
    this.breakage = breakage;
  }

  /** The database, the name, the name of this life, how many threads write, what is broken. */
  public static void main(String[] given) throws IOException {
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> say("died " + thread + " " + e));
    DataSource database = CrashCluster.database(given[0], given[1]);
    Serializer serializer =
        JacksonSerializer.builder()
            .objectMapper(new ObjectMapper().findAndRegisterModules())
            .build();
    PostgresEventStorageEngine engine =
        PostgresEventStorageEngine.builder()
            .dataSource(database)
            .eventSerializer(serializer)
            .snapshotSerializer(serializer)
            .build();
    Breakage breakage = Breakage.valueOf(given[4]);
    PostgresEventStore store = PostgresEventStore.builder().engine(engine).build();
    Thread.ofPlatform().start(new CrashReader(store, database, given[1], breakage));
    CrashNode node = new CrashNode(engine, given[2], breakage);
    for (int writer = 0; writer < Integer.parseInt(given[3]); writer++) {
      String stream = given[2] + "-" + writer;
      Thread.ofPlatform().start(() -> node.write(stream));
    }
    while (System.in.read() >= 0) {}
    Runtime.getRuntime().halt(0);
  }

  static synchronized void say(String line) {
    System.out.print(line + NodeProcess.END + "\n");
    System.out.flush();
  }

  private void write(String name) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int written = 0; ; written++) {
      String own = name + "-" + written / EVENTS_OF_A_PRIVATE_STREAM;
      String shared = "shared-" + random.nextInt(SHARED_STREAMS);
      try {
        switch (random.nextInt(10)) {
          case 0, 1, 2 -> append(List.of(shared), 1 + random.nextInt(3));
          case 3, 4 -> append(List.of(own, shared), 1);
          default -> append(List.of(own), 1 + random.nextInt(3));
        }
        Thread.sleep(random.nextInt(20));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** So many events of each stream, all of them in one append. */
  private void append(List<String> streams, int each) {
    List<Sent> events = new ArrayList<>();
    try {
      for (String stream : streams) {
        int next = believed.computeIfAbsent(stream, this::known);
        for (int event = 0; event < each; event++) {
          events.add(new Sent(stream, next + event, UUID.randomUUID()));
        }
      }
    } catch (EventStoreException _) {
      // The database is away.
      return;
    }
    if (attempt(events)) {
      events.forEach(event -> believed.merge(event.stream(), event.sequence() + 1, Math::max));
    } else {
      streams.forEach(believed::remove);
    }
  }

  private int known(String stream) {
    return engine.lastSequenceNumberFor(stream).map(last -> last.intValue() + 1).orElse(0);
  }

  private boolean attempt(List<Sent> events) {
    String name = life + "/" + attempts.incrementAndGet();
    say(
        "sent "
            + name
            + " "
            + events.stream().map(Sent::toString).collect(Collectors.joining(" ")));
    if (breakage == Breakage.EARLY_ACKNOWLEDGEMENT) {
      say("stored " + name);
    }
    try {
      engine.appendEvents(events.stream().map(CrashNode::message).toList());
      if (breakage != Breakage.EARLY_ACKNOWLEDGEMENT) {
        say("stored " + name);
      }
      return true;
    } catch (OutcomeUnknownException _) {
      say("unknown " + name);
    } catch (ConcurrencyException | AggregateStreamCreationException | EventStoreException _) {
      if (breakage != Breakage.EARLY_ACKNOWLEDGEMENT) {
        say("refused " + name);
      }
    }
    return false;
  }

  private static EventMessage<?> message(Sent event) {
    return new GenericDomainEventMessage<>(
        "thing",
        event.stream(),
        event.sequence(),
        "something that happened to " + event.stream(),
        Map.of(),
        event.id().toString(),
        Instant.now());
  }
}
