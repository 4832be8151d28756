package fr.livret.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.livret.eventstore.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class GrownTablesTest {
  private final JdbcClient jdbc =
      JdbcClient.create(new DriverManagerDataSource(TestPostgres.freshDatabaseUrl()));
  private final GrownTables tables = new GrownTables(jdbc);

  GrownTablesTest() {
    // What PostgreSQL would do by itself within a minute must not be mistaken for ours.
    jdbc.sql("create table grown (id int) with (autovacuum_enabled = off)").update();
  }

  private void insert(int rows) {
    jdbc.sql("insert into grown select generate_series(1, :rows)").param("rows", rows).update();
  }

  private int known() {
    tables.analyse();
    return jdbc.sql("select reltuples::int from pg_class where relname = 'grown'")
        .query(Integer.class)
        .single();
  }

  @Test
  void a_table_is_analysed_once_it_has_several_times_as_many_rows() {
    insert(1_000);
    assertThat(known()).isEqualTo(-1);
    insert(1);
    await().untilAsserted(() -> assertThat(known()).isEqualTo(1_001));
    insert(4_003);
    assertThat(known()).isEqualTo(1_001);
    insert(1);
    await().untilAsserted(() -> assertThat(known()).isEqualTo(5_005));
  }
}
