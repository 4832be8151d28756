package fr.livret.command;

import fr.livret.command.dispatch.FlushedLater;
import fr.livret.command.training.TrainingIndex;
import fr.livret.form.person.PersonalData;
import fr.livret.http.KeyedHash;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;

/** The command side as one whole: its aggregates, requests and automations. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableScheduling
public class CommandSideConfiguration {
  private static final List<String> AUTOMATIONS =
      List.of(
          "path-agenda",
          "candidate-erasure",
          "session-errands",
          "alert-agenda",
          "alert-outbox",
          "vae-agenda");

  /** No more than there are methods that run by the clock. */
  private static final int AT_ONCE = 8;

  /** What runs by the clock, each on its own: one that is long at work holds up no other. */
  @Bean
  ThreadPoolTaskScheduler taskScheduler() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(AT_ONCE);
    scheduler.setVirtualThreads(true);
    scheduler.setWaitForTasksToCompleteOnShutdown(true);
    scheduler.setAwaitTerminationSeconds(10);
    return scheduler;
  }

  /**
   * One processor per automation, one segment each: a path's facts are handled in their order. What
   * cannot be handled is tried again, never passed over.
   */
  @Autowired
  void automations(
      EventProcessingConfigurer processing,
      PlatformTransactionManager transactions,
      JdbcClient jdbc) {
    TransactionManager flushedLater = new FlushedLater(transactions, jdbc);
    for (String automation : AUTOMATIONS) {
      processing.registerTrackingEventProcessor(
          automation, axon -> axon.eventStore(), _ -> oneByOne());
      processing.registerTransactionManager(automation, _ -> flushedLater);
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

  /** How many events each automation is behind; of one that another node runs, nothing. */
  @Bean
  SmartInitializingSingleton automationGauges(
      EventProcessingConfiguration processing, EventStore events, MeterRegistry meters) {
    return () ->
        AUTOMATIONS.forEach(automation ->
            Gauge.builder("livret.automation.lag", () -> lag(automation, processing, events))
                .description("Events an automation is behind")
                .tag("automation", automation)
                .register(meters));
  }

  private static double lag(
      String automation, EventProcessingConfiguration processing, EventStore events) {
    return processing
        .eventProcessor(automation, StreamingEventProcessor.class)
        .flatMap(processor -> processor.processingStatus().values().stream().findFirst())
        .map(status -> Math.max(0.0, head(events) - status.getCurrentPosition().orElse(0)))
        .orElse(Double.NaN);
  }

  private static double head(EventStore events) {
    return Optional.ofNullable(events.createHeadToken())
        .map(token -> token.position().orElse(0))
        .orElse(0L);
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
