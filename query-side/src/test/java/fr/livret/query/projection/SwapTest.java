package fr.livret.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.http.RebuildRunning;
import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.Http;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryTest
class SwapTest {
  /** All that PostgreSQL knows of the tables and what stands on them, but for their numbers. */
  private static final String CATALOGUE =
      """
      select 'column ' || table_schema || '.' || table_name || ' ' || ordinal_position || ' '
        || column_name || ' ' || data_type || ' ' || is_nullable || ' '
        || coalesce(column_default, '') || ' ' || coalesce(collation_name, '')
      from information_schema.columns where table_schema in ('query', 'reporting')
      union all
      select 'constraint ' || conrelid::regclass || ' ' || conname || ' '
        || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'query'::regnamespace
      union all
      select 'index ' || indexdef from pg_indexes where schemaname = 'query'
      union all
      select 'view ' || viewname || ' ' || definition from pg_views
      where schemaname in ('query', 'reporting')
      union all
      select 'relation ' || oid::regclass || ' ' || relkind::text || ' ' || relowner::regrole || ' '
        || coalesce(relacl::text, '') || coalesce(reloptions::text, '')
      from pg_class
      where relnamespace in ('query'::regnamespace, 'reporting'::regnamespace)
      union all
      select 'comment ' || objoid::regclass || ' ' || objsubid || ' ' || description
      from pg_description join pg_class on objoid = pg_class.oid
      where classoid = 'pg_class'::regclass
        and relnamespace in ('query'::regnamespace, 'reporting'::regnamespace)
      order by 1
      """;

  private final World world;
  private final Http http;
  private final Projections projections;
  private final List<Projection<?, ?, ?>> all;
  private final History<?> history;
  private final EventStore events;
  private final Serializer serializer;
  private final DataSource database;
  private final JdbcClient jdbc;

  SwapTest(
      World world,
      Http http,
      Projections projections,
      List<Projection<?, ?, ?>> all,
      History<?> history,
      EventStore events,
      Serializer serializer,
      DataSource database,
      JdbcClient jdbc) {
    this.world = world;
    this.http = http;
    this.projections = projections;
    this.all = all;
    this.history = history;
    this.events = events;
    this.serializer = serializer;
    this.database = database;
    this.jdbc = jdbc;
  }

  private List<String> catalogue() {
    return jdbc.sql(CATALOGUE).query((row, _) -> String.valueOf(row.getString(1))).list();
  }

  private String hash(String table) {
    return jdbc.sql(
            "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                + table
                + " t")
        .query(String.class)
        .single();
  }

