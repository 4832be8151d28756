package fr.livret.command;

import java.time.Clock;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.annotation.Autowired;
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
    processing.registerPooledStreamingEventProcessorConfiguration(
        "path-agenda", (_, builder) -> oneByOne(builder));
    processing.registerPooledStreamingEventProcessorConfiguration(
        "candidate-erasure", (_, builder) -> oneByOne(builder));
    processing.registerDefaultListenerInvocationErrorHandler(
        _ -> PropagatingErrorHandler.instance());
  }

  private static PooledStreamingEventProcessor.Builder oneByOne(
      PooledStreamingEventProcessor.Builder builder) {
    return builder
        .initialSegmentCount(1)
        .batchSize(200)
        .initialToken(StreamableMessageSource::createTailToken);
  }

  /** Facts are dated by the product's clock. */
  @Autowired
  void clock(Clock clock) {
    GenericEventMessage.clock = clock;
  }
}
