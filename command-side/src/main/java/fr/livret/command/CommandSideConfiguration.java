package fr.livret.command;

import fr.livret.command.dispatch.FlushedLater;
import fr.livret.command.training.TrainingIndex;
import fr.livret.form.person.PersonalData;
import fr.livret.http.KeyedHash;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.micrometer.EventProcessorLatencyMonitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;

/** The command side as one whole: its aggregates, requests and automations. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableScheduling
public class CommandSideConfiguration {

  /**
   * One processor per automation, one segment each: a path's facts are handled in their order. What
   * cannot be handled is tried again, never passed over.
   */
  @Autowired
  void automations(
      EventProcessingConfigurer processing,
      PlatformTransactionManager transactions,
      JdbcClient jdbc,
      MeterRegistry meters) {
    TransactionManager flushedLater = new FlushedLater(transactions, jdbc);
    for (String automation :
        List.of(
            "path-agenda",
            "candidate-erasure",
            "session-errands",
            "alert-agenda",
            "alert-outbox",
            "vae-agenda")) {
      processing.registerTrackingEventProcessor(
          automation, axon -> axon.eventStore(), _ -> oneByOne());
      processing.registerTransactionManager(automation, _ -> flushedLater);
      EventProcessorLatencyMonitor latency =
          EventProcessorLatencyMonitor.buildMonitor(
              "livret.automation", meters, _ -> Tags.of("automation", automation));
      processing.registerMessageMonitor(
          automation, _ -> event -> latency.onMessageIngested((EventMessage<?>) event));
    }
    // Not an automation: it runs before the facts of a command are stored, and fails it if it
    // fails.
    processing.registerSubscribingEventProcessor(TrainingIndex.GROUP);
    processing.registerDefaultListenerInvocationErrorHandler(
        _ -> PropagatingErrorHandler.instance());
  }

  private static TrackingEventProcessorConfiguration oneByOne() {
    return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
        .andBatchSize(200)
        .andInitialTrackingToken(StreamableMessageSource::createTailToken);
  }

  /** With it the Idempotency-Key of a write is honoured. */
  @Bean
  KeyedHash keyedHash(PersonalData personalData) {
    return new KeyedHash(personalData::fingerprint);
  }

  /** Facts are dated by the product's clock. */
  @Autowired
  void clock(Clock clock) {
    GenericEventMessage.clock = clock;
  }
}
