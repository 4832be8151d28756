package fr.livret.eventstore;

import static org.axonframework.eventhandling.EventUtils.asDomainEventMessage;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage engine on PostgreSQL. Positions are dense and in the order of commits, over all
 * processes that write: whoever has seen one will never see a lower one for the first time.
 *
 * <p>An append waits until it is durable, whatever transaction its caller is in: it is written over
 * a connection of the store's own, in one statement with whatever else waits. Tokens are {@link
 * GlobalSequenceTrackingToken}s of the position.
 */
public final class PostgresEventStorageEngine extends AbstractEventStorageEngine
    implements AutoCloseable {
  private static final int PAGE = 500;

  private final Serializer serializer;
  private final EventUpcaster upcasters;
  private final SnapshotFilter snapshots;
  private final DataSource database;
  private final EventTypes types;
  private final Writing writing;
  private final PostgresReader reader;
  private final Tail tail;
  private final Sequencer sequencer;
  private final Duration poll;
  private final AnnouncedJournal announced;
  private @Nullable Announcements announcements;

  private PostgresEventStorageEngine(Builder builder) {
    super(builder);
    this.serializer = getEventSerializer();
    this.upcasters = upcasterChain;
    this.snapshots = builder.snapshots;
    this.database = Objects.requireNonNull(builder.database);
    this.types = new EventTypes(database);
    this.writing = new Writing(types);
    this.reader = new PostgresReader(database, types);
    this.poll = builder.poll;
    this.tail = new Tail(builder.tailEvents, builder.tailBytes, this::messages);
    PostgresJournal journal = new PostgresJournal(database, builder.limits.patience());
    this.announced = new AnnouncedJournal(journal, types, tail);
    this.sequencer = new Sequencer(announced, builder.limits);
  }

  /** Begins to build one. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    List<Append.Event> written = new ArrayList<>(events.size());
    for (EventMessage<?> event : events) {
      written.add(writing.of(asDomainEventMessage(event), serializer));
    }
    switch (sequencer.append(new Append(written))) {
      case Outcome.Stored _ -> {}
      case Outcome.Lost(int event) -> throw second(written.get(event));
      case Outcome.Failed(RuntimeException why) ->
          // The same exception may belong to others too: each is thrown from its own place.
          throw again(why);
    }
  }

  private static EventStoreException again(RuntimeException why) {
    String message = String.valueOf(why.getMessage());
    return switch (why) {
      case OutcomeUnknownException _ -> new OutcomeUnknownException(message, why);
      case EventStoreUnavailableException _ -> new EventStoreUnavailableException(message, why);
      default -> new EventStoreException(message, why);
    };
  }

  private static RuntimeException second(Append.Event event) {
    return event.sequence() == 0
        ? new AggregateStreamCreationException(
            "there is an event of [%s] already: nothing was stored".formatted(event.stream()))
        : new ConcurrencyException(
            "an event of [%s] at sequence [%d] was stored by somebody else: nothing was stored"
                .formatted(event.stream(), event.sequence()));
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    reader.keep(writing.of(snapshot, serializer));
  }

  /** The snapshot of an aggregate and what follows it, or all there is: in one exchange. */
  DomainEventStream readWithSnapshot(String aggregate) {
    List<StoredEvent> found = reader.withSnapshot(aggregate, PAGE);
    if (found.isEmpty() || found.getFirst().position() > 0) {
      return domainEvents(ofStream(aggregate, found));
    }
    StoredEntry snapshot = new StoredEntry(found.getFirst());
    if (!snapshots.allow(snapshot)) {
      return readEvents(aggregate, 0);
    }
    return DomainEventStream.concat(
        EventStreamUtils.upcastAndDeserializeDomainEvents(
            Stream.of(snapshot), getSnapshotSerializer(), upcasters),
        domainEvents(ofStream(aggregate, found.subList(1, found.size()))));
  }

  private Stream<StoredEvent> ofStream(String aggregate, List<StoredEvent> first) {
    return Pages.of(first, PAGE, last -> reader.ofStream(aggregate, last.sequence() + 1, PAGE));
  }

  private DomainEventStream domainEvents(Stream<StoredEvent> events) {
    return EventStreamUtils.upcastAndDeserializeDomainEvents(
        events.map(StoredEntry::new), serializer, upcasters);
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long first) {
    return ofStream(identifier, reader.ofStream(identifier, first, PAGE)).map(StoredEntry::new);
  }

  @Override
  protected Stream<? extends TrackedEventData<?>> readEventData(
      @Nullable TrackingToken token, boolean mayBlock) {
    return Pages.of(
            reader.after(position(token), PAGE), PAGE, last -> reader.after(last.position(), PAGE))
        .map(StoredEntry::new);
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String identifier) {
    return reader.snapshot(identifier).map(StoredEntry::new).stream();
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    var last = reader.lastOf(aggregateIdentifier);
    return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
  }

  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(0);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(reader.head());
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    var first = reader.firstAt(dateTime);
    return new GlobalSequenceTrackingToken(
        first.isPresent() ? first.getAsLong() - 1 : reader.head());
  }

  /** The position a token stands for; 0 for none. */
  static long position(@Nullable TrackingToken token) {
    if (token == null) {
      return 0;
    }
    if (token instanceof GlobalSequenceTrackingToken position) {
      return position.getGlobalIndex();
    }
    throw new IllegalArgumentException(
        "a token of another event store, which has to be migrated with its events: " + token);
  }

  /** The whole log, read in bulk. */
  public EventLog log() {
    return new EventLog(database, types);
  }

  /** What is read from some events. */
  List<TrackedEventMessage<?>> messages(List<StoredEvent> events) {
    return EventUtils.upcastAndDeserializeTrackedEvents(
            events.stream().map(StoredEntry::new), serializer, upcasters)
        .<TrackedEventMessage<?>>map(Function.identity())
        .toList();
  }

  /** Up to that many of the events after a position, as they lie in the database. */
  List<StoredEvent> after(long position, int limit) {
    return reader.after(position, limit);
  }

  /** The end of the log, from now on told of what other processes store. */
  synchronized Tail listening() {
    if (announcements == null) {
      announcements = new Announcements(database, poll, tail::told);
    }
    return tail;
  }

  /** Shows how the store is doing: how many appends wait, and the last position there is. */
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("event.store.waiting", sequencer, Sequencer::waiting)
        .description("Appends that wait to be written")
        .register(meters);
    Gauge.builder("event.store.head", tail, Tail::head)
        .description("The last position heard of")
        .register(meters);
    announced.countIn(
        DistributionSummary.builder("event.store.batch")
            .description("Events written by one statement")
            .publishPercentiles(0.5, 0.99)
            .register(meters));
  }

  /** Stores what has been accepted, and refuses what comes from now on. */
  @Override
  public void close() {
    sequencer.close();
    synchronized (this) {
      if (announcements != null) {
        announcements.close();
      }
    }
  }

  /** What an engine is made of; the database and the serializers are needed. */
  public static final class Builder extends AbstractEventStorageEngine.Builder {
    private @Nullable DataSource database;
    private SnapshotFilter snapshots = SnapshotFilter.allowAll();
    private Limits limits = Limits.DEFAULT;
    private Duration poll = Duration.ofSeconds(1);
    private int tailEvents = 10_000;
    private long tailBytes = 16L << 20;

    private Builder() {}

    /** Where the events lie: {@link EventStoreSchema} has made the tables there. */
    public Builder dataSource(DataSource database) {
      this.database = database;
      return this;
    }

    @Override
    public Builder eventSerializer(Serializer eventSerializer) {
      super.eventSerializer(eventSerializer);
      return this;
    }

    @Override
    public Builder snapshotSerializer(Serializer snapshotSerializer) {
      super.snapshotSerializer(snapshotSerializer);
      return this;
    }

    @Override
    public Builder upcasterChain(EventUpcaster upcasterChain) {
      super.upcasterChain(upcasterChain);
      return this;
    }

    @Override
    public Builder snapshotFilter(SnapshotFilter snapshotFilter) {
      super.snapshotFilter(snapshotFilter);
      this.snapshots = snapshotFilter;
      return this;
    }

    /** How much it takes on; {@link Limits#DEFAULT} unless given. */
    public Builder limits(Limits limits) {
      this.limits = limits;
      return this;
    }

    /** How long nothing is heard of other processes before they are looked for; one second. */
    public Builder poll(Duration poll) {
      this.poll = poll;
      return this;
    }

    /**
     * How much of the end of the log is kept in memory for this process's readers.
     *
     * @param events 10,000 unless given
     * @param bytes 16 MiB unless given
     */
    public Builder tail(int events, long bytes) {
      this.tailEvents = events;
      this.tailBytes = bytes;
      return this;
    }

    @Override
    protected void validate() {
      super.validate();
      if (database == null) {
        throw new AxonConfigurationException("the store needs a data source");
      }
    }

    /** Builds it, and starts its writer. */
    public PostgresEventStorageEngine build() {
      return new PostgresEventStorageEngine(this);
    }
  }
}
