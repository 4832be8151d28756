package fr.livret;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.micrometer.GlobalMetricRegistry;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.updates.UpdateCheckConfiguration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Axon is given by the auto-configuration, read without opening a connection. */
class AxonAfterBootTest {

  private static final ApplicationContextRunner AXON =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withPropertyValues("spring.flyway.enabled=false", "axon.serializer.general=jackson");

  @Test
  void axon_works_in_the_transactions_of_spring() {
    AXON.withUserConfiguration(HandMadeDataSource.class)
        .run(context ->
            assertThat(context.getBean(TransactionManager.class))
                .isInstanceOf(SpringTransactionManager.class));
  }

  @Test
  void without_the_order_axon_would_do_without_transactions() {
    AXON.withUserConfiguration(NoOrder.class)
        .run(context ->
            assertThat(context.getBean(TransactionManager.class))
                .isNotInstanceOf(SpringTransactionManager.class));
  }

  @Test
  void axon_counts_in_the_registry_of_the_product() {
    AXON.withUserConfiguration(HandMadeDataSource.class)
        .run(context -> assertThat(context).hasSingleBean(GlobalMetricRegistry.class));
  }

  @Test
  void axon_does_not_phone_home() {
    AXON.withUserConfiguration(HandMadeDataSource.class)
        .run(context ->
            assertThat(context.getBean(UpdateCheckConfiguration.class).getDisabled()).isTrue());
  }

  @Configuration
  @EnableAutoConfiguration
  static class HandMadeDataSource {
    @Bean
    DataSource dataSource() {
      return new PGSimpleDataSource();
    }
  }

  @Configuration
  @EnableAutoConfiguration(exclude = AxonAfterBoot.class)
  static class NoOrder {
    @Bean
    DataSource dataSource() {
      return new PGSimpleDataSource();
    }
  }
}
