package fr.livret.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.PostgresEventStorageEngine;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** Appends of one event each, straight to the storage engines. */
final class AppendSection implements Section {
  static final String SEQUENCED = "append, sequenced";
  static final String STOCK = "append, Axon JDBC";
  static final List<Integer> CALLERS = List.of(16, 64, 256);

  private static final Serializer CONTENT = new FixedContent();
  private static final int STOCK_CONNECTIONS = 64;

  @Override
  public String name() {
    return "append";
  }

  @Override
  public String about() {
    return """
    One event a call, the first of a stream of its own, its content written beforehand, straight \
    to the storage engine; callers are virtual threads. Axon's own JDBC engine stands on a pool of \
    %d connections, each call a transaction.\
    """
        .formatted(STOCK_CONNECTIONS);
  }

  @Override
  public Samples measure(Bench bench) throws Exception {
    Samples samples = new Samples();
    samples.note(
        "An event is %d bytes of content and %d of metadata."
            .formatted(Typical.payload().length, Typical.metadata().length));
    String url = bench.postgres().freshDatabase("sequenced");
    try (PostgresEventStorageEngine sequenced = sequenced(Postgres.unpooled(url));
        HikariDataSource pool =
            Postgres.pooled(bench.postgres().freshDatabase("stock"), STOCK_CONNECTIONS)) {
      EventStorageEngine stock = stock(pool);
      List<Contender> contenders = new ArrayList<>(RawInsert.contenders(bench.postgres()));
      for (int callers : CALLERS) {
        contenders.add(new Contender(SEQUENCED, callers, () -> () -> append(sequenced)));
        contenders.add(new Contender(STOCK, callers, () -> () -> append(stock)));
      }
      bench.pace().measure(contenders, samples);
    }
    return samples;
  }

  static PostgresEventStorageEngine sequenced(DataSource database) {
    EventStoreSchema.bringUpToDate(database);
    return PostgresEventStorageEngine.builder()
        .dataSource(database)
        .eventSerializer(CONTENT)
        .snapshotSerializer(CONTENT)
        .upcasterChain(NoOpEventUpcaster.INSTANCE)
        .build();
  }

  private static EventStorageEngine stock(DataSource database) {
    JdbcEventStorageEngine engine =
        JdbcEventStorageEngine.builder()
            .connectionProvider(database::getConnection)
            .transactionManager(NoTransactionManager.INSTANCE)
            .eventSerializer(CONTENT)
            .snapshotSerializer(CONTENT)
            .build();
    engine.createSchema(PostgresEventTableFactory.INSTANCE);
    return engine;
  }

  static void append(EventStorageEngine engine) {
    engine.appendEvents(Typical.message(Ids.next()));
  }
}
