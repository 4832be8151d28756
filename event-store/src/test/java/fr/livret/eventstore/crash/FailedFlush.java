package fr.livret.eventstore.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.Limits;
import fr.livret.eventstore.OutcomeUnknownException;
import fr.livret.eventstore.PostgresEventStorageEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Makes the flush of a commit fail, by strace on a server of its own: whoever waits for it must not
 * be told that its events are stored.
 */
final class FailedFlush {
  private static final String APPLICATION = "flush";
  private static final int FAILING = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private FailedFlush() {}

  /**
   * @return what was seen
   * @throws CannotRun where nothing can be injected on this machine
   * @throws AssertionError where it was acknowledged, or something acknowledged is lost
   */
  static String prove(Path folder) throws IOException {
    // Otherwise it recovers at once, and the append would rightly be looked up and found.
    try (CrashCluster cluster = CrashCluster.in(folder, "restart_after_crash=off")) {
      DataSource database = CrashCluster.database(cluster.url(), APPLICATION);
      EventStoreSchema.bringUpToDate(database);
      List<String> acknowledged = new ArrayList<>();
      String call = flushingCall(cluster.ask("show wal_sync_method"));
      Path trace = folder.resolve("strace.log");
      String doubtful;
      try (PostgresEventStorageEngine engine = engine(database)) {
        append(engine, acknowledged, "before");
        Process strace = strace(cluster, call, trace, folder.resolve("strace.err"));
        doubtful = appendUntilDoubtful(engine, acknowledged);
        strace.destroy();
        int unused = CrashCluster.wait(strace);
      }
      require(Files.readString(trace).contains("(INJECTED)"), "no " + call + " was made to fail");
      require(!cluster.isAlive(), "the server goes on after a failed " + call);
      cluster.start();
      return compare(database, acknowledged, doubtful, call);
    }
  }

  private static String compare(
      DataSource database, List<String> acknowledged, String doubtful, String call) {
    EventLog log = new EventLog(database);
    List<String> there = new ArrayList<>();
    log.read(0, log.head(), event -> there.add(event.stream()));
    boolean recovered = there.remove(doubtful);
    require(there.equals(acknowledged), "acknowledged " + acknowledged + ", there are " + there);
    return "%s failed: the append was not acknowledged (%s after recovery), the %d before it are there"
        .formatted(call, recovered ? "found whole" : "absent", acknowledged.size());
  }

  /** Gives the stream of the append that nobody could tell the outcome of. */
  private static String appendUntilDoubtful(
      PostgresEventStorageEngine engine, List<String> acknowledged) {
    for (int number = 0; number < 100 * FAILING; number++) {
      String stream = "flush-" + number;
      try {
        append(engine, acknowledged, stream);
      } catch (OutcomeUnknownException _) {
        return stream;
      }
    }
    throw new AssertionError("every append was acknowledged, although flushes fail");
  }

  private static void append(
      PostgresEventStorageEngine engine, List<String> acknowledged, String stream) {
    engine.appendEvents(new GenericDomainEventMessage<>("thing", stream, 0, "happened"));
    acknowledged.add(stream);
  }

  private static PostgresEventStorageEngine engine(DataSource database) {
    Serializer serializer =
        JacksonSerializer.builder()
            .objectMapper(new ObjectMapper().findAndRegisterModules())
            .build();
    Limits limits = Limits.DEFAULT;
    return PostgresEventStorageEngine.builder()
        .dataSource(database)
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .limits(new Limits(limits.batch(), limits.queued(), limits.room(), PATIENCE))
        .build();
  }

  private static String flushingCall(String method) {
    return switch (method) {
      case "fdatasync", "fsync" -> method;
      default -> throw new CannotRun("wal_sync_method is " + method + ", which flushes by writing");
    };
  }

  /** On the process of the store's connection, and on the one that flushes for everybody. */
  private static Process strace(CrashCluster cluster, String call, Path trace, Path err)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("strace", "-f", "-o", trace.toString()));
    command.addAll(List.of("-e", "trace=" + call));
    command.addAll(List.of("-e", "inject=" + call + ":error=EIO:when=" + FAILING + "+"));
    String pids =
        cluster.ask(
            """
            select string_agg(pid::text, ' ') from pg_stat_activity
            where backend_type = 'walwriter' or application_name = '%s'
            """
                .formatted(APPLICATION));
    for (String pid : pids.split(" ")) {
      command.addAll(List.of("-p", pid));
    }
    Process strace;
    try {
      strace = new ProcessBuilder(command).redirectError(err.toFile()).start();
    } catch (IOException _) {
      throw new CannotRun("there is no strace");
    }
    for (int tries = 0; tries < 200; tries++) {
      String said = Files.readString(err);
      if (!strace.isAlive()) {
        throw new CannotRun("strace may not attach: " + said.strip());
      }
      if (said.split(" attached", -1).length > pids.split(" ").length) {
        return strace;
      }
      CrashCluster.pause(50);
    }
    strace.destroyForcibly();
    throw new CannotRun("strace does not attach: " + Files.readString(err).strip());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
