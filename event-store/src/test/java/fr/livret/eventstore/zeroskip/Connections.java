package fr.livret.eventstore.zeroskip;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections of one process: kept for the next use, and known by their backends. */
@SuppressWarnings("serial") // Never written anywhere.
final class Connections extends PGSimpleDataSource implements AutoCloseable {
  private final transient Deque<Connection> idle = new ArrayDeque<>();
  private final transient List<Connection> used = new ArrayList<>();

  Connections(String url) {
    setUrl(url);
  }

  @Override
  public synchronized Connection getConnection() throws SQLException {
    Connection connection = idle.isEmpty() ? super.getConnection() : idle.pop();
    used.add(connection);
    return ConnectionWrapperFactory.wrap(connection, new GiveBack());
  }

  /** The backends at the other end of the connections in use, in the order they were taken. */
  synchronized List<Integer> backends() {
    List<Integer> backends = new ArrayList<>();
    for (Connection connection : used) {
      backends.add(((PGConnection) connection).getBackendPID());
    }
    return backends;
  }

  private synchronized void giveBack(Connection connection) {
    try {
      used.remove(connection);
      if (!connection.isClosed()) {
        connection.setAutoCommit(true);
        idle.push(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a connection could not be given back", e);
    }
  }

  @Override
  public synchronized void close() throws SQLException {
    for (Connection connection : idle) {
      connection.close();
    }
    for (Connection connection : used) {
      connection.close();
    }
  }

  /** What happens on close instead of closing. */
  private final class GiveBack implements ConnectionWrapperFactory.ConnectionCloseHandler {
    @Override
    public void close(Connection connection) {
      giveBack(connection);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
      connection.commit();
    }
  }
}
