package fr.livret.eventstore.zeroskip;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** One call of {@code appendEvents}: what it is to store, where it is held, what it was told. */
final class Append implements Runnable {
  /** What the caller was told. */
  enum Answer {
    NONE,
    STORED,
    CONFLICT,
    FAILED
  }

  /** Never rolled back on purpose. */
  static final int SOUND = -1;

  /** Unique in its database. */
  final int number;

  /** The gates that are shut for it, in the order in which it comes to them. */
  final Deque<Integer> shut = new ArrayDeque<>();

  /** The gate behind which it is rolled back. */
  final int fails;

  private final EventStorageEngine engine;
  private final Thread scheduler;
  private final List<DomainEventMessage<?>> events = new ArrayList<>();
  private final Thread caller = Thread.ofVirtual().unstarted(this);
  private volatile Answer answer = Answer.NONE;

  /** Its backend was ended under it, or that of others of its process. */
  boolean disturbed;

  Append(int number, EventStorageEngine engine, int fails, Thread scheduler) {
    this.scheduler = scheduler;
    this.number = number;
    this.engine = engine;
    this.fails = fails;
  }

  Append with(String stream, long sequence, Instant at) {
    int place = events.size() + 1;
    String id =
        new UUID(((long) number << 32) | ((long) place << 16) | flag(), failing()).toString();
    events.add(
        new GenericDomainEventMessage<>(
            "Fact", stream, sequence, "fact " + place, MetaData.emptyInstance(), id, at));
    return this;
  }

  private int flag() {
    return fails == SOUND ? 0x4000 : 0x4bad;
  }

  private long failing() {
    return (fails == Gates.COMMIT ? 0x8000L : Math.max(fails, 0)) << 48;
  }

  @Override
  public void run() {
    try {
      engine.appendEvents(events);
      answer = Answer.STORED;
    } catch (ConcurrencyException | AggregateStreamCreationException e) {
      answer = Answer.CONFLICT;
    } catch (RuntimeException e) {
      answer = Answer.FAILED;
    }
    LockSupport.unpark(scheduler);
  }

  void start() {
    caller.start();
  }

  /** Whether its answer is on its way to it. */
  boolean isMoving() {
    return waits() && caller.getState() == Thread.State.RUNNABLE;
  }

  Answer answer() {
    return answer;
  }

  boolean waits() {
    return answer == Answer.NONE;
  }

  List<String> ids() {
    return events.stream().map(DomainEventMessage::getIdentifier).toList();
  }

  /** The place in its stream that it claims, which another append may claim too. */
  String claim() {
    DomainEventMessage<?> first = events.getFirst();
    return first.getAggregateIdentifier() + " " + first.getSequenceNumber();
  }

  /** How many events it has in that stream. */
  int in(String stream) {
    return (int) events.stream().filter(e -> e.getAggregateIdentifier().equals(stream)).count();
  }

  @Override
  public String toString() {
    return "append %d of %s".formatted(number, claim());
  }
}
