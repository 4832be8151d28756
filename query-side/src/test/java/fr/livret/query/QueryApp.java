package fr.livret.query;

import com.zaxxer.hikari.HikariDataSource;
import fr.livret.eventstore.testing.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Base64;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.Environment;

/** The query side alone: real server, real PostgreSQL, real event store, a clock that obeys. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"fr.livret.query", "fr.livret.form.law"})
public class QueryApp {
  static {
    System.setProperty("LIVRET_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));
  }

  /** A database of its own, unless another process has one to share. */
  @Bean
  DataSource dataSource(Environment environment) {
    HikariDataSource pool = new HikariDataSource();
    @Nullable String shared = environment.getProperty("test.database");
    pool.setJdbcUrl(shared == null ? TestPostgres.freshDatabaseUrl() : shared);
    pool.addDataSourceProperty("ApplicationName", environment.getProperty("test.node", "tests"));
    pool.setMaximumPoolSize(24);
    // The server may be gone before those who still ask it, when the tests end.
    pool.setConnectionTimeout(10_000);
    return pool;
  }

  @Bean
  MovableClock clock() {
    return new MovableClock();
  }

  @Bean
  Http http(Environment environment) {
    return new Http(environment);
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }
}
