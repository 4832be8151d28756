package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.eventstore.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotMigratedTest {

  @Test
  void the_product_does_not_start_beside_events_the_store_has_not(@TempDir Path folder)
      throws SQLException {
    String url = TestPostgres.freshDatabaseUrl();
    Flyway.configure().dataSource(url, null, null).load().migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into domain_event_entry values (7, gen_random_uuid(), 'a', 0, 'Path',
            '2019-03-10T10:11:12.345Z', 'path.PathOpened', '1', '{}', '{}')
          """);
    }
    assertThatThrownBy(
            () -> ProductProcess.start(folder.resolve("data"), "--spring.datasource.url=" + url))
        .hasMessageContaining(
            "domain_event_entry holds 1 events that the event store has not taken over")
        .hasMessageContaining("run `livret store migrate`");
  }
}
