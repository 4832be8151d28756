package fr.livret.query.projection;

import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.form.event.EventTypes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs every projection there is a bean of, and shows how they are doing. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
  private static final int THREADS = 2;
  private static final int ROWS_IN_MEMORY = 200_000;

  @Bean
  Arrivals arrivals() {
    return new Arrivals();
  }

  /** The log of our own store where that is in use; any other is read as followers read it. */
  @Bean
  History<?> everyEvent(
      ObjectProvider<PostgresEventStorageEngine> engine,
      EventStore events,
      @Qualifier("eventSerializer") Serializer serializer,
      EventUpcasterChain upcasters) {
    return engine.stream()
        .findAny()
        .<History<?>>map(
            own -> new LogHistory(own.log(), EventTypes.kernel(), serializer, upcasters))
        .orElseGet(() -> new StreamHistory(events));
  }

  @Bean
  Projections projections(
      List<Projection<?, ?, ?>> projections,
      EventStore events,
      History<?> history,
      Serializer serializer,
      PlatformTransactionManager transactions,
      JdbcTemplate jdbc,
      DataSource database,
      Arrivals arrivals,
      Clock clock) {
    return new Projections(
        projections,
        events,
        history,
        new Tokens(serializer, clock),
        new TransactionTemplate(transactions),
        jdbc,
        database,
        arrivals,
        new Load.Limits(THREADS, ROWS_IN_MEMORY),
        clock);
  }

  @Bean("projectionsHealthIndicator")
  ProjectionsHealth projectionsHealth(Projections projections) {
    return new ProjectionsHealth(projections);
  }

  @Bean
  SmartInitializingSingleton projectionGauges(Projections projections, MeterRegistry meters) {
    return () -> {
      for (String name : projections.names()) {
        Gauge.builder("livret.projection.lag", projections, of(name, Progress::lag))
            .description("Events a projection is behind")
            .tag("projection", name)
            .register(meters);
        Gauge.builder("livret.projection.lag.seconds", projections, of(name, Progress::lagSeconds))
            .description("Since when the oldest event waits that a projection has not written")
            .tag("projection", name)
            .register(meters);
      }
    };
  }

  private static ToDoubleFunction<Projections> of(String name, ToDoubleFunction<Progress> value) {
    return all -> {
      Progress progress = all.progress().get(name);
      return progress == null ? Double.NaN : value.applyAsDouble(progress);
    };
  }
}
