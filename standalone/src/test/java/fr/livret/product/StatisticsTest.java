package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL's own analysis is off for the table, so that whatever is known is the product's. */
class StatisticsTest extends StartedProduct {
  private final JdbcClient jdbc;

  @Autowired
  StatisticsTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Test
  void the_product_has_a_table_analysed_that_has_grown() {
    jdbc.sql("create table grown (id int) with (autovacuum_enabled = off)").update();
    try {
      jdbc.sql("insert into grown select generate_series(1, 2000)").update();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(known()).isEqualTo(2_000));
    } finally {
      jdbc.sql("drop table grown").update();
    }
  }

  private int known() {
    return jdbc.sql("select reltuples::int from pg_class where relname = 'grown'")
        .query(Integer.class)
        .single();
  }
}
