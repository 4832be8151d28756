package fr.livret.product;

import fr.livret.LivretApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The product on a PostgreSQL of its own, started once for the tests that only ask it. */
@SpringBootTest(
    classes = LivretApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class StartedProduct {
  private static final Path DATA = folder();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void data(DynamicPropertyRegistry settings) {
    settings.add("livret.data", () -> DATA.resolve("data").toString());
  }

  int port() {
    return port;
  }

  Web web() {
    return new Web(port);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("livret-product");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
