package fr.livret.evidence;

import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Event logs for tests, written by SQL: what is there is all that matters here. */
final class Logs {
  private static final AtomicInteger COPIES = new AtomicInteger();

  private Logs() {}

  /** A fresh database with the tables of the store and of the evidence, and that many events. */
  static DataSource of(long events) {
    DataSource database = TestPostgres.freshDatabase();
    EventStoreSchema.bringUpToDate(database);
    EvidenceSchema.bringUpToDate(database);
    run(
        database,
        """
        insert into event_store.event_type (aggregate, payload, revision)
        values ('path', 'path.CcpObtained', '1'), (null, 'audit.Refused', null)
        """);
    append(database, events);
    return database;
  }

  /**
   * A database of its own with the same content, to be dropped: a hundred of them are many files.
   */
  static DataSource copy(DataSource original) {
    String name = "copy_" + COPIES.incrementAndGet();
    run(
        beside(original, "postgres"),
        "create database %s template %s"
            .formatted(name, ((PGSimpleDataSource) original).getDatabaseName()));
    return beside(original, name);
  }

  /** Drops a copy. */
  static void drop(DataSource copy) {
    run(
        beside(copy, "postgres"),
        "drop database " + ((PGSimpleDataSource) copy).getDatabaseName() + " with (force)");
  }

  private static DataSource beside(DataSource database, String name) {
    PGSimpleDataSource known = (PGSimpleDataSource) database;
    PGSimpleDataSource other = new PGSimpleDataSource();
    other.setUrl(known.getUrl());
    other.setUser(known.getUser());
    other.setDatabaseName(name);
    return other;
  }

  /** Appends events of about the size the product's have: one in ten belongs to no aggregate. */
  static void append(DataSource database, long events) {
    run(
        database,
        """
        insert into event_store.event (position, at, sequence, type, id, stream, payload, metadata)
        select position, timestamptz '2026-01-01' + position * interval '1.000001 s', 0,
          case when position %% 10 = 0 then 2 else 1 end, id, id::text,
          convert_to(format('{"ccp":"CCP%%s","salt":"%%s"}', position, repeat(md5(position::text), 8)),
            'UTF8'),
          convert_to(format('{"actor":"officer %%s","when":"%%s"}', position %% 7, md5(id::text)), 'UTF8')
        from (
          select position, md5('id ' || position)::uuid as id
          from generate_series(
            (select coalesce(max(position), 0) + 1 from event_store.event),
            (select coalesce(max(position), 0) + %d from event_store.event)) as position) as numbered
        """
            .formatted(events));
  }

  static void run(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
