package fr.livret.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The statements that append, over a connection of their own.
 *
 * <p>Whoever writes holds one advisory lock from before it takes its positions until after its
 * commit, in whatever process it runs: positions follow commits, without gaps. A statement is a
 * single exchange with the server and a transaction of its own, whose commit is answered last.
 */
final class PostgresWriter {
  /** The channel on which the last position is told after every batch. */
  static final String CHANNEL = "event_store";

  /** The letters "eventsto": a number no other lock of the database should have. */
  static final long FENCE = 0x6576656e7473746fL;

  private static final String LOCKED = "select pg_advisory_xact_lock(" + FENCE + ");\n";

  private static final String TOLD =
      ";\nselect max(position), pg_notify('%s', max(position)::text) from event_store.event"
          .formatted(CHANNEL);

  /** The place of a row in the batch comes last; it starts at 1. */
  private static final String GIVEN =
      """
      unnest(?::int8[], ?::int4[], ?::int2[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::int4[])
        with ordinality as given (at, sequence, type, id, stream, payload, metadata, append, place)
      """;

  private static final String INSERT =
      """
      insert into event_store.event
        (at, sequence, type, id, stream, payload, metadata, position)
      select timestamptz 'epoch' + given.at * interval '1 microsecond', given.sequence, given.type,
        given.id::uuid, given.stream, given.payload, given.metadata,
      """;

  private static final String HEAD =
      "(select coalesce(max(position), 0) as position from event_store.event) head";

  /** Writes all, or fails and writes nothing. */
  private static final String PLAIN =
      LOCKED + INSERT + "head.position + given.place from " + HEAD + ", " + GIVEN + TOLD;

  /**
   * Writes what can be written, and says of each row where it lies, and whether its place is ours.
   */
  private static final String EXACT =
      LOCKED
          + "with given as materialized (select * from "
          + GIVEN
          + """
          ), met as materialized (
            select given.place, given.append, event.position, event.id = given.id::uuid as own
            from given join event_store.event event
              on event.stream = given.stream and event.sequence = given.sequence
          ), stored as (
          """
          + INSERT
          + "head.position + row_number() over (order by given.place) from "
          + HEAD
          + """
          , given where given.append not in (select append from met)
            returning position, stream, sequence
          )
          select coalesce(met.position, stored.position), coalesce(met.own, true)
          from given left join met using (place) left join stored using (stream, sequence)
          order by given.place
          """
          + TOLD;

  private static final Logger LOG = LoggerFactory.getLogger(PostgresWriter.class);

  /** PostgreSQL's code for a lock that was waited for too long. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final DataSource database;
  private final Duration patience;
  private @Nullable Connection connection;

  /**
   * Connects when it is told to.
   *
   * @param patience how long a statement waits for another process that writes
   */
  PostgresWriter(DataSource database, Duration patience) {
    this.database = database;
    this.patience = patience;
  }

  /** Whether a statement waited too long for another process; then it has changed nothing. */
  static boolean heldUp(SQLException failure) {
    return LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
  }

  /** Makes sure that there is a connection. */
  void connect() throws SQLException {
    if (connection == null) {
      Connection open = database.getConnection();
      try {
        prepare(open);
      } catch (SQLException e) {
        open.close();
        throw e;
      }
      connection = open;
    }
  }

  /** What the fence and the acknowledgement rest on, whatever the server's own settings are. */
  private void prepare(Connection open) throws SQLException {
    open.setAutoCommit(true);
    try (Statement statement = open.createStatement()) {
      statement.execute(
          """
          set session characteristics as transaction isolation level read committed;
          set lock_timeout = %d;
          set statement_timeout = 0;
          set idle_session_timeout = 0;
          -- Arrays of another length are no reason to plan anew.
          set plan_cache_mode = force_generic_plan;
          select set_config('synchronous_commit', 'on', false)
            where current_setting('synchronous_commit') in ('off', 'local')
          """
              .formatted(Math.clamp(patience.toMillis(), 1, Integer.MAX_VALUE)));
      try (ResultSet row = statement.executeQuery("show fsync")) {
        row.next();
        if (!"on".equals(row.getString(1))) {
          LOG.warn("fsync is off: what this database acknowledges is lost when it crashes");
        }
      }
    }
  }

