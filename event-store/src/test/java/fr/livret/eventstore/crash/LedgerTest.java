package fr.livret.eventstore.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.eventstore.EventLog;
import fr.livret.eventstore.EventStoreSchema;
import fr.livret.eventstore.crash.Attempt.Sent;
import fr.livret.eventstore.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every promise the proof looks after, broken once: it is noticed. */
class LedgerTest {
  private static final Sent A0 = new Sent("a", 0, UUID.randomUUID());
  private static final Sent A1 = new Sent("a", 1, UUID.randomUUID());
  private static final Sent B0 = new Sent("b", 0, UUID.randomUUID());

  private final DataSource database = TestPostgres.freshDatabase();
  private final Ledger ledger;

  LedgerTest(@TempDir Path folder) throws IOException {
    ledger = new Ledger(folder.resolve("acknowledged.csv"), new EventLog(database));
  }

  @BeforeEach
  void makeTheTables() throws SQLException {
    EventStoreSchema.bringUpToDate(database);
    execute("insert into event_store.event_type (payload) values ('thing')");
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute(sql);
    }
  }

  private void lies(long position, Sent event) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into event_store.event values (?, now(), ?, 1, ?, ?, '', '')")) {
      statement.setLong(1, position);
      statement.setInt(2, event.sequence());
      statement.setObject(3, event.id());
      statement.setString(4, event.stream());
      statement.executeUpdate();
    }
  }

  private void sent(String name, Sent... events) {
    ledger.sent(new Attempt(name, List.of(events)));
  }

  private void finds(String violation) {
    ledger.follow();
    assertThat(ledger.violations()).singleElement().asString().contains(violation);
  }

  @Test
  void what_is_there_as_it_was_told_is_right() throws SQLException {
    sent("1", A0, B0);
    sent("2", A1);
    sent("3", A1);
    lies(1, A0);
    lies(2, B0);
    ledger.stored(List.of("1"));
    ledger.refused("3");
    ledger.follow();
    ledger.readAgain();
    assertThat(ledger.violations()).isEmpty();
    assertThat(ledger.unknown(false)).isEqualTo(1);
  }

  @Test
  void something_acknowledged_is_missing() {
    sent("1", A0);
    ledger.stored(List.of("1"));
    finds("acknowledged, and missing: 1");
  }

  @Test
  void something_is_stored_in_part() throws SQLException {
    sent("1", A0, B0);
    lies(1, A0);
    finds("stored in part: 1");
  }

  @Test
  void something_refused_is_stored() throws SQLException {
    sent("1", A0);
    ledger.refused("1");
    lies(1, A0);
    finds("refused, and stored: 1");
  }

  @Test
  void something_is_stored_before_it_is_refused() throws SQLException {
    sent("1", A0);
    lies(1, A0);
    ledger.follow();
    ledger.refused("1");
    finds("refused, and stored: 1");
  }

  @Test
  void something_is_stored_twice() throws SQLException {
    sent("1", A0);
    ledger.stored(List.of("1"));
    lies(1, A0);
    lies(2, new Sent("a", 1, A0.id()));
    finds("stored twice, or sent by nobody: position 2");
  }

  @Test
  void a_position_is_empty() throws SQLException {
    sent("1", A0);
    sent("2", A1);
    lies(1, A0);
    lies(3, A1);
    ledger.follow();
    assertThat(ledger.violations()).anyMatch(it -> it.contains("position 3 follows 1"));
  }

  @Test
  void a_stream_lacks_an_event() throws SQLException {
    sent("1", A1);
    lies(1, A1);
    finds("at position 1, where sequence 0 should be");
  }

  @Test
  void something_that_was_there_goes_away() throws SQLException {
    sent("1", A0);
    sent("2", A1);
    lies(1, A0);
    lies(2, A1);
    ledger.follow();
    execute("delete from event_store.event where position = 2");
    ledger.readAgain();
    assertThat(ledger.violations())
        .singleElement()
        .asString()
        .contains("had 2 events, and has 1 of them");
  }
}
