package fr.livret.query.projection;

import fr.livret.form.event.FactMetadata;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Folds whole batches of a processor into the rows of one projection. The rows are written at the
 * end of the batch, in the transaction that also moves the token: either both are there or neither.
 */
final class Projector<E, K, R> implements EventHandlerInvoker {
  private static final String NOBODY = "anonymous";

  private final Projection<E, K, R> projection;
  private final JdbcTemplate jdbc;
  private final Arrivals arrivals;
  private final Positions positions = new Positions();
  private final String resource;

  Projector(Projection<E, K, R> projection, JdbcTemplate jdbc, Arrivals arrivals) {
    this.projection = projection;
    this.jdbc = jdbc;
    this.arrivals = arrivals;
    this.resource = "Projection/" + projection.name();
  }

  /** Every event passes through, also those of others: the positions are counted on all. */
  @Override
  public boolean canHandle(EventMessage<?> message, Segment segment) {
    return true;
  }

  @Override
  public void handle(EventMessage<?> message, Segment segment) {
    if (!(message instanceof TrackedEventMessage<?> tracked)) {
      throw new IllegalStateException("event " + message.getIdentifier() + " comes from no stream");
    }
    UnitOfWork<?> work = CurrentUnitOfWork.get();
    List<Fact<E>> batch = work.getOrComputeResource(resource, _ -> begin(work));
    long position = positions.next(tracked.trackingToken());
    if (projection.events().isAssignableFrom(message.getPayloadType())) {
      batch.add(fact(message, position));
    }
  }

  private List<Fact<E>> begin(UnitOfWork<?> work) {
    List<Fact<E>> batch = new ArrayList<>();
    work.onPrepareCommit(_ -> write(batch));
    work.afterCommit(_ -> arrivals.announce());
    work.onRollback(_ -> positions.forget());
    return batch;
  }

  private Fact<E> fact(EventMessage<?> message, long position) {
    if (!(message instanceof DomainEventMessage<?> domain)) {
      throw new IllegalStateException(
          "event " + message.getIdentifier() + " belongs to no stream of its own");
    }
    FactMetadata metadata = FactMetadata.of(message.getMetaData());
    return new Fact<>(
        projection.events().cast(message.getPayload()),
        domain.getSequenceNumber() + 1,
        position,
        message.getTimestamp().truncatedTo(ChronoUnit.MICROS),
        metadata.actor().orElse(NOBODY),
        metadata.request().orElse(null),
        metadata.provenance().map(ReadIn::of).orElse(null));
  }

  private void write(List<Fact<E>> batch) {
    Map<K, List<Fact<E>>> byKey = new LinkedHashMap<>();
    for (Fact<E> fact : batch) {
      projection
          .key(fact)
          .ifPresent(key -> byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(fact));
    }
    if (byKey.isEmpty()) {
      return;
    }
    Table<K, R> table = projection.table();
    Map<K, R> before = table.load(jdbc, byKey.keySet());
    Projection.Fold<E, R> fold = projection.folding(batch);
    List<R> after = new ArrayList<>();
    Set<K> gone = new HashSet<>();
    byKey.forEach((key, facts) -> {
      @Nullable R row = before.get(key);
      for (Fact<E> fact : facts) {
        row = fold.evolve(row, fact);
      }
      if (row == null) {
        gone.add(key);
      } else {
        after.add(row);
      }
    });
    table.delete(jdbc, gone);
    table.store(jdbc, after);
  }

  @Override
  public boolean supportsReset() {
    return true;
  }

  @Override
  public void performReset() {
    positions.forget();
    projection.table().clear(jdbc);
  }

  @Override
  public <C> void performReset(@Nullable C context) {
    performReset();
  }
}
