package fr.livret.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.livret.LivretApplication;
import fr.livret.eventstore.testing.TestPostgres;
import java.nio.file.Files;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole product, started as its users start it. */
class OwnPostgresConfigurationTest {

  @RegisterExtension final TestFolder folder = new TestFolder();

  @Test
  void the_started_product_works_in_transactions_on_a_server_that_loses_nothing() {
    try (var product = start("--livret.data=" + folder.path())) {
      assertThat(product.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
      assertThat(product.getBean(TransactionManager.class))
          .isInstanceOf(SpringTransactionManager.class);
      assertThat(ask(product, "show fsync")).isEqualTo("on");
      assertThat(folder.resolve("postgres/postmaster.pid")).exists();
    }
    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    DataFolder.take(folder.path()).close();
  }

  @Test
  void with_a_database_of_the_user_no_server_is_started_and_no_lock_taken() {
    try (var product =
        start(
            "--livret.data=" + folder.path(),
            "--spring.datasource.url=" + TestPostgres.freshDatabaseUrl())) {
      assertThat(product.getBeansOfType(OwnPostgres.class)).isEmpty();
      assertThat(ask(product, "select current_database()")).startsWith("test_");
      assertThat(folder.resolve("postgres")).doesNotExist();
      assertThat(folder.resolve("livret.lock")).doesNotExist();
    }
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void a_start_that_fails_says_why_and_what_to_do(CapturedOutput output) throws Exception {
    var file = Files.createFile(folder.resolve("data"));
    var product =
        new SpringApplicationBuilder(OwnPostgresConfiguration.class).web(WebApplicationType.NONE);
    assertThatThrownBy(() -> product.run("--livret.data=" + file))
        .hasRootCauseInstanceOf(CannotStart.class);
    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("The data folder " + file + " is a file.")
        .contains("Name a folder with --livret.data=FOLDER");
  }

  private static ConfigurableApplicationContext start(String data, String... more) {
    var arguments = Stream.concat(Stream.of("--server.port=0", data), Stream.of(more));
    return SpringApplication.run(LivretApplication.class, arguments.toArray(String[]::new));
  }

  private static String ask(ConfigurableApplicationContext product, String sql) {
    return product.getBean(JdbcClient.class).sql(sql).query(String.class).single();
  }
}
