package fr.livret.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A way to do the work, with so many callers; measured a stretch of time at a time. */
final class Contender implements AutoCloseable {
  private final String name;
  private final int callers;
  private final Callable<Caller> maker;
  private final Runnable settle;
  private final List<Caller> made = new ArrayList<>();

  /**
   * @param maker makes one caller
   * @param settle waits, after each stretch, until what it left behind is done
   */
  Contender(String name, int callers, Callable<Caller> maker, Runnable settle) {
    this.name = name + " " + callers;
    this.callers = callers;
    this.maker = maker;
    this.settle = settle;
  }

  Contender(String name, int callers, Callable<Caller> maker) {
    this(name, callers, maker, () -> {});
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
  }

  /** Calls as fast as answers come, for that time. A call that fails fails the measurement. */
  Slice run(Duration time) throws Exception {
    while (made.size() < callers) {
      made.add(maker.call());
    }
    CountDownLatch start = new CountDownLatch(1);
    List<Future<long[]>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Caller caller : made) {
        running.add(
            threads.submit(() -> {
              start.await();
              return calls(caller, System.nanoTime() + time.toNanos());
            }));
      }
      start.countDown();
    }
    settle.run();
    List<long[]> nanos = new ArrayList<>();
    for (Future<long[]> one : running) {
      nanos.add(result(one));
    }
    long[] all = nanos.stream().flatMapToLong(Arrays::stream).toArray();
    return new Slice(all.length * 1e9 / time.toNanos(), all);
  }

  private long[] result(Future<long[]> one) throws InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(name + " failed", failed.getCause());
    }
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
