package fr.livret.form.store;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Configures Axon after what it builds on.
 *
 * <p>Axon 4.13 orders itself after Spring Boot 3 classes, which Boot 4 has moved. Without this
 * order Axon finds no transaction manager and silently does without: a projection and its token
 * would no longer be written together.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
    },
    beforeName = {
      "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
      "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
      "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration"
    })
public class AxonAfterBoot {}
