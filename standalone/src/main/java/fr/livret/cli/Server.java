package fr.livret.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running Livret. */
final class Server {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int TRIES = 6;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI url;
  private final String actor;

  Server(URI url, String actor) {
    this.url = url;
    this.actor = actor;
  }

  /** What it does with each line of an answer. */
  interface Listener {
    void line(JsonNode line) throws IOException;
  }

  /** What a request carries, anew at each try. */
  interface Content {
    BodyPublisher publisher();
  }

  /** The server has no answer, and it was asked for long enough. */
  static final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    NoAnswer(String why) {
      super(why);
    }
  }

  /** The server refuses the whole. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String why) {
      super(why);
    }
  }

  /**
   * Sends a part of an import. It may be sent twice: the second time has no further effect.
   *
   * @throws NoAnswer once it was tried for half a minute
   */
  void post(String query, Content content, boolean again, Listener listener)
      throws IOException, NoAnswer, Refusal {
    for (int tries = 1; ; tries++) {
      try {
        HttpResponse<InputStream> answer = send(query, content);
        if (answer.statusCode() == 200) {
          read(answer, listener);
          return;
        }
        String body = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        if (answer.statusCode() < 500) {
          throw new Refusal(detail(body, answer.statusCode()));
        }
        if (!again || tries == TRIES) {
          throw new NoAnswer(detail(body, answer.statusCode()));
        }
      } catch (Listening failed) {
        throw failed;
      } catch (IOException e) {
        if (!again || tries == TRIES) {
          throw new NoAnswer(e.getMessage() == null ? "no connection" : e.getMessage());
        }
      }
      pause(tries);
    }
  }

  private HttpResponse<InputStream> send(String query, Content content) throws IOException {
    try {
      return client.send(
          HttpRequest.newBuilder(url.resolve("/api/imports?" + query))
              .header("Content-Type", "application/x-ndjson")
              .header("X-Livret-Actor", actor)
              .header("User-Agent", "livret import")
              .POST(content.publisher())
              .build(),
          BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CutShort("interrupted");
    }
  }

  /** Its outcomes count only where the answer is whole: its last line is the summary. */
  private static void read(HttpResponse<InputStream> answer, Listener listener) throws IOException {
    byte[] body = answer.body().readAllBytes();
    String[] lines = new String(body, StandardCharsets.UTF_8).split("\n");
    JsonNode last;
    try {
      last = JSON.readTree(lines[lines.length - 1]);
    } catch (JacksonException _) {
      throw new CutShort("the answer breaks off");
    }
    if (!last.has("summary")) {
      throw new CutShort("the answer breaks off");
    }
    for (String line : lines) {
      try {
        listener.line(JSON.readTree(line));
      } catch (IOException e) {
        throw new Listening(e);
      }
    }
  }

  private static String detail(String body, int status) {
    try {
      JsonNode problem = JSON.readTree(body);
      StringBuilder detail = new StringBuilder(problem.path("detail").asString("HTTP " + status));
      problem
          .path("errors")
          .forEach(it ->
              detail
                  .append(' ')
                  .append(it.path("field").asString())
                  .append(' ')
                  .append(it.path("message").asString())
                  .append('.'));
      return detail.toString();
    } catch (JacksonException _) {
      return "HTTP " + status;
    }
  }

  private static void pause(int tries) {
    try {
      Thread.sleep(Duration.ofSeconds(1L << Math.min(4, tries - 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class CutShort extends IOException {
    private static final long serialVersionUID = 1L;

    CutShort(String why) {
      super(why);
    }
  }

  /** What failed was on this side. */
  private static final class Listening extends IOException {
    private static final long serialVersionUID = 1L;

    Listening(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
