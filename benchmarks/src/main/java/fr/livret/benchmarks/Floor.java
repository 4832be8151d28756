package fr.livret.benchmarks;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.zaxxer.hikari.HikariDataSource;
import fr.livret.eventstore.BoundedCache;
import fr.livret.eventstore.PostgresEventStorageEngine;
import fr.livret.eventstore.PostgresEventStore;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The least that a command can cost with Axon and the store: its bus, and an aggregate that decides
 * nothing and says one thing, always in the same bytes; with a cache and a way to the aggregate as
 * the product has them.
 */
final class Floor implements AutoCloseable {
  /** As many as the product remembers. */
  private static final int REMEMBERED = 5_000;

  private static final int CONNECTIONS = 40;

  private final HikariDataSource pool;
  private final PostgresEventStorageEngine engine;
  private final Configuration axon;
  private final Counting counting;

  /** What {@link Kept} is told. */
  sealed interface Order {
    UUID id();
  }

  record Open(UUID id) implements Order {}

  record Note(UUID id) implements Order {}

  /** The aggregate. */
  static final class Kept {
    @AggregateIdentifier private @Nullable String id;

    Kept() {}

    @CommandHandler
    Kept(Open open) {
      id = open.id().toString();
      apply(Typical.event(open.id()));
    }

    @CommandHandler
    void handle(Note note) {
      apply(Typical.event(note.id()));
    }

    /** What is read back is always the same event: whose it is, only its message knows. */
    @EventSourcingHandler
    void on(CcpObtained event, DomainEventMessage<CcpObtained> message) {
      id = message.getAggregateIdentifier();
    }
  }

  Floor(String url) throws SQLException {
    pool = Postgres.pooled(url, CONNECTIONS);
    engine = AppendSection.sequenced(pool);
    PostgresEventStore store = PostgresEventStore.builder().engine(engine).build();
    axon =
        DefaultConfigurer.defaultConfiguration(false)
            .configureEventStore(_ -> store)
            .configureSerializer(_ -> new FixedContent())
            .configureAggregate(
                AggregateConfigurer.defaultConfiguration(Kept.class)
                    .configureCache(_ -> new BoundedCache(REMEMBERED))
                    .configureCommandTargetResolver(_ -> Floor::target))
            .start();
    counting = new Counting(store, pool);
  }

  private static VersionedAggregateIdentifier target(CommandMessage<?> command) {
    return new VersionedAggregateIdentifier(((Order) command.getPayload()).id().toString(), null);
  }

  /** As many commands as a path takes. */
  Stories.Way<PathId> way() {
    CommandBus bus = axon.commandBus();
    return new Stories.Way<>() {
      @Override
      public PathId open() {
        UUID id = Ids.next();
        send(bus, new Open(id));
        return new PathId(id);
      }

      @Override
      public void obtain(PathId path, String ccp, LocalDate day) {
        send(bus, new Note(path.value()));
      }
    };
  }

  private static void send(CommandBus bus, Order order) {
    FutureCallback<Order, Object> answer = new FutureCallback<>();
    bus.dispatch(new GenericCommandMessage<>(order), answer);
    if (answer.getResult().isExceptional()) {
      throw new IllegalStateException(answer.getResult().exceptionResult());
    }
  }

  Counting counting() {
    return counting;
  }

  @Override
  public void close() {
    counting.close();
    axon.shutdown();
    engine.close();
    pool.close();
  }
}
