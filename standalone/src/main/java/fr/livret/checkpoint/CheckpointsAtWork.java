package fr.livret.checkpoint;

import fr.livret.evidence.Checkpointer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Issues checkpoints while the product runs, and a last one when it ends: begun before anybody is
 * answered, ended after everybody who writes.
 */
final class CheckpointsAtWork implements SmartLifecycle {
  private final Supplier<Checkpointer> checkpointers;
  private final Duration every;
  private volatile @Nullable Checkpointer running;
  private volatile @Nullable Checkpointer last;

  /** Of checkpointers that each work once. */
  CheckpointsAtWork(Supplier<Checkpointer> checkpointers, Duration every) {
    this.checkpointers = checkpointers;
    this.every = every;
  }

  /** Why the last turn failed; nothing where it did not. */
  Optional<RuntimeException> failure() {
    return Optional.ofNullable(last).flatMap(Checkpointer::failure);
  }

  @Override
  public void start() {
    Checkpointer begun = checkpointers.get();
    begun.start(every);
    last = begun;
    running = begun;
  }

  @Override
  public void stop() {
    Checkpointer ending = running;
    running = null;
    if (ending != null) {
      ending.close();
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
