package fr.livret.query.projection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every projection with the processor that feeds it. A processor that fails takes its batch back
 * and tries again, later and later; it never passes over an event.
 */
public final class Projections implements SmartLifecycle {
  private static final int BATCH = 500;
  private static final int LOOK_EVERY_MILLIS = 1_000;

  /** A node that is gone keeps its tokens no longer than Axon's claim timeout of ten seconds. */
  private static final int CLAIM_EVERY_MILLIS = 2_000;

  private final EventStore events;
  private final Map<String, TrackingEventProcessor> processors = new LinkedHashMap<>();
  private volatile boolean running;

  Projections(
      List<Projection<?, ?, ?>> projections,
      EventStore events,
      TokenStore tokens,
      TransactionManager transactions,
      JdbcTemplate jdbc,
      Arrivals arrivals) {
    this.events = events;
    for (Projection<?, ?, ?> projection : projections) {
      processors.put(
          projection.name(),
          TrackingEventProcessor.builder()
              .name(projection.name())
              .eventHandlerInvoker(new Projector<>(projection, jdbc, arrivals))
              .messageSource(events)
              .tokenStore(tokens)
              .transactionManager(transactions)
              .trackingEventProcessorConfiguration(
                  TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                      .andBatchSize(BATCH)
                      .andEventAvailabilityTimeout(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)
                      .andTokenClaimInterval(CLAIM_EVERY_MILLIS, TimeUnit.MILLISECONDS))
              .build());
    }
  }

  @Override
  public void start() {
    processors.values().forEach(TrackingEventProcessor::start);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    processors.values().stream()
        .map(TrackingEventProcessor::shutdownAsync)
        .toList()
        .forEach(stopped -> stopped.join());
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The names of all projections. */
  public List<String> names() {
    return List.copyOf(processors.keySet());
  }

  /**
   * Empties a projection and folds every event anew, in the background. Meanwhile it shows what is
   * folded so far. Throws {@link IllegalArgumentException} when there is no such projection.
   */
  public void rebuild(String name) {
    TrackingEventProcessor processor = processors.get(name);
    if (processor == null) {
      throw new IllegalArgumentException("no projection " + name + "; there are " + names());
    }
    processor.shutDown();
    processor.resetTokens();
    processor.start();
  }

  /** How each projection is doing. */
  public Map<String, Progress> progress() {
    OptionalLong head = position(events.createHeadToken());
    Map<String, Progress> progress = new LinkedHashMap<>();
    processors.forEach((name, processor) -> progress.put(name, progress(processor, head)));
    return progress;
  }

  private static Progress progress(TrackingEventProcessor processor, OptionalLong head) {
    if (!processor.isRunning()) {
      return new Progress(Progress.State.STOPPED, 0, null);
    }
    for (EventTrackerStatus status : processor.processingStatus().values()) {
      long behind = Math.max(0, head.orElse(-1) - position(status.getTrackingToken()).orElse(-1));
      return status.isErrorState()
          ? new Progress(Progress.State.FAILING, behind, kinds(status.getError()))
          : new Progress(Progress.State.FOLLOWING, behind, null);
    }
    return new Progress(Progress.State.ELSEWHERE, 0, null);
  }

  /** Kinds of errors only: the message of a database can quote the row, and with it a name. */
  private static String kinds(@Nullable Throwable error) {
    List<String> kinds = new ArrayList<>();
    for (Throwable cause = error; cause != null && kinds.size() < 10; cause = cause.getCause()) {
      kinds.add(
          cause.getClass().getSimpleName()
              + (cause instanceof SQLException sql ? " " + sql.getSQLState() : ""));
    }
    return String.join(", by ", kinds);
  }

  private static OptionalLong position(@Nullable TrackingToken token) {
    return token == null ? OptionalLong.empty() : token.position();
  }
}
