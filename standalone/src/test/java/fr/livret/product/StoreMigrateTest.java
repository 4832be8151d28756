package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.eventstore.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreMigrateTest {
  @TempDir private Path folder = Path.of("");
  private final String url = TestPostgres.freshDatabaseUrl();

  private CommandLineProcess.Result migrate() {
    return CommandLineProcess.run(folder, "store", "migrate", "--spring.datasource.url=" + url);
  }

  private void sql(String statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private long count(String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Enough events for some seconds, as the product wrote them before. */
  private void oldEvents(int events) throws SQLException {
    sql(
        """
        create table domain_event_entry (
          global_index bigserial primary key, event_identifier text not null unique,
          aggregate_identifier text not null, sequence_number bigint not null, type text,
          time_stamp text not null, payload_type text not null, payload_revision text,
          payload bytea not null, meta_data bytea, unique (aggregate_identifier, sequence_number));
        insert into domain_event_entry
        select n * 2, gen_random_uuid(), 'a-' || n %% 1000, n / 1000, 'Path',
          '2019-03-10T10:11:12.345Z', 'path.Opened', '1', decode(repeat('ab', 300), 'hex'), '{}'
        from generate_series(1, %d) n;
        """
            .formatted(events));
  }

  @Test
  void killed_and_given_again_it_ends_with_every_event_once() throws Exception {
    oldEvents(200_000);
    CommandLineProcess killed =
        CommandLineProcess.start(folder, "store", "migrate", "--spring.datasource.url=" + url);
    awaitFirstChunk(killed);
    killed.kill();
    long copied = count("event_store.event");
    assertThat(copied).isPositive().isLessThan(200_000);

    var again = migrate();
    while (again.err().contains("Another session writes")) {
      // The server has not noticed yet that the killed one is gone.
      Thread.sleep(100);
      again = migrate();
    }
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.out())
        .isEqualToIgnoringNewLines(
            "200000 events, 0 snapshots and 0 tokens are in the event store, and compared");
    assertThat(again.err()).contains("comparing: 200000 of 200000 events");
    assertThat(count("event_store.event")).isEqualTo(200_000);
    var done = migrate();
    while (done.err().contains("Another session writes")) {
      // Nor, at once, that one which has ended is gone.
      Thread.sleep(100);
      done = migrate();
    }
    assertThat(done.out()).as(done.err()).contains("in the event store already");
  }

  private void awaitFirstChunk(CommandLineProcess process) throws Exception {
    for (boolean begun = false; !begun && process.isAlive(); ) {
      Thread.sleep(5);
      try {
        begun = count("event_store.migration_chunk") > 0;
      } catch (SQLException _) {
        // Its tables are not made yet.
      }
    }
  }

  @Test
  void what_is_refused_says_why_in_one_sentence() throws Exception {
    oldEvents(3);
    sql("update domain_event_entry set event_identifier = 'no' where global_index = 4");
    var refused = migrate();
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .contains("refused: Cannot take over the event at global_index 4 of domain_event_entry")
        .contains("'no' is not a UUID")
        .doesNotContain("\tat ");
  }

  @Test
  void a_database_that_is_not_there_is_said_to_be() {
    var none = CommandLineProcess.run(folder, "store", "migrate", "--data=" + folder);
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err())
        .contains("There is no database of Livret in")
        .contains("--livret.data=FOLDER");
    var silent =
        CommandLineProcess.run(
            folder, "store", "migrate", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/x");
    assertThat(silent.status()).isEqualTo(2);
    assertThat(silent.err()).contains("livret store migrate:").doesNotContain("\tat ");
  }
}
