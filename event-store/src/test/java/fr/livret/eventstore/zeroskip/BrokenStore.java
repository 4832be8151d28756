package fr.livret.eventstore.zeroskip;

import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.eventstore.zeroskip.Finding.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** The store of this module with one fault: what the harness must notice. */
record BrokenStore(Fault fault) implements Store {
  private static final SequencedStore SOUND = new SequencedStore(false);

  enum Fault {
    SKIPS_AN_EVENT_NOW_AND_THEN(Kind.SKIPPED),
    GIVES_AN_EVENT_TWICE(Kind.DOUBLED),
    GIVES_THE_LATEST_FIRST(Kind.DISORDERED),
    ACKNOWLEDGES_WHATEVER_HAPPENS(Kind.LOST),
    FAILS_WHEN_ALL_IS_STORED(Kind.STORED_THOUGH_REFUSED),
    STORES_EVENT_BY_EVENT(Kind.TORN),
    SEES_CONFLICTS_EVERYWHERE(Kind.WRONG_ANSWER);

    final Kind shows;

    Fault(Kind shows) {
      this.shows = shows;
    }
  }

  @Override
  public void prepare(DataSource database) {
    SOUND.prepare(database);
  }

  @Override
  public EventStorageEngine writer(DataSource connections) {
    return new Engine(fault, SOUND.writer(connections));
  }

  @Override
  public EventStorageEngine reader(DataSource connections) {
    return new Engine(fault, SOUND.writer(connections));
  }

  @Override
  public Table table() {
    return SOUND.table();
  }

  @Override
  public int atWork(int waiting) {
    return SOUND.atWork(waiting);
  }

  @Override
  public boolean promisesOrder() {
    return true;
  }

  private record Engine(Fault fault, PostgresEventStorageEngine sound)
      implements EventStorageEngine, AutoCloseable {

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
      switch (fault) {
        case ACKNOWLEDGES_WHATEVER_HAPPENS -> {
          try {
            sound.appendEvents(events);
          } catch (RuntimeException e) {
            return;
          }
        }
        case FAILS_WHEN_ALL_IS_STORED -> {
          sound.appendEvents(events);
          if (strikes(events.getFirst())) {
            throw new EventStoreException("nothing was stored");
          }
        }
        case STORES_EVENT_BY_EVENT -> events.forEach(event -> sound.appendEvents(List.of(event)));
        case SEES_CONFLICTS_EVERYWHERE -> {
          if (strikes(events.getFirst())) {
            throw new ConcurrencyException("somebody else was first");
          }
          sound.appendEvents(events);
        }
        default -> sound.appendEvents(events);
      }
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
        @Nullable TrackingToken token, boolean mayBlock) {
      Stream<? extends TrackedEventMessage<?>> events = sound.readEvents(token, mayBlock);
      return switch (fault) {
        case SKIPS_AN_EVENT_NOW_AND_THEN -> events.filter(event -> !strikes(event));
        case GIVES_AN_EVENT_TWICE ->
            events.flatMap(event -> strikes(event) ? Stream.of(event, event) : Stream.of(event));
        case GIVES_THE_LATEST_FIRST -> events.toList().reversed().stream();
        default -> events;
      };
    }

    /** One event in a few, always the same ones. */
    private static boolean strikes(EventMessage<?> event) {
      return event.getIdentifier().hashCode() % 32 == 0;
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
      sound.storeSnapshot(snapshot);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
      return sound.readEvents(aggregateIdentifier, firstSequenceNumber);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
      return sound.readSnapshot(aggregateIdentifier);
    }

    @Override
    public TrackingToken createHeadToken() {
      return sound.createHeadToken();
    }

    @Override
    public void close() {
      sound.close();
    }
  }
}
