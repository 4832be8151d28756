package fr.livret.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.livret.kernel.law.Route;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.QueryTest;
import fr.livret.query.Travel;
import fr.livret.query.World;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Several processes on one database, some of which are killed at the worst moment. */
@QueryTest
@TestPropertySource(properties = "test.node=here")
class NodesTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final World world;
  private final Projections projections;
  private final DataSource database;
  private final JdbcClient jdbc;

  NodesTest(World world, Projections projections, DataSource database, JdbcClient jdbc) {
    this.world = world;
    this.projections = projections;
    this.database = database;
    this.jdbc = jdbc;
  }

  /** What there is of a projection: its rows, its token, and every relation of the schema. */
  private List<String> state(String projection, String table) {
    return jdbc.sql(
            """
            select t::text from %s t
            union all
            select convert_from(token, 'UTF8') from token_entry where processor_name = '%s'
            union all
            select oid || ' ' || relname from pg_class where relnamespace = 'query'::regnamespace
            order by 1
            """
                .formatted(table, projection))
        .query((row, _) -> String.valueOf(row.getString(1)))
        .list();
  }

  private boolean atTheEnd(String projection) {
    return jdbc.sql(
            """
            select convert_from(token, 'UTF8') ~ (select '\\D' || max(position) || '\\D'
              from event_store.event) from token_entry where processor_name = ?
            """)
        .param(projection)
        .query(Boolean.class)
        .single();
  }

  private List<String> rows(String table) {
    return jdbc.sql("select t::text from " + table + " t order by 1")
        .query((row, _) -> String.valueOf(row.getString(1)))
        .list();
  }

  private List<String> relations() {
    return jdbc.sql("select relname from pg_class where relnamespace = 'query'::regnamespace")
        .query((row, _) -> String.valueOf(row.getString(1)))
        .list();
  }

  private boolean does(String node, String condition) {
    return jdbc.sql(
            "select exists (select from pg_stat_activity where application_name = ? and "
                + condition
                + ")")
        .param(node)
        .query(Boolean.class)
        .single();
  }

  /** Lets a node rebuild the candidates until it can go no further, and kills it there. */
  private void killWhereItWaitsFor(String locked, String copying) throws Exception {
    try (OtherNode node = OtherNode.of("killed", database);
        Connection holding = database.getConnection();
        Statement statement = holding.createStatement()) {
      holding.setAutoCommit(false);
      statement.execute("lock table " + locked);
      node.tell("rebuild candidates");
      await()
          .atMost(LONG)
          .until(() -> does("killed", "wait_event_type = 'Lock'") && does("killed", copying));
      node.kill();
      holding.rollback();
    }
    await().atMost(LONG).until(() -> !does("killed", "true"));
  }

  @Test
  void a_node_killed_while_it_rebuilds_leaves_what_there_was_and_nothing_else() throws Exception {
    RebuildTest.live(world);
    world.settled();
    // A place that no row came with is written down a second later.
    await().atMost(LONG).until(() -> atTheEnd("candidates"));
    List<String> before = state("candidates", "query.candidate");

    // While it opens names: some rows are on their way.
    killWhereItWaitsFor(
        "person_key in access exclusive mode",
        "state = 'active' and query like 'copy query.candidate\\_\\_rebuild%'");
    assertThat(state("candidates", "query.candidate")).isEqualTo(before);
    // While it waits for the names to change hands: all rows are there, indexed.
    killWhereItWaitsFor(
        "query.candidate in access share mode",
        "query like 'lock table query.candidate in access exclusive%'");
    assertThat(state("candidates", "query.candidate")).isEqualTo(before);

    List<String> live = rows("query.candidate");
    List<String> relations = relations();
    try (OtherNode next = OtherNode.of("next", database)) {
      next.tell("rebuild candidates");
      next.hear("rebuild candidates");
    }
    assertThat(state("candidates", "query.candidate")).isNotEqualTo(before);
    assertThat(rows("query.candidate")).isEqualTo(live);
    assertThat(relations()).containsExactlyInAnyOrderElementsOf(relations);
    var _ = world.candidate("Dupré");
    world.settled();
    assertThat(rows("query.candidate")).hasSize(live.size() + 1).containsAll(live);
  }

  private void path() {
    ReferentielCode code = world.referentielLike("AMIS-2013");
    var _ =
        Travel.open(world, world.candidate("Échange"), code, Route.CAPITALISATION, "2013-09-02")
            .ccp("CCP1", "2014-03-10");
  }

  private Set<String> whoFolded() {
    return jdbc.sql("select distinct node from tally.path")
        .query((row, _) -> String.valueOf(row.getString(1)))
        .set();
  }

  /** Paths whose events were not folded once each, or not all of them. */
  private List<String> miscounted() {
    return jdbc.sql(
            """
            select coalesce(stream, path_id::text) || ': ' || coalesce(events, 0) || ' events, '
              || coalesce(folded, 0) || ' folded'
            from (
              select stream, count(*) as events from event_store.event_log
              where payload_type like 'path.%' group by stream
            ) as stored
            full join tally.path on path_id::text = stream
            where events is distinct from folded or events is distinct from version
            """)
        .query((row, _) -> String.valueOf(row.getString(1)))
        .list();
  }

  @Test
  void nodes_that_follow_together_fold_every_event_once_also_when_one_is_killed_while_it_folds()
      throws Exception {
    projections.stop();
    try (OtherNode one = OtherNode.of("one", database);
        OtherNode two = OtherNode.of("two", database)) {
      await()
          .atMost(LONG)
          .until(() -> {
            path();
            return whoFolded().containsAll(Set.of("one", "two"));
          });
      one.tell("hang");
      one.hear("hang");
      await()
          .atMost(LONG)
          .until(() -> {
            path();
            return does("one", "state = 'idle in transaction' and query like '%tally.path%'");
          });
      path();
      one.kill();
      path();
      projections.start();
      world.settled();
      assertThat(miscounted()).isEmpty();
      assertThat(two.process().isAlive()).isTrue();
    } finally {
      if (!projections.isRunning()) {
        projections.start();
      }
    }
    List<String> paths = rows("query.path");
    List<String> facts = rows("query.path_fact");
    for (String name : List.of("paths", "path-facts", "tally")) {
      Rebuilt unused = projections.rebuild(name);
    }
    assertThat(rows("query.path")).isEqualTo(paths);
    assertThat(rows("query.path_fact")).isEqualTo(facts);
    assertThat(miscounted()).isEmpty();
  }
}