  /** Whether the connection is gone; if it is, it is let go of. */
  boolean isLost() {
    Connection open = connection;
    try {
      if (open != null && open.isValid(1)) {
        return false;
      }
    } catch (SQLException e) {
      LOG.debug("A connection could not be asked whether it is valid", e);
    }
    disconnect();
    return true;
  }

  void disconnect() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try (open;
          Statement statement = open.createStatement()) {
        // Not given back to a pool with the settings it has here.
        statement.execute("reset all");
      } catch (SQLException e) {
        LOG.debug("A connection was closed with an error", e);
      }
    }
  }

  /** Writes every append of the batch; when one cannot be written, none is, and it throws. */
  List<Outcome> plain(List<Append> batch) throws SQLException {
    try (PreparedStatement statement = statement(PLAIN)) {
      int rows = fill(statement, batch);
      boolean unused = statement.execute();
      long next = last(statement) - rows + 1;
      List<Outcome> outcomes = new ArrayList<>(batch.size());
      for (Append append : batch) {
        outcomes.add(new Outcome.Stored(next));
        next += append.events().size();
      }
      return outcomes;
    }
  }

  /**
   * Looks up every event of the batch, and writes those appends of which nothing is there.
   *
   * @param batch in which no two appends have a stream in common
   */
  List<Outcome> exact(List<Append> batch) throws SQLException {
    try (PreparedStatement statement = statement(EXACT)) {
      int unused = fill(statement, batch);
      boolean lock = statement.execute();
      if (!lock || !statement.getMoreResults()) {
        throw new IllegalStateException("an exact statement gives the lock and then the rows");
      }
      List<Outcome> outcomes = new ArrayList<>(batch.size());
      ResultSet found = statement.getResultSet();
      for (Append append : batch) {
        outcomes.add(outcome(append, found));
      }
      return outcomes;
    }
  }

  private static Outcome outcome(Append append, ResultSet found) throws SQLException {
    long first = 0;
    int lost = -1;
    for (int event = 0; event < append.events().size(); event++) {
      found.next();
      if (event == 0) {
        first = found.getLong(1);
      }
      if (lost < 0 && !found.getBoolean(2)) {
        lost = event;
      }
    }
    return lost < 0 ? new Outcome.Stored(first) : new Outcome.Lost(lost);
  }

  /** The last position: what the last of the results begins with. */
  private static long last(PreparedStatement statement) throws SQLException {
    long last = 0;
    while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {
      ResultSet result = statement.getResultSet();
      if (result != null && result.next()) {
        last = result.getLong(1);
      }
    }
    return last;
  }

  private PreparedStatement statement(String sql) throws SQLException {
    if (connection == null) {
      throw new SQLException("not connected", "08003");
    }
    return connection.prepareStatement(sql);
  }

  private static int fill(PreparedStatement statement, List<Append> batch) throws SQLException {
    int rows = 0;
    for (Append append : batch) {
      rows += append.events().size();
    }
    long[] at = new long[rows];
    int[] sequence = new int[rows];
    short[] type = new short[rows];
    String[] id = new String[rows];
    String[] stream = new String[rows];
    byte[][] payload = new byte[rows][];
    byte[][] metadata = new byte[rows][];
    int[] appends = new int[rows];
    int row = 0;
    for (int index = 0; index < batch.size(); index++) {
      for (Append.Event event : batch.get(index).events()) {
        at[row] = event.at();
        sequence[row] = event.sequence();
        type[row] = event.type();
        id[row] = event.id().toString();
        stream[row] = event.stream();
        payload[row] = event.payload();
        metadata[row] = event.metadata();
        appends[row] = index;
        row++;
      }
    }
    PGConnection arrays = statement.getConnection().unwrap(PGConnection.class);
    statement.setArray(1, arrays.createArrayOf("int8", at));
    statement.setArray(2, arrays.createArrayOf("int4", sequence));
    statement.setArray(3, arrays.createArrayOf("int2", type));
    statement.setArray(4, arrays.createArrayOf("text", id));
    statement.setArray(5, arrays.createArrayOf("text", stream));
    statement.setArray(6, arrays.createArrayOf("bytea", payload));
    statement.setArray(7, arrays.createArrayOf("bytea", metadata));
    statement.setArray(8, arrays.createArrayOf("int4", appends));
    return rows;
  }
}
