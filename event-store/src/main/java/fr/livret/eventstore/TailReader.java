package fr.livret.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** One reader's way along the log: from the database as far as it is behind, then from memory. */
final class TailReader implements TrackingEventStream {
  private static final int PAGE = 500;

  private final PostgresEventStorageEngine engine;
  private final Tail tail;
  private final Deque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();

  /** Up to where it has taken what there is. */
  private long position;

  /** Whether the database may have more: until it has once had none, nobody needs to tell. */
  private boolean behind = true;

  private @Nullable Runnable listener;

  TailReader(PostgresEventStorageEngine engine, Tail tail, long position) {
    this.engine = engine;
    this.tail = tail;
    this.position = position;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return hasNextAvailable() ? Optional.of(ahead.getFirst()) : Optional.empty();
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    while (ahead.isEmpty()) {
      take();
      if (ahead.isEmpty()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        tail.await(position, left);
      }
    }
    return true;
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (!hasNextAvailable(1, TimeUnit.MINUTES)) {}
    return ahead.removeFirst();
  }

  /** Takes what there is. All of an event may have been left out by upcasters: then it goes on. */
  private void take() {
    while (ahead.isEmpty() && (behind || tail.head() > position)) {
      Tail.Stretch kept = tail.after(position);
      if (kept != null) {
        ahead.addAll(kept.messages());
        position = kept.upTo();
      } else {
        List<StoredEvent> page = engine.after(position, PAGE);
        behind = page.size() == PAGE;
        if (page.isEmpty()) {
          return;
        }
        ahead.addAll(engine.messages(page));
        position = page.getLast().position();
      }
    }
  }

  @Override
  public boolean setOnAvailableCallback(Runnable callback) {
    if (listener != null) {
      tail.forget(listener);
    }
    listener = callback;
    tail.listen(callback);
    return true;
  }

  @Override
  public void close() {
    if (listener != null) {
      tail.forget(listener);
    }
    ahead.clear();
  }
}
