package fr.livret.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product in a process of its own, as its users start it. */
final class ProductProcess implements AutoCloseable {
  /** What the image of the product starts Java with. */
  static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED");

  private static final String CANDIDATE =
      """
      {"familyName":"Mesure","givenNames":["Ada"],"birthDate":"1990-01-01"}\
      """;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final int port;
  private final Path log;

  private ProductProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts it; returns at once.
   *
   * @param more flags of Java
   * @param jar what to run
   * @param url of its database
   */
  static ProductProcess exec(Bench bench, List<String> more, Path jar, String url)
      throws IOException {
    int port = freePort();
    Path log = bench.work().resolve("product.log");
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(FLAGS);
    command.addAll(more);
    command.addAll(
        List.of(
            "-jar",
            jar.toString(),
            "--server.port=" + port,
            "--spring.datasource.url=" + url,
            "--livret.data=" + bench.postgres().dataOf(url)));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new ProductProcess(process, port, log);
  }

  /** The Java that runs this. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Waits until a candidate is registered over HTTP. */
  ProductProcess firstAnswer() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (HttpConnection connection = connect()) {
        register(connection);
        return this;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException("no answer:\n" + Files.readString(log), notYet);
        }
        Thread.sleep(5);
      }
    }
  }

  HttpConnection connect() throws IOException {
    return new HttpConnection(port);
  }

  /** The commands of a connection of its own, over HTTP. */
  Stories.Way<String> overHttp() throws IOException {
    HttpConnection connection = connect();
    String opening =
        """
        {"candidateId":"%s","certification":"%s","route":"CAPITALISATION","openedOn":"%s"}\
        """
            .formatted(register(connection), Story.CERTIFICATION, Story.OPENED);
    return new Stories.Way<>() {
      @Override
      public String open() throws IOException {
        return id(connection.post("/api/paths", opening));
      }

      @Override
      public void obtain(String path, String ccp, java.time.LocalDate day) throws IOException {
        connection.post(
            "/api/paths/" + path + "/ccps",
            """
            {"ccp":"%s","obtainedOn":"%s","evaluators":[{"id":"%s","role":"PROFESSIONAL"}],\
            "evidence":["%s"]}\
            """
                .formatted(ccp, day, Story.EVALUATOR, String.join("\",\"", Story.EVIDENCE)));
      }

      @Override
      public void close() throws IOException {
        connection.close();
      }
    };
  }

  private static String register(HttpConnection connection) throws IOException {
    return id(connection.post("/api/candidates", CANDIDATE));
  }

  private static String id(String answer) {
    int begin = answer.indexOf("\"id\":\"") + 6;
    return answer.substring(begin, answer.indexOf('"', begin));
  }

  /** How much of it is in memory; empty where the system does not tell. */
  OptionalDouble residentMiB() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return OptionalDouble.empty();
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
          .findFirst();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Stops it, and waits until it is gone. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
