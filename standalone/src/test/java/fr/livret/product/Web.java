package fr.livret.product;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real requests to a running product. */
final class Web {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final String base;

  Web(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** An answer with its body read as JSON. */
  record Answer(int status, JsonNode body, HttpResponse<String> raw) {
    long version() {
      return body.path("version").asLong();
    }

    String id() {
      return body.path("id").stringValue("");
    }
  }

  Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  Answer post(String path, String json, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** An answer that is text. */
  String text(String path, String... headers) {
    return answered(request(path, headers).GET()).body();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Answer send(HttpRequest.Builder request) {
    HttpResponse<String> answer = answered(request);
    String body = answer.body();
    return new Answer(answer.statusCode(), JSON.readTree(body.isEmpty() ? "{}" : body), answer);
  }

  private HttpResponse<String> answered(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable(e);
    }
  }

  /** The product did not answer. */
  static final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreachable(Exception cause) {
      super(cause);
    }
  }
}
