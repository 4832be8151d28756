package fr.livret.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store over a {@link PostgresEventStorageEngine}.
 *
 * <p>All events of a unit of work are stored together, in its commit: after everything that may
 * still make it fail, and before a transaction attached to it commits. Readers of this process are
 * fed from memory as soon as events are durable.
 */
public final class PostgresEventStore extends AbstractEventStore {
  /**
   * What the metadata of a command say of an aggregate whose identifier was drawn for it: that
   * identifier. Nothing is read then before it is carried out; were there events of it after all,
   * its own would lose to them.
   */
  public static final String BEGINS = "event-store-begins";

  private final PostgresEventStorageEngine engine;

  private PostgresEventStore(Builder builder, PostgresEventStorageEngine engine) {
    super(builder);
    this.engine = engine;
  }

  /** Begins to build one. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier) {
    Stream<? extends DomainEventMessage<?>> staged = stagedDomainEventMessages(aggregateIdentifier);
    return begins(aggregateIdentifier)
        ? DomainEventStream.of(staged)
        : DomainEventStream.concat(
            engine.readWithSnapshot(aggregateIdentifier), DomainEventStream.of(staged));
  }

  private static boolean begins(String aggregateIdentifier) {
    return CurrentUnitOfWork.map(unit -> unit.getMessage().getMetaData().get(BEGINS))
        .filter(aggregateIdentifier::equals)
        .isPresent();
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
    return new TailReader(
        engine, engine.listening(), PostgresEventStorageEngine.position(trackingToken));
  }

  /** Stores what a unit of work has published when it commits, and only then. */
  private static final class AtCommit implements EventStorageEngine {
    private final PostgresEventStorageEngine engine;
    private final String published = this + " PUBLISHED";

    AtCommit(PostgresEventStorageEngine engine) {
      this.engine = engine;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
      if (!CurrentUnitOfWork.isStarted()) {
        engine.appendEvents(events);
        return;
      }
      UnitOfWork<?> root = CurrentUnitOfWork.get().root();
      List<EventMessage<?>> queued = root.getOrComputeResource(published, _ -> atCommit(root));
      queued.addAll(events);
    }

    private List<EventMessage<?>> atCommit(UnitOfWork<?> root) {
      List<EventMessage<?>> queued = new ArrayList<>();
      root.onCommit(_ -> engine.appendEvents(queued));
      return queued;
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
      engine.storeSnapshot(snapshot);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
        @Nullable TrackingToken trackingToken, boolean mayBlock) {
      return engine.readEvents(trackingToken, mayBlock);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
      return engine.readEvents(aggregateIdentifier, firstSequenceNumber);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
      return engine.readSnapshot(aggregateIdentifier);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
      return engine.lastSequenceNumberFor(aggregateIdentifier);
    }

    @Override
    public TrackingToken createTailToken() {
      return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
      return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
      return engine.createTokenAt(dateTime);
    }
  }

  /** What a store is made of; the engine is needed. */
  public static final class Builder extends AbstractEventStore.Builder {
    private @Nullable PostgresEventStorageEngine engine;

    private Builder() {}

    /** Where events are stored; it has to be closed by whoever built it. */
    public Builder engine(PostgresEventStorageEngine engine) {
      this.engine = engine;
      super.storageEngine(new AtCommit(engine));
      return this;
    }

    @Override
    public Builder messageMonitor(MessageMonitor<? super EventMessage<?>> messageMonitor) {
      super.messageMonitor(messageMonitor);
      return this;
    }

    @Override
    public Builder spanFactory(EventBusSpanFactory spanFactory) {
      super.spanFactory(spanFactory);
      return this;
    }

    /** Builds it. */
    public PostgresEventStore build() {
      if (engine == null) {
        throw new AxonConfigurationException("the store needs an engine");
      }
      return new PostgresEventStore(this, engine);
    }
  }
}
