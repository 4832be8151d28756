package fr.livret.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A way to do the work, with so many callers; measured a stretch of time at a time. */
final class Contender implements AutoCloseable {
  private final String name;
  private final int callers;
  private final Callable<? extends Caller> maker;
  private final List<Caller> made = new ArrayList<>();
  private @Nullable Runnable before;
  private @Nullable Runnable settle;

  /**
   * @param maker makes one caller
   */
  Contender(String name, int callers, Callable<? extends Caller> maker) {
    this.name = name + " " + callers;
    this.callers = callers;
    this.maker = maker;
  }

  /**
   * @param first is done before each stretch
   * @param last waits, after each stretch, until what it left behind is done
   */
  Contender around(Runnable first, Runnable last) {
    before = first;
    settle = last;
    return this;
  }

  String name() {
    return name;
  }

  /** The name of the figure that tells how many calls a second. */
  static String rate(String name, int callers) {
    return name + " " + callers + " [/s]";
  }

  /** The name of the figure that tells how long 99 of 100 calls took at most. */
  static String p99(String name, int callers) {
    return name + " " + callers + " p99 [ms]";
  }

  void addTo(Samples samples, Slice slice) {
    samples.add(name + " [/s]", slice.perSecond());
    samples.add(name + " p50 [ms]", slice.millisFor(0.50));
    samples.add(name + " p99 [ms]", slice.millisFor(0.99));
    if (settle != null) {
      samples.add(name + " settle [s]", slice.settleSeconds());
    }
  }

  /** Calls as fast as answers come, for that time. A call that fails fails the measurement. */
  Slice run(Duration time) throws Exception {
    make();
    if (before != null) {
      before.run();
    }
    CountDownLatch start = new CountDownLatch(1);
    List<long[]> nanos =
        together(
            made,
            caller -> {
              start.await();
              return calls(caller, System.nanoTime() + time.toNanos());
            },
            start::countDown);
    long ended = System.nanoTime();
    if (settle != null) {
      settle.run();
    }
    long[] all = nanos.stream().flatMapToLong(Arrays::stream).toArray();
    return new Slice(all.length * 1e9 / time.toNanos(), all, (System.nanoTime() - ended) / 1e9);
  }

  private void make() throws InterruptedException {
    if (made.isEmpty()) {
      made.addAll(together(Collections.nCopies(callers, maker), Callable::call, () -> {}));
    }
  }

  private interface Step<T, R> {
    R of(T one) throws Exception;
  }

  private <T, R> List<R> together(List<? extends T> all, Step<T, R> step, Runnable whenSubmitted)
      throws InterruptedException {
    List<Future<R>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      all.forEach(one -> running.add(threads.submit(() -> step.of(one))));
      whenSubmitted.run();
    }
    List<R> results = new ArrayList<>();
    for (Future<R> one : running) {
      try {
        results.add(one.get());
      } catch (ExecutionException failed) {
        throw new IllegalStateException(name + " failed", failed.getCause());
      }
    }
    return results;
  }

  /** Only calls that ended in time count. */
  private static long[] calls(Caller caller, long end) throws Exception {
    long[] nanos = new long[1_024];
    int calls = 0;
    for (long begun = System.nanoTime(); begun < end; ) {
      caller.call();
      long ended = System.nanoTime();
      if (ended <= end) {
        if (calls == nanos.length) {
          nanos = Arrays.copyOf(nanos, 2 * calls);
        }
        nanos[calls++] = ended - begun;
      }
      begun = ended;
    }
    return Arrays.copyOf(nanos, calls);
  }

  @Override
  public void close() throws Exception {
    for (Caller caller : made) {
      caller.close();
    }
  }
}
