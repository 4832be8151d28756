package fr.livret.command;

import fr.livret.command.training.TrainingIndex;
import fr.livret.form.person.PersonalData;
import fr.livret.http.KeyedHash;
import java.time.Clock;
import java.util.List;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

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
  void automations(EventProcessingConfigurer processing) {
    for (String automation :
        List.of(
            "path-agenda",
            "candidate-erasure",
            "session-errands",
            "alert-agenda",
            "alert-outbox",
            "vae-agenda")) {
      processing.registerPooledStreamingEventProcessor(
          automation, axon -> axon.eventStore(), (_, builder) -> oneByOne(builder));
    }
    // Not an automation: it runs before the facts of a command are stored, and fails it if it
    // fails.
    processing.registerSubscribingEventProcessor(TrainingIndex.GROUP);
    processing.registerDefaultListenerInvocationErrorHandler(
        _ -> PropagatingErrorHandler.instance());
  }

  private static PooledStreamingEventProcessor.Builder oneByOne(
      PooledStreamingEventProcessor.Builder builder) {
    return builder
        // Claims are timed by the machine, whatever day the product's clock says it is.
        .clock(Clock.systemUTC())
        .initialSegmentCount(1)
        .batchSize(200)
        .initialToken(StreamableMessageSource::createTailToken);
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
