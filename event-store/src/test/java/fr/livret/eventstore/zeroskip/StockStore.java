package fr.livret.eventstore.zeroskip;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Axon's own JDBC engine with its own table.
 *
 * @param gapOffset how far behind the last event it still looks for one; Axon's default is 10,000
 * @param gapCleaning how many gaps it keeps before it drops old ones; Axon's default is 250
 */
record StockStore(int gapOffset, int gapCleaning) implements Store {
  static final StockStore DEFAULTS = new StockStore(10_000, 250);

  @Override
  public void prepare(DataSource database) {
    engine(database::getConnection, NoTransactionManager.instance())
        .createSchema(PostgresEventTableFactory.INSTANCE);
  }

  @Override
  public EventStorageEngine writer(DataSource connections) {
    Transactions transactions = new Transactions(connections);
    return engine(transactions, transactions);
  }

  @Override
  public EventStorageEngine reader(DataSource connections) {
    return engine(connections::getConnection, NoTransactionManager.instance());
  }

  @Override
  public Table table() {
    return new Table(
        "domainevententry", "globalindex", "eventidentifier", "domainevententry_globalindex_seq");
  }

  /** Every append has a connection of its own. */
  @Override
  public int atWork(int waiting) {
    return waiting;
  }

  @Override
  public boolean promisesOrder() {
    return false;
  }

  private JdbcEventStorageEngine engine(
      ConnectionProvider connections, TransactionManager transactions) {
    JacksonSerializer json = JacksonSerializer.defaultSerializer();
    return JdbcEventStorageEngine.builder()
        .eventSerializer(json)
        .snapshotSerializer(json)
        .connectionProvider(connections)
        .transactionManager(transactions)
        .maxGapOffset(gapOffset)
        .gapCleaningThreshold(gapCleaning)
        .persistenceExceptionResolver(StockStore::isDuplicateKey)
        .build();
  }

  private static boolean isDuplicateKey(Exception exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** A transaction around every append, as an application has it. */
  private static final class Transactions implements TransactionManager, ConnectionProvider {
    private final DataSource connections;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    Transactions(DataSource connections) {
      this.connections = connections;
    }

    @Override
    public Connection getConnection() {
      return ConnectionWrapperFactory.wrap(
          current.get(), new ConnectionWrapperFactory.NoOpCloseHandler());
    }

    @Override
    public Transaction startTransaction() {
      try {
        Connection connection = connections.getConnection();
        connection.setAutoCommit(false);
        current.set(connection);
        return new Transaction() {
          @Override
          public void commit() {
            Transactions.commit(connection);
            current.remove();
          }

          @Override
          public void rollback() {
            Transactions.rollback(connection);
            current.remove();
          }
        };
      } catch (SQLException e) {
        throw new IllegalStateException("no transaction could be started", e);
      }
    }

    /** When it fails, a rollback follows. */
    private static void commit(Connection connection) {
      try {
        connection.commit();
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException("the transaction could not be committed", e);
      }
    }

    private static void rollback(Connection connection) {
      try (connection) {
        if (!connection.isClosed()) {
          connection.rollback();
        }
      } catch (SQLException e) {
        throw new IllegalStateException("the transaction could not be rolled back", e);
      }
    }
  }
}
