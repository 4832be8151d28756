package fr.livret.evidence;

import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.StoredEvent;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes events so that somebody who has neither the product nor its database can check them: with
 * {@code tools/verify-evidence.py}, or with a program of his own. One event is in memory at a time.
 *
 * <table>
 *   <caption>The files</caption>
 *   <tr><td>{@code events.ndjson}</td><td>a line of JSON for each event, in the order of positions,
 *     with all its leaf is made of: numbers as they are, {@code at} in microseconds since 1970, null
 *     where there is none, payload and metadata in base64</td></tr>
 *   <tr><td>{@code checkpoint}</td><td>the signed note</td></tr>
 *   <tr><td>{@code keys}</td><td>the public keys, as {@link KnownKeys} writes them</td></tr>
 *   <tr><td>{@code proofs.json}</td><td>for chosen events only: {@code size}, and for each position
 *     its {@code leaf} and the {@code hashes} of its proof of inclusion, the lowest first. All events
 *     need no proof: their root is computed</td></tr>
 * </table>
 */
public final class Export {
  private final DataSource database;
  private final SignedCheckpoint checkpoint;
  private final KnownKeys keys;

  /** Where the files go. */
  @FunctionalInterface
  public interface Target {
    /** Opens a file; it is closed before the next one is opened. */
    OutputStream open(String name) throws IOException;

    /** A folder, which is made where there is none. */
    static Target folder(Path folder) {
      return name -> Files.newOutputStream(Files.createDirectories(folder).resolve(name));
    }

    /** A zip that may hold other files as well, and is closed by whoever opened it. */
    static Target zip(ZipOutputStream zip) {
      return name -> {
        zip.putNextEntry(new ZipEntry(name));
        return new FilterOutputStream(zip) {
          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
          }

          @Override
          public void close() throws IOException {
            zip.closeEntry();
          }
        };
      };
    }
  }

  /**
   * Exports what a checkpoint covers.
   *
   * @param keys with which the checkpoint can be checked
   */
  public Export(DataSource database, SignedCheckpoint checkpoint, KnownKeys keys) {
    this.database = database;
    this.checkpoint = checkpoint;
    this.keys = keys;
  }

  /** Where the events of a stream are, as far as the checkpoint covers them. */
  public SortedSet<Long> positionsOf(String stream) {
    return Transaction.of(
        database,
        "read the positions of a stream",
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "select position from event_store.event where stream = ? and position <= ?")) {
            statement.setString(1, stream);
            statement.setLong(2, checkpoint.checkpoint().size());
            SortedSet<Long> positions = new TreeSet<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                positions.add(row.getLong(1));
              }
            }
            return positions;
          }
        });
  }

  /** Writes every event the checkpoint covers. */
  public void all(Target target) throws IOException {
    try (Writer events = open(target, "events.ndjson")) {
      read(0, checkpoint.checkpoint().size(), event -> write(event, events));
    }
    writeCheckpoint(target);
  }

  /**
   * Writes chosen events, each with its proof.
   *
   * @throws IllegalArgumentException where the checkpoint does not cover one of the positions
   * @throws InconsistentLogException where there is no event at one of them, or another than the
   *     one that was signed
   */
  public void of(SortedSet<Long> positions, Target target) throws IOException {
    long size = checkpoint.checkpoint().size();
    if (positions.isEmpty() || positions.first() < 1 || positions.last() > size) {
      throw new IllegalArgumentException(
          "the checkpoint covers positions 1 to %d, and not all of %s".formatted(size, positions));
    }
    Map<Long, Hash> leaves = new HashMap<>();
    Leaf leaf = new Leaf();
    try (Writer events = open(target, "events.ndjson")) {
      for (long position : positions) {
        read(
            position - 1,
            position,
            event -> {
              leaves.put(position, leaf.of(event));
              write(event, events);
            });
      }
    }
    LogTree tree = new LogTree(database);
    try (Writer proofs = open(target, "proofs.json")) {
      proofs.write("{\"size\":" + size + ",\"proofs\":{");
      for (long position : positions) {
        InclusionProof proof = tree.inclusion(position, size);
        if (!proof.leaf().equals(leaves.get(position))
            || !proof.proves(checkpoint.checkpoint().root())) {
          throw new InconsistentLogException(
              "the event at position %d is not the one that was signed: run livret verify"
                  .formatted(position));
        }
        proofs.write(position == positions.first() ? "\n" : ",\n");
        proofs.write(proof(position, proof));
      }
      proofs.write("\n}}\n");
    }
    writeCheckpoint(target);
  }

  private static String proof(long position, InclusionProof proof) {
    return "\"%d\":{\"leaf\":\"%s\",\"hashes\":[%s]}"
        .formatted(
            position,
            proof.leaf(),
            proof.hashes().stream()
                .map(hash -> "\"" + hash + "\"")
                .collect(Collectors.joining(",")));
  }

  private void writeCheckpoint(Target target) throws IOException {
    try (Writer note = open(target, "checkpoint")) {
      note.write(checkpoint.note());
    }
    try (Writer lines = open(target, "keys")) {
      lines.write(keys.toString());
    }
  }

  private static Writer open(Target target, String name) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(target.open(name), StandardCharsets.UTF_8), 1 << 16);
  }

  private void read(long after, long upTo, Consumer<StoredEvent> reader) throws IOException {
    long[] last = {after};
    try {
      new EventLog(database)
          .read(
              after,
              upTo,
              event -> {
                requireNext(event.position(), last[0] + 1);
                last[0] = event.position();
                reader.accept(event);
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    requireNext(last[0], upTo);
  }

  private static void requireNext(long found, long expected) {
    if (found != expected) {
      throw new InconsistentLogException(
          "position %d is missing in the log".formatted(Math.min(found + 1, expected)));
    }
  }

  private static void write(StoredEvent event, Writer events) {
    Base64.Encoder base64 = Base64.getEncoder();
    String line =
        "{\"position\":%d,\"at\":%d,\"sequence\":%d,\"id\":\"%s\",\"aggregate\":%s,\"type\":%s,"
                .formatted(
                    event.position(),
                    Leaf.micros(event.at()),
                    event.sequence(),
                    event.id(),
                    json(event.type().aggregate()),
                    json(event.type().payload()))
            + "\"revision\":%s,\"stream\":%s,\"payload\":\"%s\",\"metadata\":\"%s\"}\n"
                .formatted(
                    json(event.type().revision()),
                    json(event.stream()),
                    base64.encodeToString(event.payload()),
                    base64.encodeToString(event.metadata()));
    try {
      events.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder json = new StringBuilder("\"");
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
