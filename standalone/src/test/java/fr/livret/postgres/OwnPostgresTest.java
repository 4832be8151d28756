package fr.livret.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnPostgresTest {

  @RegisterExtension final TestFolder folder = new TestFolder();

  @Test
  void what_was_stored_is_there_after_a_restart() throws Exception {
    try (var postgres = OwnPostgres.start(folder.path())) {
      Database.run(postgres, "create table fact as select 'CCP1' as ccp");
    }
    assertThat(Database.ask(folder.path(), "select ccp from fact")).isEqualTo("CCP1");
  }

  @Test
  void an_acknowledged_write_is_on_the_disk_and_the_text_is_unicode() throws Exception {
    try (var postgres = OwnPostgres.start(folder.path())) {
      assertThat(Database.ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(Database.ask(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(Database.ask(postgres, "show full_page_writes")).isEqualTo("on");
      assertThat(Database.ask(postgres, "show data_checksums")).isEqualTo("on");
      assertThat(Database.ask(postgres, "show server_encoding")).isEqualTo("UTF8");
      assertThat(
              Database.ask(
                  postgres,
                  "select datlocprovider::text || ' ' || datlocale from pg_database"
                      + " where datname = current_database()"))
          .isEqualTo("b C.UTF-8");
    }
  }

  @Test
  void it_listens_on_the_loopback_only_and_trusts_nobody_without_the_password() throws Exception {
    try (var postgres = OwnPostgres.start(folder.path())) {
      assertThat(Database.ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(Database.ask(postgres, "show unix_socket_directories")).isEmpty();
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
    assertThat(Files.getPosixFilePermissions(folder.resolve("postgres.password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void no_value_of_a_refused_statement_reaches_the_log() throws Exception {
    try (var postgres = OwnPostgres.start(folder.path())) {
      Database.run(postgres, "create table person (name text primary key)");
      Database.run(postgres, "insert into person values ('Doe')");
      assertThatThrownBy(() -> Database.run(postgres, "insert into person values ('Doe')"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(folder.resolve("postgres.log"))
        .content()
        .contains("duplicate key")
        .doesNotContain("Doe");
  }

  @Test
  void it_does_not_start_when_a_write_could_be_lost() throws Exception {
    OwnPostgres.start(folder.path()).close();
    for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      Files.writeString(folder.resolve("postgres/postgresql.auto.conf"), setting + " = off\n");
      assertThatThrownBy(() -> OwnPostgres.start(folder.path()))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining(setting + " = off");
      assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void the_data_of_another_major_version_are_refused_and_left_alone() throws Exception {
    OwnPostgres.start(folder.path()).close();
    var version = folder.resolve("postgres/PG_VERSION");
    Files.writeString(version, "17\n");
    assertThatThrownBy(() -> OwnPostgres.start(folder.path()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(folder.path().resolve("postgres").toString())
        .hasMessageContaining("PostgreSQL 17")
        .hasMessageContaining("PostgreSQL 18");
    Files.writeString(version, "18\n");
    OwnPostgres.start(folder.path()).close();
  }

  @Test
  void a_database_without_its_password_is_refused() throws Exception {
    OwnPostgres.start(folder.path()).close();
    Files.delete(folder.resolve("postgres.password"));
    assertThatThrownBy(() -> OwnPostgres.start(folder.path()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(folder.path().resolve("postgres.password").toString());
  }

  @Test
  void a_start_that_was_killed_half_way_is_swept_away() throws Exception {
    var halfMade = Files.createDirectory(folder.resolve("postgres.17-1.partial"));
    Files.writeString(halfMade.resolve("PG_VERSION"), "18\n");
    OwnPostgres.start(folder.path()).close();
    assertThat(halfMade).doesNotExist();
  }

  @Test
  void a_server_that_is_killed_is_started_again_on_its_port() throws Exception {
    try (var postgres = OwnPostgres.start(folder.path())) {
      Database.run(postgres, "create table fact as select 'CCP1' as ccp");
      var url = postgres.jdbcUrl();
      var killed = ProcessHandle.of(postgres.pid()).orElseThrow();
      killed.destroyForcibly();
      killed.onExit().join();
      await()
          .atMost(Duration.ofMinutes(1))
          .ignoreExceptionsInstanceOf(SQLException.class)
          .until(() -> "CCP1".equals(Database.ask(postgres, "select ccp from fact")));
      assertThat(postgres.pid()).isNotEqualTo(killed.pid());
      assertThat(postgres.jdbcUrl()).isEqualTo(url);
    }
  }
}
