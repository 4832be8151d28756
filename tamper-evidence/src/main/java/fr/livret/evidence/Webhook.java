package fr.livret.evidence;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;

/**
 * Sends what is in the folder of checkpoints to somebody else, each by one HTTP POST of the note,
 * in the order of sizes. A file remembers the last one that was taken (any status 2xx): what was
 * not taken is sent again, so that a receiver may see a note twice, and misses none.
 */
final class Webhook {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CheckpointFolder folder;
  private final URI receiver;
  private final Path taken;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * Sends what is in that folder.
   *
   * @param taken the file that remembers the last size taken
   */
  Webhook(CheckpointFolder folder, URI receiver, Path taken) {
    this.folder = folder;
    this.receiver = receiver;
    this.taken = taken;
  }

  /**
   * Sends all that was not taken yet.
   *
   * @throws EvidenceUnavailableException where one is not taken; those behind it wait
   */
  synchronized void deliver() {
    try {
      long last = Files.exists(taken) ? Long.parseLong(Files.readString(taken).strip()) : 0;
      for (Iterator<CheckpointFolder.Entry> rest = folder.after(last).iterator();
          rest.hasNext(); ) {
        CheckpointFolder.Entry entry = rest.next();
        post(entry.note());
        DurableFile.write(taken, entry.size() + "\n");
      }
    } catch (IOException | NumberFormatException e) {
      throw new EvidenceUnavailableException("could not give checkpoints to " + receiver, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EvidenceUnavailableException("gave up giving checkpoints to " + receiver, e);
    }
  }

  private void post(String note) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(receiver)
            .timeout(PATIENCE)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(note))
            .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IOException("HTTP status " + status);
    }
  }
}
