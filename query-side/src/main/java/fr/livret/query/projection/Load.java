package fr.livret.query.projection;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Folds a whole history into rows and sends them to PostgreSQL in bulk.
 *
 * <p>The streams are dealt to {@value #PARTS} parts, whose events are opened and folded by several
 * threads. Rows stay in memory until their last event is folded. Where they are too many, the last
 * parts are let go, and the history is read once more for those; there an event of another part is
 * passed over unopened.
 */
final class Load<T, E, K, R> {
  private static final int PARTS = 32;
  private static final int CHUNK = 500;
  private static final int CHUNKS_WAITING = 4;
  private static final int LAST = -1;
  private static final int SENT_AT_ONCE = 1 << 16;

  private final History<T> history;
  private final Projection<E, K, R> projection;
  private final Folding<E, K, R> folding;
  private final Watch watch;
  private final Limits limits;

  /** How many rows of each part are kept. */
  private final AtomicIntegerArray sizes = new AtomicIntegerArray(PARTS);

  /** The parts before this one are done. */
  private volatile int begin;

  /** The parts from here on are left to another reading. */
  private final AtomicInteger end = new AtomicInteger();

  /** What ended a thread. */
  private volatile @Nullable Throwable failure;

  Load(History<T> history, Projection<E, K, R> projection, Watch watch, Limits limits) {
    this.history = history;
    this.projection = projection;
    this.folding = new Folding<>(projection);
    this.watch = watch;
    this.limits = limits;
  }

  /**
   * What a rebuild may take.
   *
   * @param threads that open and fold events
   * @param rowsInMemory about how many rows are kept at a time
   */
  record Limits(int threads, int rowsInMemory) {}

  /** Loads the rows of all events up to a place; returns their number. */
  long run(CopyManager copies, String copy, TrackingToken upTo) throws SQLException {
    CopyIn out = copies.copyIn(copy);
    try {
      for (begin = 0; begin < PARTS; begin = end.get()) {
        end.set(PARTS);
        IntStream.range(0, PARTS).forEach(part -> sizes.set(part, 0));
        read(upTo, out);
      }
      return out.endCopy();
    } finally {
      if (out.isActive()) {
        out.cancelCopy();
      }
    }
  }

  private void read(TrackingToken upTo, CopyIn out) {
    CountDownLatch foldings = new CountDownLatch(limits.threads());
    List<Worker> workers =
        IntStream.range(0, limits.threads()).mapToObj(_ -> new Worker(out, foldings)).toList();
    List<List<T>> parts = Stream.<List<T>>generate(ArrayList::new).limit(PARTS).toList();
    try {
      history.read(
          null,
          upTo,
          event -> {
            watch.passed(history.position(event), begin, end.get(), PARTS);
            int part = Math.floorMod(history.stream(event).hashCode(), PARTS);
            if (takes(part) && history.maybe(event, projection.events())) {
              List<T> chunk = parts.get(part);
              chunk.add(event);
              if (chunk.size() == CHUNK) {
                hand(workers, part, chunk);
              }
            }
          });
      for (int part = begin; part < end.get(); part++) {
        hand(workers, part, parts.get(part));
      }
      workers.forEach(Worker::end);
      workers.forEach(Worker::await);
    } finally {
      workers.forEach(Worker::stop);
    }
  }

  private boolean takes(int part) {
    return part >= begin && part < end.get();
  }

  private void hand(List<Worker> workers, int part, List<T> chunk) {
    workers.get(part % workers.size()).take(new Chunk<>(part, List.copyOf(chunk)));
    chunk.clear();
  }

  /** Lets parts go, the last first, until what is kept is within its limit. */
  private synchronized void bound() {
    while (end.get() > begin + 1
        && IntStream.range(begin, end.get()).map(sizes::get).sum() > limits.rowsInMemory()) {
      end.decrementAndGet();
    }
  }

  private static IllegalStateException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("the rebuild was interrupted", cause);
  }

  private record Chunk<T>(int part, List<T> events) {}

  /** Opens and folds the events of some parts, each part in its order. */
  private final class Worker {
    private final BlockingQueue<Chunk<T>> inbox = new ArrayBlockingQueue<>(CHUNKS_WAITING);
    private final Map<Integer, Map<K, R>> kept = new HashMap<>();
    private final CopyIn out;
    private final CountDownLatch foldings;
    private final Thread thread;

    Worker(CopyIn out, CountDownLatch foldings) {
      this.out = out;
      this.foldings = foldings;
      this.thread =
          Thread.ofPlatform()
              .name("rebuild-" + projection.name())
              .uncaughtExceptionHandler((_, thrown) -> failure = thrown)
              .unstarted(this::run);
      thread.start();
    }

    void take(Chunk<T> chunk) {
      try {
        do {
          rethrow();
        } while (!inbox.offer(chunk, 100, TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }

    void end() {
      take(new Chunk<>(LAST, List.of()));
    }

    void await() {
      try {
        while (!thread.join(Duration.ofMillis(100))) {
          rethrow();
        }
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      rethrow();
    }

    void stop() {
      thread.interrupt();
    }

    private void rethrow() {
      if (failure != null) {
        throw new IllegalStateException("the events cannot be folded", failure);
      }
    }

    private void run() {
      try {
        for (Chunk<T> chunk = inbox.take(); chunk.part() != LAST; chunk = inbox.take()) {
          fold(chunk);
        }
        foldings.countDown();
        // Until all have folded, a part may still have to be let go.
        foldings.await();
        letGo();
        for (Map<K, R> part : kept.values()) {
          send(part.values());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void fold(Chunk<T> chunk) {
      if (!takes(chunk.part())) {
        return;
      }
      List<Fact<E>> facts = folding.facts(history.open(chunk.events()));
      if (projection.ofOneFact()) {
        send(folding.fold(facts, _ -> Map.of()).values());
        return;
      }
      Map<K, R> part = kept.computeIfAbsent(chunk.part(), _ -> new HashMap<>());
      folding
          .fold(facts, _ -> part)
          .forEach((key, row) -> {
            if (row == null) {
              part.remove(key);
            } else {
              part.put(key, row);
            }
          });
      sizes.set(chunk.part(), part.size());
      bound();
      letGo();
    }

    private void letGo() {
      kept.keySet().removeIf(part -> !takes(part));
    }

    private void send(Collection<? extends @Nullable R> some) {
      StringBuilder text = new StringBuilder();
      for (R row : some) {
        if (row != null) {
          projection.table().write(row, text);
        }
        if (text.length() > SENT_AT_ONCE) {
          send(text);
        }
      }
      send(text);
    }

    private void send(StringBuilder text) {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      text.setLength(0);
      synchronized (out) {
        try {
          out.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
          throw new DataAccessResourceFailureException("the rows cannot be written", e);
        }
      }
    }
  }
}
