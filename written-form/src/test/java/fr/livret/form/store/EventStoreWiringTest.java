package fr.livret.form.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.eventstore.PostgresEventStore;
import fr.livret.form.event.KernelEventSerializer;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;

class EventStoreWiringTest {
  @Test
  void facts_and_tokens_are_kept_on_the_datasource_in_the_transactions_of_spring() {
    StoreContext.onFreshDatabase()
        .run(context -> {
          assertThat(context).hasNotFailed();
          assertThat(context)
              .getBean(EventStorageEngine.class)
              .isInstanceOf(PostgresEventStorageEngine.class);
          assertThat(context).getBean(EventStore.class).isInstanceOf(PostgresEventStore.class);
          assertThat(context).getBean(TokenStore.class).isInstanceOf(JdbcTokenStore.class);
          assertThat(context)
              .getBean(TransactionManager.class)
              .isInstanceOf(SpringTransactionManager.class);
        });
  }

  @Test
  void one_property_leaves_everything_to_axons_own_engine() {
    StoreContext.onFreshDatabase()
        .withPropertyValues("event-store.engine=axon-jdbc")
        .run(context -> {
          assertThat(context)
              .getBean(EventStorageEngine.class)
              .isInstanceOf(JdbcEventStorageEngine.class);
          assertThat(context).getBean(EventStore.class).isInstanceOf(EmbeddedEventStore.class);
        });
  }

  @Test
  void events_have_our_serializer_and_the_rest_the_general_one() {
    StoreContext.onFreshDatabase()
        .run(context -> {
          Configuration axon = context.getBean(Configuration.class);
          assertThat(axon.eventSerializer()).isInstanceOf(KernelEventSerializer.class);
          assertThat(axon.serializer()).isInstanceOf(JacksonSerializer.class);
          assertThat(axon.messageSerializer()).isInstanceOf(JacksonSerializer.class);
        });
  }

  @Test
  void the_token_of_a_replay_is_read_back() {
    StoreContext.onFreshDatabase()
        .run(context -> {
          TokenStore tokens = context.getBean(TokenStore.class);
          var replay =
              ReplayToken.createReplayToken(
                  new GlobalSequenceTrackingToken(7), new GlobalSequenceTrackingToken(0));
          context
              .getBean(TransactionManager.class)
              .executeInTransaction(() -> {
                tokens.initializeTokenSegments("windows", 1, replay);
                assertThat(tokens.fetchToken("windows", 0)).isEqualTo(replay);
              });
        });
  }

  @Test
  void one_bean_replaces_the_engine() {
    StoreContext.onFreshDatabase()
        .withBean(InMemoryEventStorageEngine.class, InMemoryEventStorageEngine::new)
        .run(context -> {
          assertThat(context).hasSingleBean(EventStorageEngine.class);
          assertThat(context).getBean(EventStore.class).isInstanceOf(EmbeddedEventStore.class);
        });
  }

  @Test
  void with_axon_server_facts_go_there() {
    StoreContext.onFreshDatabase()
        .withPropertyValues("axon.axonserver.enabled=true", "axon.axonserver.servers=127.0.0.1:1")
        .run(context -> {
          assertThat(context).hasNotFailed();
          assertThat(context).doesNotHaveBean(EventStorageEngine.class);
          assertThat(context).getBean(EventStore.class).isInstanceOf(AxonServerEventStore.class);
          assertThat(context.getBean("eventSerializer", Serializer.class))
              .isInstanceOf(KernelEventSerializer.class);
        });
  }
}
