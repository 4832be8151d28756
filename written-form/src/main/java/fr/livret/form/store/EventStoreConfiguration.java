package fr.livret.form.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.livret.form.event.EventJson;
import fr.livret.form.event.KernelEventSerializer;
import fr.livret.form.event.Upcaster;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * What facts are kept with, whichever engine keeps them: the product's event store, or Axon's own
 * JDBC engine where {@code event-store.engine} is {@code axon-jdbc}, or Axon Server where {@code
 * axon.axonserver.enabled} is true. Tokens are kept by Axon's JDBC token store.
 */
@AutoConfiguration(
    beforeName = {
      "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
      "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration",
      "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration"
    })
public class EventStoreConfiguration {

  @Bean
  EventJson eventJson() {
    return EventJson.kernel();
  }

  @Bean
  @Qualifier("eventSerializer")
  KernelEventSerializer eventSerializer(EventJson events) {
    return new KernelEventSerializer(events);
  }

  /** For what is Axon's own, its tokens above all; Jackson 3 cannot read a replay's token back. */
  @Bean
  @Primary
  Serializer generalSerializer() {
    return JacksonSerializer.builder()
        .objectMapper(new ObjectMapper().findAndRegisterModules())
        .build();
  }

  @Bean
  EventUpcasterChain eventUpcasters() {
    return Upcaster.chain();
  }

  @Bean
  @ConditionalOnMissingBean
  PersistenceExceptionResolver persistenceExceptionResolver() {
    return new UniqueViolations();
  }

  @Bean
  @ConditionalOnMissingBean
  EventSchema eventSchema() {
    return EventSchema.builder()
        .eventTable("domain_event_entry")
        .snapshotTable("snapshot_event_entry")
        .globalIndexColumn("global_index")
        .eventIdentifierColumn("event_identifier")
        .aggregateIdentifierColumn("aggregate_identifier")
        .sequenceNumberColumn("sequence_number")
        .typeColumn("type")
        .timestampColumn("time_stamp")
        .payloadTypeColumn("payload_type")
        .payloadRevisionColumn("payload_revision")
        .payloadColumn("payload")
        .metaDataColumn("meta_data")
        .build();
  }

  @Bean
  @ConditionalOnMissingBean
  TokenSchema tokenSchema() {
    return TokenSchema.builder()
        .setTokenTable("token_entry")
        .setProcessorNameColumn("processor_name")
        .setSegmentColumn("segment")
        .setTokenColumn("token")
        .setTokenTypeColumn("token_type")
        .setTimestampColumn("time_stamp")
        .setOwnerColumn("owner")
        .build();
  }
}
