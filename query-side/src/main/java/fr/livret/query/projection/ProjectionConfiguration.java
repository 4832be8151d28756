package fr.livret.query.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs every projection there is a bean of, and shows how they are doing. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

  @Bean
  Arrivals arrivals() {
    return new Arrivals();
  }

  @Bean
  Projections projections(
      List<Projection<?, ?, ?>> projections,
      EventStore events,
      TokenStore tokens,
      TransactionManager transactions,
      JdbcTemplate jdbc,
      Arrivals arrivals) {
    return new Projections(projections, events, tokens, transactions, jdbc, arrivals);
  }

  @Bean("projectionsHealthIndicator")
  ProjectionsHealth projectionsHealth(Projections projections) {
    return new ProjectionsHealth(projections);
  }

  @Bean
  SmartInitializingSingleton projectionGauges(Projections projections, MeterRegistry meters) {
    return () -> {
      for (String name : projections.names()) {
        Gauge.builder("livret.projection.lag", projections, all -> lag(all, name))
            .description("Events a projection is behind")
            .tag("projection", name)
            .register(meters);
      }
    };
  }

  private static double lag(Projections projections, String name) {
    Progress progress = projections.progress().get(name);
    return progress == null ? Double.NaN : progress.lag();
  }
}
