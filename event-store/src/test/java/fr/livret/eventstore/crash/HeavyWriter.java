package fr.livret.eventstore.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.Limits;
import fr.livret.eventstore.PostgresEventStorageEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * A process that appends one event after the other, each so heavy that sending it takes a while;
 * and can be frozen while it is sending one.
 */
final class HeavyWriter implements AutoCloseable {
  static final String STREAM = "heavy";

  /** Whoever has the writers' lock while the server waits for the rest of what it is sending. */
  private static final String SENDING =
      """
      select pid from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and pg_locks.pid <> pg_backend_pid()
        and (classid::int8 << 32 | objid::int8) = %d
        and application_name = '%s' and wait_event = 'ClientRead'
      """
          .formatted(EventStoreSchema.WRITER_LOCK, STREAM);

  private static final int BYTES = 6 << 20;
  private static final long CATCH_WITHIN = Duration.ofMinutes(2).toNanos();

  private final DataSource database;
  private final Process process;
  private final AtomicLong stored = new AtomicLong();

  private HeavyWriter(DataSource database, Process process) {
    this.database = database;
    this.process = process;
  }

  /** Starts one on that database, which writes from now on. */
  static HeavyWriter on(String url) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                HeavyWriter.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    HeavyWriter writer = new HeavyWriter(CrashCluster.database(url, "catches"), process);
    var _ = Thread.ofPlatform().daemon().start(writer::listen);
    return writer;
  }

  private void listen() {
    try (BufferedReader said = process.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        stored.set(Long.parseLong(line));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many of its events it was told are stored. */
  long stored() {
    return stored.get();
  }

  /** Stops it where it holds the writers' lock and has not sent all yet. */
  void freeze() throws Exception {
    long deadline = System.nanoTime() + CATCH_WITHIN;
    try (Connection connection = database.getConnection();
        PreparedStatement sending = connection.prepareStatement(SENDING)) {
      do {
        while (!is(sending)) {
          if (System.nanoTime() > deadline || !process.isAlive()) {
            throw new IllegalStateException("it was never caught while it sent");
          }
        }
        signal("STOP");
        // What was on its way arrives.
        Thread.sleep(300);
        if (is(sending)) {
          return;
        }
        signal("CONT");
      } while (true);
    }
  }

  private static boolean is(PreparedStatement sending) throws SQLException {
    try (ResultSet row = sending.executeQuery()) {
      return row.next();
    }
  }

  /** It goes on. */
  void thaw() throws Exception {
    signal("CONT");
  }

  private void signal(String name) throws Exception {
    int refused =
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    if (refused != 0) {
      throw new IllegalStateException("no signal " + name);
    }
  }

  /** As kill -9 does, frozen or not. */
  @Override
  public void close() {
    process.toHandle().destroyForcibly();
    int unused = CrashCluster.wait(process);
  }

  public static void main(String[] given) throws Exception {
    Serializer serializer =
        JacksonSerializer.builder()
            .objectMapper(new ObjectMapper().findAndRegisterModules())
            .build();
    Limits limits = Limits.DEFAULT;
    PostgresEventStorageEngine engine =
        PostgresEventStorageEngine.builder()
            .dataSource(CrashCluster.database(given[0], STREAM))
            .limits(
                new Limits(limits.batch(), limits.queued(), limits.room(), Duration.ofMinutes(5)))
            .eventSerializer(serializer)
            .snapshotSerializer(serializer)
            .build();
    byte[] content = new byte[BYTES];
    new Random(1).nextBytes(content);
    String heavy = Base64.getEncoder().encodeToString(content);
    for (long next = 0; ; next++) {
      engine.appendEvents(new GenericDomainEventMessage<>("thing", STREAM, next, heavy));
      System.out.println(next + 1);
      Thread.sleep(50);
    }
  }
}
