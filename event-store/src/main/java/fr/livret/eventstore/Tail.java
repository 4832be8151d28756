package fr.livret.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The end of the log in memory, and the place where readers wait for more. What this process stores
 * is kept here as it was written, so that its readers need not ask the database; of what others
 * store only the last position is told, and read from the database.
 */
final class Tail {
  /** How often listeners are told at most, and how soon it is noticed that there are none. */
  private static final Duration BREATH = Duration.ofMillis(5);

  private static final long LOOK_UP = TimeUnit.SECONDS.toNanos(1);

  private final int events;
  private final long bytes;
  private final Function<List<StoredEvent>, List<TrackedEventMessage<?>>> reading;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrival = lock.newCondition();
  private final Deque<Segment> segments = new ArrayDeque<>();
  private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
  private int kept;
  private long keptBytes;
  private boolean telling;
  private volatile long head;

  /**
   * An empty one.
   *
   * @param events how many of them are kept at most
   * @param bytes how many bytes of them are kept at most
   * @param reading how they become messages
   */
  Tail(int events, long bytes, Function<List<StoredEvent>, List<TrackedEventMessage<?>>> reading) {
    this.events = events;
    this.bytes = bytes;
    this.reading = reading;
  }

  /** One batch; it is read once, by the first reader that comes, for all of them. */
  private final class Segment {
    private final long last;
    private final int size;
    private final long weight;
    private @Nullable List<StoredEvent> stored;
    private List<TrackedEventMessage<?>> messages = List.of();

    Segment(List<StoredEvent> stored) {
      this.stored = stored;
      this.last = stored.getLast().position();
      this.size = stored.size();
      long sum = 0;
      for (StoredEvent event : stored) {
        sum += event.payload().length + event.metadata().length;
      }
      this.weight = sum;
    }

    long first() {
      return last - size + 1;
    }

    synchronized List<TrackedEventMessage<?>> messages() {
      if (stored != null) {
        messages = reading.apply(stored);
        stored = null;
      }
      return messages;
    }
  }

  /**
   * What follows a position, as far as it is kept here.
   *
   * @param upTo the position of the last event they come from
   * @param messages what is read from those events
   */
  record Stretch(long upTo, List<TrackedEventMessage<?>> messages) {}

  /** The last position heard of. */
  long head() {
    return head;
  }

  /** This process has stored these, which have adjoining positions. */
  void stored(List<StoredEvent> stored) {
    Segment segment = new Segment(stored);
    lock.lock();
    try {
      if (!segments.isEmpty() && segments.getLast().last != segment.first() - 1) {
        // Another process stored in between: from here on it is whole again.
        segments.clear();
        kept = 0;
        keptBytes = 0;
      }
      segments.addLast(segment);
      kept += segment.size;
      keptBytes += segment.weight;
      while (segments.size() > 1 && (kept > events || keptBytes > bytes)) {
        Segment oldest = segments.removeFirst();
        kept -= oldest.size;
        keptBytes -= oldest.weight;
      }
    } finally {
      lock.unlock();
    }
    told(segment.last);
  }

  /** Somebody has stored up to there. */
  void told(long position) {
    if (position <= head) {
      return;
    }
    lock.lock();
    try {
      head = Math.max(head, position);
      arrival.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What follows a position; null where that is not kept here. */
  @Nullable Stretch after(long position) {
    List<Segment> following = new ArrayList<>();
    lock.lock();
    try {
      if (segments.isEmpty()
          || position + 1 < segments.getFirst().first()
          || position >= segments.getLast().last) {
        return null;
      }
      for (Segment segment : segments) {
        if (segment.last > position) {
          following.add(segment);
        }
      }
    } finally {
      lock.unlock();
    }
    List<TrackedEventMessage<?>> messages = new ArrayList<>();
    for (Segment segment : following) {
      for (TrackedEventMessage<?> message : segment.messages()) {
        if (segment.first() > position || positionOf(message) > position) {
          messages.add(message);
        }
      }
    }
    return new Stretch(following.getLast().last, messages);
  }

  private static long positionOf(TrackedEventMessage<?> message) {
    return message.trackingToken().position().orElseThrow();
  }

  /** Waits until there is something beyond a position, at most that long. */
  void await(long position, long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      for (long left = nanos; head <= position && left > 0; ) {
        left = arrival.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** To be run after something has arrived; once for all that arrives within some milliseconds. */
  void listen(Runnable listener) {
    lock.lock();
    try {
      listeners.add(listener);
      if (!telling) {
        telling = true;
        long from = head;
        Thread unused =
            Thread.ofVirtual().name("event-store-tail").start(() -> tellListeners(from));
      }
    } finally {
      lock.unlock();
    }
  }

  void forget(Runnable listener) {
    lock.lock();
    try {
      listeners.remove(listener);
      arrival.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void tellListeners(long from) {
    long told = from;
    try {
      while (hasListeners()) {
        await(told, LOOK_UP);
        if (head > told) {
          told = head;
          listeners.forEach(Runnable::run);
          Thread.sleep(BREATH);
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  /** Where there are none left, the next one starts it again. */
  private boolean hasListeners() {
    lock.lock();
    try {
      telling = !listeners.isEmpty();
      return telling;
    } finally {
      lock.unlock();
    }
  }
}
