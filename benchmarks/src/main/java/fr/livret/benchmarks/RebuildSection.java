package fr.livret.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A projection made anew from the whole log, beside SQL that makes the same rows. */
final class RebuildSection implements Section {
  static final String REBUILT = "rebuild of path-facts [/s]";
  static final String SQL = "INSERT..SELECT of path_fact [/s]";

  private static final String PATHS = "rebuild of paths [/s]";

  private static final String INSERT =
      """
      insert into sql.path_fact (
        path_id, version, position, type, revision, effective_on, recorded_at, actor, request_id,
        event)
      select e.stream::uuid, e.sequence + 1, e.position, t.payload, t.revision,
        coalesce(
          written ->> 'fulfilledOn', written ->> 'openedOn', written ->> 'obtainedOn',
          written #>> '{cause,on}')::date,
        e.at, beside ->> 'actor', beside ->> 'requestId', convert_from(e.payload, 'UTF8')::json
      from (
        select e.*, convert_from(e.payload, 'UTF8')::jsonb as written,
          convert_from(e.metadata, 'UTF8')::jsonb as beside
        from event_store.event e offset 0) e
      join event_store.event_type t on t.code = e.type
      where t.aggregate = 'path'
      """;

  private static final String DIFFERENT =
      """
      select count(*) from (
        select path_id, version, position, type, revision, effective_on, recorded_at, actor,
          request_id, event::text from query.path_fact
        except
        select path_id, version, position, type, revision, effective_on, recorded_at, actor,
          request_id, event::text from sql.path_fact) one
      """;

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public String about() {
    return """
    `path-facts` rebuilt by the product, indexes and swap included, and the same rows made by \
    `INSERT..SELECT` over jsonb into an empty table that is indexed afterwards; both are \
    compared row by row. Events a second.\
    """;
  }

  @Override
  public Samples measure(Bench bench) throws Exception {
    Samples samples = new Samples();
    String url = bench.postgres().freshDatabase("rebuild");
    DataSource database = Postgres.unpooled(url);
    // Makes the tables and publishes the titles.
    try (Product first = Product.start(bench, url, Product.Engine.SEQUENCED)) {
      first.settle();
    }
    long events = StoryLog.fill(database, bench.pace().choose(50_000, 5_000));
    try (Product product = Product.start(bench, url, Product.Engine.SEQUENCED);
        Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      long begun = System.nanoTime();
      product.settle();
      samples.note(
          "%,d events; all projections and automations together took %.0f s to follow them live."
              .formatted(events, (System.nanoTime() - begun) / 1e9));
      List<String> indexes = indexes(statement);
      for (int round = 0; round <= bench.pace().rounds(); round++) {
        double rebuilt = rate(events, () -> rebuild(product, "path-facts"));
        double inserted = rate(events, () -> insert(statement, indexes));
        double paths = rate(events, () -> rebuild(product, "paths"));
        // The first round warms up.
        if (round > 0) {
          samples.add(REBUILT, rebuilt);
          samples.add(SQL, inserted);
          samples.add(PATHS, paths);
          System.out.printf(
              "    round %d  rebuild %,.0f/s, SQL %,.0f/s%n", round, rebuilt, inserted);
        }
      }
      try (ResultSet row = statement.executeQuery(DIFFERENT)) {
        row.next();
        if (row.getLong(1) != 0) {
          throw new IllegalStateException(row.getLong(1) + " rows differ from SQL's");
        }
      }
    }
    return samples;
  }

  private interface Work {
    void run() throws SQLException;
  }

  private static double rate(long events, Work work) throws SQLException {
    long begun = System.nanoTime();
    work.run();
    return events * 1e9 / (System.nanoTime() - begun);
  }

  private static void rebuild(Product product, String projection) {
    product.projections().rebuild(projection);
    product.settle();
  }

  private static void insert(Statement statement, List<String> indexes) throws SQLException {
    statement.execute("drop schema if exists sql cascade");
    statement.execute("create schema sql");
    statement.execute("create table sql.path_fact (like query.path_fact including defaults)");
    statement.execute(INSERT);
    for (String index : indexes) {
      statement.execute(index);
    }
  }

  private static List<String> indexes(Statement statement) throws SQLException {
    List<String> definitions = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            """
            select replace(indexdef, ' ON query.', ' ON sql.') from pg_indexes
            where schemaname = 'query' and tablename = 'path_fact'
            """)) {
      while (row.next()) {
        definitions.add(row.getString(1));
      }
    }
    return definitions;
  }
}
