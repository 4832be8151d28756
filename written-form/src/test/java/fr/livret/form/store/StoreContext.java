package fr.livret.form.store;

import fr.livret.eventstore.testing.TestPostgres;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** The store as a product starts it: the auto-configurations, Flyway and a real PostgreSQL. */
final class StoreContext {
  private StoreContext() {}

  static ApplicationContextRunner onFreshDatabase() {
    return new ApplicationContextRunner()
        .withUserConfiguration(Everything.class)
        .withPropertyValues(properties());
  }

  static String[] properties() {
    return new String[] {
      "spring.datasource.url=" + TestPostgres.freshDatabaseUrl(),
      "spring.main.banner-mode=off",
      "axon.axonserver.enabled=false",
      "axon.update-check.disabled=true",
      "axon.timeout.enabled=false",
      "livret.data=target/store-test"
    };
  }

  @Configuration
  @EnableAutoConfiguration
  static class Everything {}
}
