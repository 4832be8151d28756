package fr.livret.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.eventstore.testing.TestPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class StoreHealthTest {

  @Test
  void it_is_up_only_while_a_row_can_be_written() throws Exception {
    DataSource database = TestPostgres.freshDatabase();
    try (var connection = database.getConnection()) {
      var one = new SingleConnectionDataSource(connection, true);
      JdbcClient jdbc = JdbcClient.create(one);
      StoreHealth health = new StoreHealth(jdbc);
      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
      jdbc.sql("create table write_probe (id int primary key, written_at timestamptz not null)")
          .update();
      assertThat(health.health().getStatus()).isEqualTo(Status.UP);
      jdbc.sql("set default_transaction_read_only = on").update();
      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }
  }
}
