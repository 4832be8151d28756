package fr.livret.query.projection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Lets readers wait for what projections write. A reader is woken by every batch written in this
 * process, and looks by itself from time to time for those written in another.
 */
public final class Arrivals {
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();

  /** A batch was written. */
  void announce() {
    lock.lock();
    try {
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until it is there; holds no connection while waiting.
   *
   * @return whether it was there in time
   */
  public boolean await(BooleanSupplier isThere, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!isThere.getAsBoolean()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      lock.lockInterruptibly();
      try {
        long unused = written.awaitNanos(Math.min(left, LOOK_AGAIN));
      } finally {
        lock.unlock();
      }
    }
    return true;
  }
}
