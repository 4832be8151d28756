package fr.livret.eventstore.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables to migrate from, and what in them could not be taken over.
 *
 * @param connection to read them by
 * @param names of tables and columns
 */
record OldTables(Connection connection, AxonTables names) {

  /** As {@link java.util.UUID} writes itself: anything else would not read the same afterwards. */
  private static final String UUID =
      "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

  private static final String INSTANT =
      "^\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$";

  private static final String FAULT =
      """
      case
        when (id ~ '%s') is not true
          then 'its event identifier ' || quote_nullable(id) || ' is not a UUID'
        when (written_at ~ '%s' and pg_input_is_valid(written_at, 'timestamptz')) is not true
          then 'its time stamp ' || quote_nullable(written_at) || ' is not an ISO 8601 instant'
        when sequence not between 0 and 2147483647
          then 'its sequence number ' || sequence || ' does not fit into 31 bits'
        when payload is null then 'it has no payload'
        when metadata is null then 'it has no metadata'
      end\
      """
          .formatted(UUID, INSTANT);

  /** A time stamp to the microsecond: what is finer is cut, never rounded. */
  static final String INSTANT_TO_THE_MICROSECOND =
      "regexp_replace(written_at, '(\\.\\d{6})\\d+', '\\1')::timestamptz";

  /**
   * What there is.
   *
   * @param events how many
   * @param lastIndex of the last event; -1 where there is none
   * @param cut how many time stamps are finer than a microsecond
   */
  record Found(long events, long lastIndex, long cut) {}

  boolean exists(String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select to_regclass(?) is not null")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Those of the tables that are there. */
  List<String> present() throws SQLException {
    if (!exists(names.eventTable())) {
      throw new MigrationRefused("There is no table " + names.eventTable() + " here.");
    }
    boolean snapshots = exists(names.snapshotTable());
    return snapshots
        ? List.of(names.eventTable(), names.snapshotTable())
        : List.of(names.eventTable());
  }

  /**
   * @throws MigrationRefused naming the first event or snapshot that cannot be taken over
   */
  Found check() throws SQLException {
    if (exists(names.snapshotTable())) {
      refuseFaultySnapshot();
    }
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select count(*), coalesce(max(global_index), -1),
                  count(*) filter (where written_at ~ '\\.\\d{7}'),
                  min(global_index) filter (where %s is not null)
                from %s e
                """
                    .formatted(FAULT, names.events()));
        ResultSet row = statement.executeQuery()) {
      row.next();
      long faulty = row.getLong(4);
      if (!row.wasNull()) {
        throw fault(faulty);
      }
      return new Found(row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }

  private MigrationRefused fault(long index) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select stream, sequence, %s from %s e where global_index = ?"
                .formatted(FAULT, names.events()))) {
      statement.setLong(1, index);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return refused(
            "the event at %s %d of %s"
                .formatted(names.eventSchema().globalIndexColumn(), index, names.eventTable()),
            row);
      }
    }
  }

  private void refuseFaultySnapshot() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select stream, sequence, fault from (select stream, sequence, %s as fault from %s e)
                where fault is not null order by stream limit 1
                """
                    .formatted(FAULT, names.latestSnapshots()));
        ResultSet row = statement.executeQuery()) {
      if (row.next()) {
        throw refused("a snapshot of " + names.snapshotTable(), row);
      }
    }
  }

  private static MigrationRefused refused(String what, ResultSet row) throws SQLException {
    return new MigrationRefused(
        "Cannot take over %s (aggregate %s, sequence %d): %s. Nothing was changed."
            .formatted(what, row.getString(1), row.getLong(2), row.getString(3)));
  }

  /** Gives a number to every type of the old tables that has none yet. */
  void nameTypes() throws SQLException {
    List<String> sources =
        Stream.concat(
                Stream.of(names.events()),
                exists(names.snapshotTable()) ? Stream.of(names.latestSnapshots()) : Stream.of())
            .map("select aggregate, payload_type, revision from %s e"::formatted)
            .toList();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into event_store.event_type (aggregate, payload, revision)
            (%s) except select aggregate, payload, revision from event_store.event_type
            """
                .formatted(String.join(" union ", sources)))) {
      statement.executeUpdate();
    }
  }
}