  private Travel path() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    return Travel.open(world, world.candidate("Échange"), code, Route.CAPITALISATION, "2013-09-02")
        .ccp("CCP1", "2014-03-10");
  }

  @Test
  void a_rebuilt_table_is_known_by_the_same_names_to_the_same_views_with_the_same_grants() {
    var _ = path();
    world.settled();
    jdbc.sql("grant select on query.course to livret_reporting").update();
    jdbc.sql("alter view reporting.paths set (security_barrier = true)").update();
    List<String> before = catalogue();
    assertThat(before).anyMatch(line -> line.startsWith("index") && line.contains("path_pkey"));
    try {
      for (String name : projections.names()) {
        projections.rebuild(name);
      }
      assertThat(catalogue()).isEqualTo(before);
    } finally {
      jdbc.sql("revoke select on query.course from livret_reporting").update();
      jdbc.sql("alter view reporting.paths reset (security_barrier)").update();
    }
  }

  @Test
  void nobody_who_reads_or_writes_notices_a_rebuild() throws Exception {
    var _ = path();
    world.settled();
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(() -> {
          while (!over.get()) {
            Travel path = path();
            assertThat(
                    http.get("/api/paths/" + path.id(), "X-After-Version", path.version()).status())
                .isEqualTo(200);
          }
        });
    List<CompletableFuture<Void>> reading = new ArrayList<>();
    for (String count :
        List.of(
            "select count(*) from query.path",
            "select count(*) from reporting.paths",
            "select coalesce(sum(judged), 0)"
                + " from reporting.ccp_figures(false, null, null, null, null)")) {
      reading.add(
          CompletableFuture.runAsync(() -> {
            long last = 0;
            while (!over.get()) {
              long now = jdbc.sql(count).query(Long.class).single();
              assertThat(now).as(count).isGreaterThanOrEqualTo(last);
              last = now;
            }
          }));
    }
    reading.add(
        CompletableFuture.runAsync(() -> {
          while (!over.get()) {
            assertThat(http.json("/api/statistics").at("/items").size()).isPositive();
          }
        }));
    try {
      for (int round = 0; round < 5; round++) {
        for (String name : List.of("paths", "courses", "path-facts", "sessions")) {
          Rebuilt rebuilt = projections.rebuild(name);
          assertThat(rebuilt.events()).isPositive();
        }
      }
    } finally {
      over.set(true);
    }
    writing.get();
    for (CompletableFuture<Void> reader : reading) {
      reader.get();
    }
    world.settled();
    for (String name : List.of("paths", "courses", "path-facts")) {
      String table = projectionOf(name).table().name();
      String live = hash(table);
      projections.rebuild(name);
      assertThat(hash(table)).isEqualTo(live);
    }
  }

  private Projection<?, ?, ?> projectionOf(String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void a_history_too_large_for_memory_is_read_as_often_as_it_takes() {
    for (int paths = 0; paths < 40; paths++) {
      var _ = path();
    }
    world.settled();
    for (String name : projections.names()) {
      String table = projectionOf(name).table().name();
      String live = hash(table);
      Rebuilt rebuilt = within(new Load.Limits(3, 7), projectionOf(name));
      assertThat(hash(table)).as(name).isEqualTo(live);
      assertThat(rebuilt.rows())
          .isEqualTo(jdbc.sql("select count(*) from " + table).query(Long.class).single());
      // Where events lie in another store they are read as followers read them.
      rebuilt = within(new StreamHistory(events), new Load.Limits(1, 7), projectionOf(name));
      assertThat(hash(table)).as(name).isEqualTo(live);
      assertThat(rebuilt.events()).isPositive();
    }
  }

  private Rebuilt within(Load.Limits limits, Projection<?, ?, ?> projection) {
    return within(history, limits, projection);
  }

  private <T, E, K, R> Rebuilt within(
      History<T> from, Load.Limits limits, Projection<E, K, R> projection) {
    return new Rebuild<>(
            from,
            projection,
            new Tokens(serializer, Clock.systemUTC()),
            limits,
            new Watch(projection.name(), Clock.systemUTC().instant()))
        .run(database);
  }

  @Test
  void what_cannot_be_folded_leaves_everything_as_it_was() {
    var _ = path();
    world.settled();
    List<String> before = catalogue();
    String rows = hash("query.path");
    Projection<?, ?, ?> paths = projectionOf("paths");
    assertThatThrownBy(() -> within(new Load.Limits(1, 10), new Torn<>(paths)))
        .hasStackTraceContaining("torn");
    assertThat(catalogue()).isEqualTo(before);
    assertThat(hash("query.path")).isEqualTo(rows);
  }

  /** Fails at its first fold. */
  private record Torn<E, K, R>(Projection<E, K, R> of) implements Projection<E, K, R> {
    @Override
    public String name() {
      return of.name();
    }

    @Override
    public Class<E> events() {
      return of.events();
    }

    @Override
    public Table<K, R> table() {
      return of.table();
    }

    @Override
    public Optional<K> key(Fact<E> fact) {
      return of.key(fact);
    }

    @Override
    public Fold<E, R> folding(List<Fact<E>> batch) {
      throw new IllegalStateException("torn");
    }
  }

  @Test
  void one_rebuild_of_a_projection_at_a_time_in_whatever_process() throws Exception {
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      var _ =
          statement.execute(
              "select pg_advisory_xact_lock(hashtextextended('livret.rebuild.paths', 0))");
      assertThatThrownBy(() -> projections.rebuild("paths")).isInstanceOf(RebuildRunning.class);
      other.rollback();
    }
    assertThat(projections.rebuild("paths").seconds()).isPositive();
  }

  @Test
  void a_reader_who_takes_long_is_waited_for()
      throws SQLException, InterruptedException, ExecutionException {
    var _ = path();
    world.settled();
    try (Connection reader = database.getConnection();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.executeQuery("select count(*) from query.path").close();
      CompletableFuture<Rebuilt> rebuild =
          CompletableFuture.supplyAsync(() -> projections.rebuild("paths"));
      Thread.sleep(700);
      assertThat(rebuild).isNotDone();
      // Who comes later is not held up for longer than the rebuild's patience.
      assertThat(jdbc.sql("select count(*) from query.path").query(Long.class).single())
          .isPositive();
      statement.executeQuery("select count(*) from reporting.windows").close();
      reader.commit();
      assertThat(rebuild.get().rows()).isPositive();
    }
  }
}
