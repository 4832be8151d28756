package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.axonframework.test.server.AxonServerContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The product on servers that run beside it: a plain PostgreSQL, and Axon Server for its facts. */
@EnabledIfDockerAvailable
class OnDockerTest {
  private static final String CANDIDATE =
      """
      {"familyName": "Docker", "givenNames": ["Ada"], "birthDate": "1990-01-01"}\
      """;

  @Test
  void a_postgresql_of_the_users_own_is_used_and_no_other_started(@TempDir Path folder) {
    try (PostgreSQLContainer database = new PostgreSQLContainer("postgres:18")) {
      database.start();
      Path data = folder.resolve("data");
      try (ProductProcess product = ProductProcess.start(data, on(database))) {
        stores(product.web());
        assertThat(Files.exists(data.resolve("postgres"))).isFalse();
      }
    }
  }

  @Test
  void facts_can_stand_in_axon_server(@TempDir Path folder) {
    try (PostgreSQLContainer database = new PostgreSQLContainer("postgres:18");
        AxonServerContainer axonServer = new AxonServerContainer()) {
      database.start();
      axonServer.start();
      String[] on = on(database);
      try (ProductProcess product =
          ProductProcess.start(
              folder.resolve("data"),
              on[0],
              on[1],
              on[2],
              "--axon.axonserver.enabled=true",
              "--axon.axonserver.servers=" + axonServer.getAxonServerAddress())) {
        stores(product.web());
      }
    }
  }

  private static void stores(Web web) {
    Web.Answer created = web.post("/api/candidates", CANDIDATE);
    assertThat(created.status()).isEqualTo(201);
    Web.Answer read = web.get("/api/candidates/" + created.id(), "X-After-Version", "1");
    assertThat(read.body().path("familyName").stringValue()).isEqualTo("Docker");
  }

  private static String[] on(PostgreSQLContainer database) {
    return new String[] {
      "--spring.datasource.url=" + database.getJdbcUrl(),
      "--spring.datasource.username=" + database.getUsername(),
      "--spring.datasource.password=" + database.getPassword()
    };
  }
}
