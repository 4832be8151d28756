package fr.livret.eventstore.zeroskip;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Holds appends inside PostgreSQL, whatever engine they come from: triggers on the table of events
 * wait for an advisory lock that the scheduler has. An event's identifier names its append and its
 * place in it, so that every gate is one append's own.
 */
final class Gates implements AutoCloseable {
  /** The gate before the commit; the gate before the n-th event is n. */
  static final int COMMIT = 0;

  private static final String TRIGGERS =
      """
      create function at_event() returns trigger language plpgsql as $$
      declare
        id text := new.%2$s;
      begin
        perform pg_advisory_xact_lock_shared(
          ('x' || substr(id, 1, 8))::bit(32)::int, ('x' || substr(id, 10, 4))::bit(16)::int);
        if substr(id, 16, 3) = 'bad' and substr(id, 20, 4) = substr(id, 10, 4) then
          raise exception 'rolled back on purpose';
        end if;
        return new;
      end $$;
      create trigger at_event before insert on %1$s
        for each row execute function at_event();
      create function at_commit() returns trigger language plpgsql as $$
      declare
        id text := new.%2$s;
      begin
        perform pg_advisory_xact_lock_shared(('x' || substr(id, 1, 8))::bit(32)::int, 0);
        if substr(id, 16, 3) = 'bad' and substr(id, 20, 4) = '8000' then
          raise exception 'rolled back on purpose';
        end if;
        return null;
      end $$;
      create constraint trigger at_commit after insert on %1$s deferrable initially deferred
        for each row execute function at_commit();
      alter table %1$s set (autovacuum_enabled = false);
      -- Plans are made while there is nothing in the table, and kept.
      do $$ begin
        execute format('alter database %%I set enable_seqscan = off', current_database());
        execute format('alter database %%I set log_min_messages = panic', current_database());
      end $$;
      """;

  private final Store.Table table;
  private final Connection connection;
  private final Statement statement;
  private final PreparedStatement shut;
  private final PreparedStatement open;
  private final PreparedStatement standing;
  private final PreparedStatement committed;

  /** Makes the gates in a database whose tables are there. */
  Gates(DataSource database, Store.Table table) throws SQLException {
    this.table = table;
    try (Connection first = database.getConnection();
        Statement make = first.createStatement()) {
      make.execute(TRIGGERS.formatted(table.name(), table.id()));
    }
    this.connection = database.getConnection();
    this.statement = connection.createStatement();
    this.shut = connection.prepareStatement("select pg_advisory_lock(?, ?)");
    this.open = connection.prepareStatement("select pg_advisory_unlock(?, ?)");
    this.standing =
        connection.prepareStatement(
            "select pid from unnest(?::int[]) pid where pg_blocking_pids(pid) && ?::int[]");
    this.committed =
        connection.prepareStatement(
            "select %1$s, %2$s::text from %3$s where %1$s > ? order by 1"
                .formatted(table.position(), table.id(), table.name()));
  }

  /** Shuts a gate before its append comes there. */
  void shut(int append, int gate) throws SQLException {
    move(shut, append, gate);
  }

  void open(int append, int gate) throws SQLException {
    move(open, append, gate);
  }

  private static void move(PreparedStatement how, int append, int gate) throws SQLException {
    how.setInt(1, append);
    how.setInt(2, gate);
    how.executeQuery().close();
  }

  /** Those backends that stand before a gate, or wait for one of the others. */
  Set<Integer> standing(List<Integer> backends) throws SQLException {
    int[] waiting = backends.stream().mapToInt(Integer::intValue).toArray();
    int[] others = new int[waiting.length + 1];
    System.arraycopy(waiting, 0, others, 1, waiting.length);
    others[0] = pid();
    standing.setArray(1, array(waiting));
    standing.setArray(2, array(others));
    Set<Integer> found = new HashSet<>();
    try (ResultSet rows = standing.executeQuery()) {
      while (rows.next()) {
        found.add(rows.getInt(1));
      }
    }
    return found;
  }

  /** The first of these backends that stands before a gate; null where none does. */
  @Nullable Integer atGate(List<Integer> backends) throws SQLException {
    for (int backend : backends) {
      try (ResultSet row =
          statement.executeQuery(
              "select %d = any(pg_blocking_pids(%d))".formatted(pid(), backend))) {
        row.next();
        if (row.getBoolean(1)) {
          return backend;
        }
      }
    }
    return null;
  }

  /** Ends a backend, and waits until all it held is free. */
  void kill(int backend) throws SQLException {
    statement.execute("select pg_terminate_backend(%d)".formatted(backend));
    boolean gone = false;
    while (!gone) {
      try (ResultSet row =
          statement.executeQuery(
              "select not exists (select from pg_stat_get_activity(%d))".formatted(backend))) {
        row.next();
        gone = row.getBoolean(1);
      }
    }
  }

  /** Takes places from the sequence that no event ever gets, as rolled back transactions do. */
  void burn(int places) throws SQLException {
    if (table.sequence() != null) {
      statement.execute(
          "select setval('%1$s', nextval('%1$s') + %2$d)".formatted(table.sequence(), places - 1));
    }
  }

  /** An event as it lies in the database. */
  record Placed(long position, String id) {}

  /** What is committed behind a position, asked of the database itself. */
  List<Placed> committedAfter(long position) throws SQLException {
    committed.setLong(1, position);
    List<Placed> found = new ArrayList<>();
    try (ResultSet rows = committed.executeQuery()) {
      while (rows.next()) {
        found.add(new Placed(rows.getLong(1), rows.getString(2)));
      }
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private int pid() {
    return ((PGConnection) connection).getBackendPID();
  }

  private java.sql.Array array(int[] values) throws SQLException {
    return ((PGConnection) connection).createArrayOf("int4", values);
  }
}
