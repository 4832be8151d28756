package fr.livret.eventstore.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Compares both sides by count and hash. Each side is written out as text from its own columns, by
 * no expression that was used to copy: what was copied wrongly is found.
 *
 * @param connection to read both by
 * @param names of the old tables
 */
record Comparison(Connection connection, AxonTables names) {

  /** To the microsecond: as it was written where that is in UTC, calculated for other offsets. */
  private static final String OLD_INSTANT =
      """
      case when written_at like '%Z'
        then left(replace(written_at, 'Z', '')
          || case when written_at like '%.%' then '' else '.' end || '000000', 26)
        else to_char(regexp_replace(written_at, '(\\.\\d{6})\\d+', '\\1')::timestamptz
          at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
      end\
      """;

  private static final String OLD =
      """
      sha256(convert_to(row(id, stream, sequence, aggregate, %s, payload_type, revision,
        sha256(payload), sha256(metadata))::text, 'UTF8'))\
      """
          .formatted(OLD_INSTANT);

  private static final String NEW =
      """
      sha256(convert_to(row(e.id, e.stream, e.sequence, t.aggregate,
        to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), t.payload, t.revision,
        sha256(e.payload), sha256(e.metadata))::text, 'UTF8'))\
      """;

  /**
   * @throws MigrationRefused naming the first position at which the sides differ
   */
  void verify(Chunk chunk) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with old as (
              select count(*) as events, sha256(string_agg(%s, ''::bytea order by global_index)) as hash
              from %s e where global_index > ? and global_index <= ?
            ), new as (
              select count(*) as events, sha256(string_agg(%s, ''::bytea order by position)) as hash
              from event_store.event e left join event_store.event_type t on t.code = e.type
              where position > ? and position <= ?
            )
            select old.events = new.events and old.hash = new.hash, old.events from old, new
            """
                .formatted(OLD, names.events(), NEW))) {
      set(statement, chunk);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (!row.getBoolean(1) || row.getLong(2) != chunk.events()) {
          throw firstDifference(chunk);
        }
      }
    }
  }

  private MigrationRefused firstDifference(Chunk chunk) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with old as (
              select global_index, %s as hash from %s e where global_index > ? and global_index <= ?
            ), new as (
              select position, %s as hash
              from event_store.event e left join event_store.event_type t on t.code = e.type
              where position > ? and position <= ?
            ), placed as (
              select ? + row_number() over (order by global_index) as position, global_index, hash
              from old
            )
            select position, placed.global_index
            from placed full join new using (position)
            where placed.hash is distinct from new.hash order by position limit 1
            """
                .formatted(OLD, names.events(), NEW))) {
      set(statement, chunk);
      statement.setLong(5, chunk.afterPosition());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("a difference that goes away: " + chunk);
        }
        long position = row.getLong(1);
        long index = row.getLong(2);
        return new MigrationRefused(
            "The copy is not what it was copied from. The first difference is at position %d, %s."
                    .formatted(
                        position,
                        row.wasNull()
                            ? "which nothing in %s stands for".formatted(names.eventTable())
                            : "%s %d of %s"
                                .formatted(
                                    names.eventSchema().globalIndexColumn(),
                                    index,
                                    names.eventTable()))
                + " Nothing uses the copy yet: drop schema event_store cascade, find out who wrote"
                + " to it, and migrate anew.");
      }
    }
  }

  private static void set(PreparedStatement statement, Chunk chunk) throws SQLException {
    statement.setLong(1, chunk.afterIndex());
    statement.setLong(2, chunk.lastIndex());
    statement.setLong(3, chunk.afterPosition());
    statement.setLong(4, chunk.lastPosition());
  }

  /**
   * @return how many there are
   * @throws MigrationRefused naming the first aggregate whose snapshots differ
   */
  long verifySnapshots() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                with old as (select stream, %s as hash from %s e), new as (
                  select e.stream, %s as hash
                  from event_store.snapshot e left join event_store.event_type t on t.code = e.type
                )
                select count(*), min(stream) filter (where old.hash is distinct from new.hash)
                from old full join new using (stream)
                """
                    .formatted(OLD, names.latestSnapshots(), NEW));
        ResultSet row = statement.executeQuery()) {
      row.next();
      String stream = row.getString(2);
      if (stream != null) {
        throw new MigrationRefused(
            "The copy of the snapshot of aggregate " + stream + " is not what it was copied from.");
      }
      return row.getLong(1);
    }
  }
}
