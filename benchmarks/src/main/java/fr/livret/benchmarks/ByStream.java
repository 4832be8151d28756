package fr.livret.benchmarks;

import fr.livret.eventstore.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Hands events on to one reader per core, those of one stream always to the same, in order. */
final class ByStream implements Consumer<StoredEvent> {
  private static final int BATCH = 512;
  private static final int WAITING = 16;

  private final List<Lane> lanes = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private final class Lane {
    private final BlockingQueue<List<StoredEvent>> queue = new ArrayBlockingQueue<>(WAITING);
    private List<StoredEvent> batch = new ArrayList<>(BATCH);
    private final Future<?> done;

    Lane(Consumer<StoredEvent> reader) {
      done =
          threads.submit(() -> {
            for (List<StoredEvent> next = queue.take(); !next.isEmpty(); next = queue.take()) {
              next.forEach(reader);
            }
            return null;
          });
    }

    void add(StoredEvent event) {
      batch.add(event);
      if (batch.size() == BATCH) {
        hand();
      }
    }

    void hand() {
      try {
        while (!queue.offer(batch, 1, TimeUnit.SECONDS)) {
          if (done.isDone()) {
            throw new IllegalStateException("a reader failed");
          }
        }
        batch = new ArrayList<>(BATCH);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  ByStream(List<? extends Consumer<StoredEvent>> readers) {
    readers.forEach(reader -> lanes.add(new Lane(reader)));
  }

  @Override
  public void accept(StoredEvent event) {
    lanes.get(Math.floorMod(event.stream().hashCode(), lanes.size())).add(event);
  }

  /** Waits until every event is taken. */
  void finish() throws InterruptedException, ExecutionException {
    for (Lane lane : lanes) {
      if (!lane.batch.isEmpty()) {
        lane.hand();
      }
      // The empty batch is the end.
      lane.hand();
    }
    threads.shutdown();
    for (Lane lane : lanes) {
      lane.done.get();
    }
  }
}
