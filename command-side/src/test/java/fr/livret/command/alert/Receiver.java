package fr.livret.command.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that is told of alerts: a real server, which answers what a test has it answer. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Integer>> answers = new ConcurrentHashMap<>();
  private volatile String redirect = "";

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** A request as it came. */
  record Received(String address, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElse("");
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/alertes?jeton=secret";
  }

  /** What it answers to the next requests about that path, in order; 204 to all others. */
  void answers(String path, Integer... statuses) {
    answers.put(path, new ArrayDeque<>(List.of(statuses)));
  }

  /** Where it sends those it answers 302. */
  void redirectsTo(String address) {
    redirect = address;
  }

  /** What came about that path, in order. */
  List<Received> about(String path) {
    return received.stream()
        .filter(one -> one.json().path("pathId").asString("").equals(path))
        .toList();
  }

  List<Received> all() {
    return List.copyOf(received);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Received one =
          new Received(
              exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body);
      received.add(one);
      @Nullable Deque<Integer> next = answers.get(one.json().path("pathId").asString(""));
      @Nullable Integer status = next == null ? null : next.poll();
      if (!redirect.isEmpty()) {
        exchange.getResponseHeaders().add("Location", redirect);
      }
      exchange.sendResponseHeaders(status == null ? 204 : status, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
