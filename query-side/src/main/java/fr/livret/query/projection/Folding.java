package fr.livret.query.projection;

import fr.livret.form.event.FactMetadata;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How the events of one projection become its rows: the same for what comes live and for all anew.
 */
final class Folding<E, K, R> {
  private static final String NOBODY = "anonymous";

  private final Projection<E, K, R> projection;

  Folding(Projection<E, K, R> projection) {
    this.projection = projection;
  }

  /**
   * The facts among those events that this projection reads; the content of others is not looked
   * at.
   */
  List<Fact<E>> facts(Stream<? extends TrackedEventMessage<?>> events) {
    return events
        .filter(message -> projection.events().isAssignableFrom(message.getPayloadType()))
        .map(this::fact)
        .toList();
  }

  private Fact<E> fact(TrackedEventMessage<?> message) {
    if (!(message instanceof DomainEventMessage<?> domain)) {
      throw new IllegalStateException(
          "event " + message.getIdentifier() + " belongs to no stream of its own");
    }
    return fact(domain, Tokens.position(message.trackingToken()));
  }

  /** The same of one stream, which does not know the places of its events among all: 0. */
  List<Fact<E>> facts(DomainEventStream stream) {
    return stream
        .asStream()
        .filter(message -> projection.events().isAssignableFrom(message.getPayloadType()))
        .map(message -> fact(message, 0))
        .toList();
  }

  private Fact<E> fact(DomainEventMessage<?> message, long position) {
    FactMetadata metadata = FactMetadata.of(message.getMetaData());
    return new Fact<>(
        projection.events().cast(message.getPayload()),
        Fact.Writing.of(message),
        message.getAggregateIdentifier(),
        message.getSequenceNumber() + 1,
        position,
        message.getTimestamp().truncatedTo(ChronoUnit.MICROS),
        metadata.actor().orElse(NOBODY),
        metadata.request().orElse(null),
        metadata.client().orElse(null),
        metadata.provenance().map(ReadIn::of).orElse(null),
        metadata.decision().orElse(null));
  }

  /**
   * One batch.
   *
   * @param before the rows there are of these keys
   * @return the rows after it, by key; null where one is gone
   */
  Map<K, @Nullable R> fold(List<Fact<E>> batch, Function<Set<K>, Map<K, R>> before) {
    Map<K, List<Fact<E>>> byKey = new LinkedHashMap<>();
    for (Fact<E> fact : batch) {
      projection
          .key(fact)
          .ifPresent(key -> byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(fact));
    }
    Map<K, @Nullable R> after = new LinkedHashMap<>();
    if (byKey.isEmpty()) {
      return after;
    }
    Map<K, R> rows = before.apply(byKey.keySet());
    Projection.Fold<E, R> fold = projection.folding(batch);
    byKey.forEach((key, facts) -> {
      @Nullable R row = rows.get(key);
      for (Fact<E> fact : facts) {
        row = fold.evolve(row, fact);
      }
      after.put(key, row);
    });
    return after;
  }

  /** Folds a batch into the rows of a table. */
  void write(List<Fact<E>> batch, Table<K, R> table, JdbcTemplate jdbc) {
    List<R> kept = new ArrayList<>();
    Set<K> gone = new HashSet<>();
    fold(batch, keys -> table.load(jdbc, keys))
        .forEach((key, row) -> {
          if (row == null) {
            gone.add(key);
          } else {
            kept.add(row);
          }
        });
    table.delete(jdbc, gone);
    table.store(jdbc, kept);
  }
}
