package fr.livret.eventstore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestPostgresTest {

  @Test
  void each_database_is_empty_and_apart_from_the_others() throws Exception {
    var first = TestPostgres.freshDatabase();
    var second = TestPostgres.freshDatabase();
    try (var connection = first.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table fact (id int)");
    }
    try (var connection = second.getConnection();
        var found =
            connection
                .createStatement()
                .executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
      found.next();
      assertThat(found.getInt(1)).isZero();
    }
  }
}
