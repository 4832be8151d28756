package fr.livret.query.replay;

import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.form.law.RegimeLibrary;
import fr.livret.http.NoEvidence;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Answers questions one after the other beside all else; those that were cut short, by whatever
 * node, too. Of several nodes one works on a replay.
 */
@Component
final class ReplayWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayWorker.class);
  private static final long LOOKS_AGAIN_AFTER_SECONDS = 5;

  private final @Nullable Replays replays;
  private final @Nullable Replayer replayer;
  private final DataSource database;
  private final Semaphore asked = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;

  /** For the log of our own store; where events are in another, there is nothing to do. */
  ReplayWorker(
      ObjectProvider<PostgresEventStorageEngine> store,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      RegimeLibrary regimes,
      DataSource database,
      Clock clock) {
    this.database = database;
    @Nullable PostgresEventStorageEngine engine = store.getIfAvailable();
    this.replays = engine == null ? null : new Replays(jdbc, transactions, engine.log(), clock);
    this.replayer =
        replays == null || engine == null ? null : new Replayer(engine.log(), replays, regimes);
  }

  /** What was asked. Throws {@link NoEvidence} where the log is not ours to read. */
  Replays replays() {
    if (replays == null) {
      throw new NoEvidence("Decisions are replayed from the product's own event store");
    }
    return replays;
  }

  /** Whether a question may name that regime. */
  boolean knows(String regime) {
    return replayer != null && replayer.knows(regime);
  }

  @Override
  public void start() {
    running = true;
    if (replays == null || replayer == null) {
      return;
    }
    Replays open = replays;
    Replayer by = replayer;
    thread = Thread.ofPlatform().name("replays").daemon().start(() -> work(open, by));
  }

  @Override
  public void stop() {
    running = false;
    asked.release();
    Thread worker = thread;
    if (worker != null) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** There is a new question. */
  void wake() {
    asked.release();
  }

  private void work(Replays open, Replayer by) {
    while (running) {
      try {
        for (UUID id : open.unfinished()) {
          Claimed.alone(database, id, () -> by.run(id, () -> !running, _ -> {}));
        }
        asked.tryAcquire(LOOKS_AGAIN_AFTER_SECONDS, TimeUnit.SECONDS);
        asked.drainPermits();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | SQLException e) {
        LOG.warn("A replay was cut short, and goes on later", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(running ? 1 : 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
