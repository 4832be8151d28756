package fr.livret.product;

import fr.livret.LivretApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own, which can be killed. */
final class ProductProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private final Process process;
  private final Path log;
  private final int port;

  private ProductProcess(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts on that folder and returns once the product says that it is up. */
  static ProductProcess start(Path data, String... arguments) {
    int port = freePort();
    Path log = data.resolveSibling("livret-" + port + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(LivretApplication.class.getName());
    command.add("--livret.data=" + data);
    command.add("--server.port=" + port);
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      ProductProcess product = new ProductProcess(process, log, port);
      product.awaitUp();
      return product;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Web web() {
    return new Web(port);
  }

  int port() {
    return port;
  }

  /** kill -9: nothing gets a chance to tidy up. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitUp() {
    Instant deadline = Instant.now().plus(START);
    while (!isUp()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        kill();
        throw new IllegalStateException("The product did not start:\n" + log());
      }
      sleep();
    }
  }

  private boolean isUp() {
    try {
      return web().get("/actuator/health").status() == 200;
    } catch (Web.Unreachable _) {
      return false;
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
