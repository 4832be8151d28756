package fr.livret.eventstore.spring;

import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.eventstore.PostgresEventStore;
import fr.livret.eventstore.migration.AxonTableMigration;
import fr.livret.eventstore.migration.AxonTables;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * Axon's events on this store, unless {@code event-store.engine} is {@code axon-jdbc}, which leaves
 * everything to Axon's own engine, or events go to Axon Server.
 *
 * <p>Commands run in no transaction: what they publish is durable by the store's own, and nobody
 * holds a connection of the pool while it is waited for.
 */
@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
    beforeName = {
      "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
      "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration",
      "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration"
    })
@ConditionalOnProperty(
    name = "event-store.engine",
    havingValue = "sequenced",
    matchIfMissing = true)
@ConditionalOnProperty(
    name = "axon.axonserver.enabled",
    havingValue = "false",
    matchIfMissing = true)
@ConditionalOnMissingBean({EventStorageEngine.class, EventBus.class})
public class EventStoreAutoConfiguration {

  @Bean(destroyMethod = "close")
  PostgresEventStorageEngine eventStorageEngine(
      DataSource database,
      Serializer snapshots,
      @Qualifier("eventSerializer") Serializer events,
      Configuration axon,
      ObjectProvider<EventSchema> oldEvents,
      ObjectProvider<TokenSchema> oldTokens,
      ObjectProvider<MeterRegistry> meters) {
    AxonTableMigration.requireDone(
        database,
        new AxonTables(
            oldEvents.getIfAvailable(EventSchema::new),
            oldTokens.getIfAvailable(TokenSchema::new)));
    EventStoreSchema.bringUpToDate(database);
    PostgresEventStorageEngine engine =
        PostgresEventStorageEngine.builder()
            .dataSource(database)
            .snapshotSerializer(snapshots)
            .eventSerializer(events)
            .upcasterChain(axon.upcasterChain())
            .snapshotFilter(axon.snapshotFilter())
            .build();
    meters.ifAvailable(engine::bindTo);
    return engine;
  }

  @Bean
  PostgresEventStore eventStore(PostgresEventStorageEngine engine, Configuration axon) {
    return PostgresEventStore.builder()
        .engine(engine)
        .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
        .spanFactory(axon.getComponent(EventBusSpanFactory.class))
        .build();
  }

  @Bean
  @ConditionalOnMissingBean(CommandBus.class)
  @Qualifier("localSegment")
  SimpleCommandBus commandBus(Configuration axon, DuplicateCommandHandlerResolver duplicates) {
    SimpleCommandBus bus =
        SimpleCommandBus.builder()
            .duplicateCommandHandlerResolver(duplicates)
            .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
            .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"))
            .build();
    bus.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
    return bus;
  }
}
