package fr.livret.cli;

import fr.livret.cli.Server.NoAnswer;
import fr.livret.cli.Server.Refusal;
import fr.livret.command.imports.Entry;
import fr.livret.command.imports.ImportLine;
import fr.livret.command.imports.LineSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends the lines of a file: in parts where they are meant, so that what was done is known part by
 * part; as one whole where they are rehearsed, since a rehearsal forgets.
 */
final class Upload {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LINES = 1_000;
  private static final int BYTES = 1024 * 1024;

  private final Server server;
  private final String name;
  private final boolean retryRefused;
  private final @Nullable Long size;
  private final LineSource source;
  private final Refused refused;
  private final Progress progress;
  private @Nullable Entry ahead;
  private long place = 1;
  private int taken;

  Upload(
      Server server,
      String name,
      boolean retryRefused,
      @Nullable Long size,
      LineSource source,
      Refused refused,
      Progress progress) {
    this.server = server;
    this.name = name;
    this.retryRefused = retryRefused;
    this.size = size;
    this.source = source;
    this.refused = refused;
    this.progress = progress;
  }

  void carryOut() throws IOException, NoAnswer, Refusal {
    ahead = source.next();
    while (ahead != null) {
      long first = place;
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      taken = 0;
      while (ahead != null && taken < LINES && part.size() < BYTES) {
        part.writeBytes(written(ahead));
        ahead = source.next();
      }
      if (taken > 0) {
        send(part.toByteArray(), first, ahead != null);
      }
    }
  }

  private void send(byte[] part, long first, boolean more) throws IOException, NoAnswer, Refusal {
    String query =
        query()
            + "&firstLine="
            + first
            + "&more="
            + more
            + (retryRefused ? "&retryRefused=true" : "")
            + (size == null ? "" : "&size=" + size);
    server.post(query, () -> BodyPublishers.ofByteArray(part), true, this::told);
  }

  void rehearse() throws IOException, NoAnswer, Refusal {
    ahead = source.next();
    if (ahead != null) {
      server.post(
          query() + "&dryRun=true",
          () -> BodyPublishers.ofInputStream(Whole::new),
          false,
          this::told);
    }
  }

  private String query() {
    return "outcomes=refused&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private void told(JsonNode line) throws IOException {
    JsonNode summary = line.path("summary");
    if (summary.isObject()) {
      progress.add(
          summary.path("lines").asLong(),
          summary.path("refused").asLong(),
          summary.path("repeated").asLong());
    } else {
      refused.tell(line);
    }
  }

  /** As it is sent: a line of a file keeps its place there, one of a table carries its row's. */
  private byte[] written(Entry entry) throws IOException {
    return switch (entry) {
      case Entry.Json(long line, byte[] json) -> {
        taken++;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        while (place < line) {
          written.write('\n');
          place++;
        }
        written.writeBytes(json);
        written.write('\n');
        place++;
        yield written.toByteArray();
      }
      case Entry.Ready(long line, ImportLine content) -> {
        taken++;
        place++;
        yield (JSON.writeValueAsString(content.at(line)) + "\n").getBytes(StandardCharsets.UTF_8);
      }
      case Entry.Flawed flawed -> {
        refuse(flawed);
        yield new byte[0];
      }
    };
  }

  /** What cannot be sent at all is told here, as the server would. */
  private void refuse(Entry.Flawed flawed) throws IOException {
    ObjectNode outcome = JSON.createObjectNode().put("line", flawed.line()).put("status", 400);
    ObjectNode problem = outcome.putObject("problem").put("code", "MALFORMED").put("status", 400);
    ArrayNode errors = problem.putArray("errors");
    flawed
        .errors()
        .forEach(it -> errors.addObject().put("field", it.field()).put("message", it.message()));
    refused.tell(outcome);
    progress.add(1, 1, 0);
  }

  /** The whole file as it is sent, made while it is read. */
  private final class Whole extends InputStream {
    private byte[] line = {};
    private int at;

    @Override
    public int read() {
      return filled() ? line[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (!filled()) {
        return -1;
      }
      int copied = Math.min(length, line.length - at);
      System.arraycopy(line, at, into, offset, copied);
      at += copied;
      return copied;
    }

    private boolean filled() {
      try {
        while (at == line.length && ahead != null) {
          line = written(ahead);
          at = 0;
          ahead = source.next();
          progress.tell();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return at < line.length;
    }
  }
}
