package fr.livret.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Brings the appends of many callers into one order. Callers wait; one writer takes whatever has
 * been queued meanwhile and writes it as one batch, and tells each caller its own outcome.
 *
 * <p>One batch is under way at a time. When it fails, what is queued already for later places of
 * the same streams is lost with it: it was built on events that are not known to exist.
 */
final class Sequencer implements AutoCloseable {
  private static final Duration LONGEST_GATHERING = Duration.ofMillis(1);

  private final Journal journal;
  private final Limits limits;
  private final long longestGathering;
  private final Semaphore room;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrival = lock.newCondition();
  private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
  private final Thread writer;
  private boolean closing;

  /** How many appends the writer waits for. */
  private int wanted = 1;

  /** An append, and its caller's wait. */
  private record Waiting(Append append, CompletableFuture<Outcome> outcome) {}

  /** Starts the writer. */
  Sequencer(Journal journal, Limits limits) {
    this(journal, limits, LONGEST_GATHERING);
  }

  /**
   * Starts the writer.
   *
   * @param longestGathering how long callers who have just been answered are waited for at most
   */
  Sequencer(Journal journal, Limits limits, Duration longestGathering) {
    this.journal = journal;
    this.limits = limits;
    this.longestGathering = longestGathering.toNanos();
    this.room = new Semaphore((int) limits.queued());
    this.writer = Thread.ofPlatform().name("event-store-writer").daemon().unstarted(this::write);
    writer.start();
  }

  /**
   * Stores an append, and waits until it is known what became of it. An interrupt does not end the
   * wait: what is under way cannot be called back.
   *
   * @throws EventStoreUnavailableException when too much is queued for too long
   * @throws EventStoreException when the store is being closed; nothing is stored
   */
  Outcome append(Append append) {
    int bytes = (int) Math.min(append.bytes(), limits.queued());
    if (!hasRoomFor(bytes)) {
      throw new EventStoreUnavailableException(
          "more than %d bytes have waited for the database for %s; nothing was stored"
              .formatted(limits.queued(), limits.room()),
          null);
    }
    try {
      return queued(append).outcome().join();
    } finally {
      room.release(bytes);
    }
  }

  /** How many appends wait to be written. */
  int waiting() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoomFor(int bytes) {
    try {
      return room.tryAcquire(bytes, limits.room().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreException("interrupted before anything was stored", e);
    }
  }

  private Waiting queued(Append append) {
    Waiting waiting = new Waiting(append, new CompletableFuture<>());
    lock.lock();
    try {
      if (closing) {
        throw new EventStoreException("the event store is closed; nothing was stored");
      }
      queue.add(waiting);
      if (queue.size() >= wanted) {
        arrival.signal();
      }
    } finally {
      lock.unlock();
    }
    return waiting;
  }

  private void write() {
    int known = 1;
    long patience = 0;
    for (List<Waiting> batch = next(known, patience);
        !batch.isEmpty();
        batch = next(known, patience)) {
      long began = System.nanoTime();
      List<Outcome> outcomes = outcomes(batch.stream().map(Waiting::append).toList());
      List<Waiting> lost = behind(batch, outcomes);
      // Told their outcomes, its callers may be back at once: they are not to be counted twice.
      known = batch.size() + waiting();
      patience = Math.min((System.nanoTime() - began) / 2, longestGathering);
      for (int index = 0; index < batch.size(); index++) {
        batch.get(index).outcome().complete(outcomes.get(index));
      }
      lost.forEach(one -> one.outcome().complete(new Outcome.Lost(0)));
    }
  }

  /**
   * The next batch; empty when there will be none.
   *
   * <p>Those who have just had their answers often come again: a little wait for them makes one
   * batch of what would be two, each with a flush to disk of its own.
   *
   * @param known how many callers there were a moment ago
   * @param patience how long they are waited for, in nanoseconds, where not all of them come
   */
  private List<Waiting> next(int known, long patience) {
    lock.lock();
    try {
      wanted = Math.min(known, limits.batch());
      long left = patience;
      while (queue.size() < wanted && !closing) {
        if (left > 0) {
          left = await(left);
        } else if (queue.isEmpty()) {
          wanted = 1;
          arrival.awaitUninterruptibly();
        } else {
          break;
        }
      }
      List<Waiting> batch = new ArrayList<>();
      int events = 0;
      while (!queue.isEmpty()) {
        events += queue.element().append().events().size();
        if (events > limits.batch() && !batch.isEmpty()) {
          break;
        }
        batch.add(queue.remove());
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private long await(long nanos) {
    try {
      return arrival.awaitNanos(nanos);
    } catch (InterruptedException e) {
      // Only whoever closes the store ends the writer, and then after its last batch.
      return 0;
    }
  }

  private List<Outcome> outcomes(List<Append> batch) {
    try {
      return journal.write(batch);
    } catch (RuntimeException | Error e) {
      // A fault of the journal: it must not leave anybody waiting for ever.
      var failed = new Outcome.Failed(new OutcomeUnknownException("the journal failed", e));
      return batch.stream().<Outcome>map(_ -> failed).toList();
    }
  }

  /** Takes out what is queued behind appends that failed. */
  private List<Waiting> behind(List<Waiting> batch, List<Outcome> outcomes) {
    FailedPlaces failed = new FailedPlaces();
    boolean any = false;
    for (int index = 0; index < batch.size(); index++) {
      if (outcomes.get(index) instanceof Outcome.Failed) {
        failed.add(batch.get(index).append());
        any = true;
      }
    }
    if (!any) {
      return List.of();
    }
    List<Waiting> behind = new ArrayList<>();
    lock.lock();
    try {
      for (Waiting one : queue) {
        if (failed.precede(one.append())) {
          behind.add(one);
        }
      }
      queue.removeAll(behind);
    } finally {
      lock.unlock();
    }
    return behind;
  }

  /** Refuses what comes from now on, writes what has been queued, and ends. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      arrival.signal();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    journal.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
