package fr.livret;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.form.store.AxonAfterBoot;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.micrometer.GlobalMetricRegistry;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.updates.UpdateCheckConfiguration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Axon is given by the auto-configuration of the frameworks, read without a database. */
class AxonAfterBootTest {

  private static final String ORDER = AxonAfterBoot.class.getName();

  private static final Predicate<String> FRAMEWORKS = name -> !name.startsWith("fr.livret.");

  @Test
  void axon_works_in_the_transactions_of_spring() {
    axon(FRAMEWORKS.or(ORDER::equals))
        .run(context ->
            assertThat(context.getBean(TransactionManager.class))
                .isInstanceOf(SpringTransactionManager.class));
  }

  @Test
  void without_the_order_axon_would_do_without_transactions() {
    axon(FRAMEWORKS)
        .run(context ->
            assertThat(context.getBean(TransactionManager.class))
                .isNotInstanceOf(SpringTransactionManager.class));
  }

  @Test
  void axon_counts_in_the_registry_of_the_product() {
    axon(FRAMEWORKS.or(ORDER::equals))
        .run(context -> assertThat(context).hasSingleBean(GlobalMetricRegistry.class));
  }

  @Test
  void axon_does_not_phone_home() {
    axon(FRAMEWORKS.or(ORDER::equals))
        .run(context ->
            assertThat(context.getBean(UpdateCheckConfiguration.class).getDisabled()).isTrue());
  }

  /**
   * A context with the product's settings, the frameworks and, of our own parts, the ones asked
   * for.
   */
  private static ApplicationContextRunner axon(Predicate<String> autoConfigurations) {
    ImportCandidates candidates =
        ImportCandidates.load(AutoConfiguration.class, AxonAfterBootTest.class.getClassLoader());
    String notAskedFor =
        StreamSupport.stream(candidates.spliterator(), false)
            .filter(autoConfigurations.negate())
            .collect(Collectors.joining(","));
    return new ApplicationContextRunner()
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withPropertyValues(
            "spring.autoconfigure.exclude=" + notAskedFor,
            "spring.flyway.enabled=false",
            "axon.serializer.general=jackson")
        .withUserConfiguration(Frameworks.class);
  }

  @Configuration
  @EnableAutoConfiguration
  static class Frameworks {
    @Bean
    DataSource dataSource() {
      return new PGSimpleDataSource();
    }
  }
}
