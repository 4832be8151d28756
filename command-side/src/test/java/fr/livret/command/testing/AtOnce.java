package fr.livret.command.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does the same many times at once: all begin when all are ready. */
public final class AtOnce {
  private AtOnce() {}

  /** What each gave, the first being number 0. */
  public static <T> List<T> ask(int times, IntFunction<T> request) {
    CyclicBarrier ready = new CyclicBarrier(times);
    List<Callable<T>> calls = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      int number = i;
      calls.add(() -> {
        ready.await();
        return request.apply(number);
      });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> given = new ArrayList<>();
      for (Future<T> call : threads.invokeAll(calls)) {
        given.add(call.get());
      }
      return given;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
