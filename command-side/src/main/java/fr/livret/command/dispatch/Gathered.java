package fr.livret.command.dispatch;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What the events of one batch come to: gathered while they are handled, written at once before the
 * transaction of the batch ends. A statement for each event would take longer than all else that is
 * done for it.
 *
 * @param <T> what is gathered
 */
public final class Gathered<T> {
  private final String name;
  private final Supplier<T> empty;
  private final Consumer<T> write;

  /**
   * For one handler of events.
   *
   * @param name of the handler, unlike any other's
   * @param empty makes what a batch begins with
   * @param write writes what was gathered
   */
  public Gathered(String name, Supplier<T> empty, Consumer<T> write) {
    this.name = Gathered.class.getName() + " " + name;
    this.empty = empty;
    this.write = write;
  }

  /** What has been gathered and is not written yet, to add to. */
  public T now() {
    UnitOfWork<?> batch = CurrentUnitOfWork.get();
    return batch.getOrComputeResource(
        name,
        _ -> {
          batch.onPrepareCommit(this::write);
          return empty.get();
        });
  }

  /** Writes it now, for an event whose own statement has to find it. */
  public void write() {
    write(CurrentUnitOfWork.get());
  }

  private void write(UnitOfWork<?> batch) {
    T gathered = batch.getResource(name);
    if (gathered != null) {
      batch.resources().remove(name);
      write.accept(gathered);
    }
  }
}
