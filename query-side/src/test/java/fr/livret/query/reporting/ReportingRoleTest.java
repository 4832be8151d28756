package fr.livret.query.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.livret.query.QueryTest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@QueryTest
@ExtendWith(OutputCaptureExtension.class)
class ReportingRoleTest {
  private static final String DENIED = "42501";
  private static final String NOT_UPDATABLE = "55000";

  private final JdbcClient owner;
  private final DataSource database;
  private final ReportingViews views;

  ReportingRoleTest(JdbcClient owner, DataSource database, ReportingViews views) {
    this.owner = owner;
    this.database = database;
    this.views = views;
  }

  private Connection dashboard() throws SQLException {
    owner
        .sql(
            "do $$ begin create role a_dashboard login in role livret_reporting;"
                + " exception when duplicate_object then null; end $$")
        .update();
    String url;
    try (Connection connection = database.getConnection()) {
      url = connection.getMetaData().getURL();
    }
    Properties as = new Properties();
    as.setProperty("user", "a_dashboard");
    return DriverManager.getConnection(url.replaceFirst("\\?.*", ""), as);
  }

  private List<String> tables(String schema) {
    return owner
        .sql("select schemaname || '.' || tablename from pg_tables where schemaname = :schema")
        .param("schema", schema)
        .query((row, _) -> String.valueOf(row.getString(1)))
        .list();
  }

  private static void denied(JdbcClient client, String sql) {
    refused(client, sql, DENIED);
  }

  private static void refused(JdbcClient client, String sql, String... states) {
    assertThatThrownBy(() -> client.sql(sql).query().listOfRows())
        .as(sql)
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isIn((Object[]) states));
  }

  @Test
  void a_member_of_the_role_reads_every_view_and_nothing_else() throws SQLException {
    try (Connection connection = dashboard()) {
      JdbcClient dashboard = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      assertThat(dashboard.sql("select current_user").query(String.class).single())
          .isEqualTo("a_dashboard");
      for (var view : views.all()) {
        String name = "reporting." + view.name();
        dashboard.sql("select * from " + name).query().listOfRows();
        // PostgreSQL says first that a view of several tables takes no change at all.
        refused(dashboard, "delete from " + name + " returning 1", DENIED, NOT_UPDATABLE);
        denied(dashboard, "drop view " + name);
      }
      denied(dashboard, "update reporting.paths set route = 'VAE' returning 1");
      denied(dashboard, "insert into reporting.paths (path_id) values (null) returning 1");
      assertThat(tables("query")).contains("query.candidate", "query.path", "query.course");
      for (String table : tables("query")) {
        denied(dashboard, "select 1 from " + table);
      }
      assertThat(tables("public")).isNotEmpty();
      for (String table : tables("public")) {
        denied(dashboard, "select 1 from " + table);
        denied(dashboard, "delete from " + table + " returning 1");
      }
      denied(dashboard, "create table reporting.own (id int)");
      denied(dashboard, "create table public.own (id int)");
      denied(dashboard, "create schema own");
    }
  }

  @Test
  void a_view_that_is_added_later_is_open_to_the_role_too() throws SQLException {
    owner.sql("create view reporting.zz_later as select 1 as one, 2 as two, 3 as three").update();
    try (Connection connection = dashboard()) {
      JdbcClient dashboard = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      assertThat(dashboard.sql("select one from reporting.zz_later").query(Integer.class).single())
          .isEqualTo(1);
    } finally {
      owner.sql("drop view reporting.zz_later").update();
    }
  }

  @Test
  void where_the_product_may_not_create_roles_it_says_so_and_goes_on(CapturedOutput output)
      throws IOException, SQLException {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(Path.of("target", "test-postgres").toFile())
            .start()) {
      JdbcClient administrator = JdbcClient.create(server.getPostgresDatabase());
      administrator.sql("create role livret login").update();
      administrator.sql("create database livret owner livret").update();
      DataSource external = server.getDatabase("livret", "livret");
      Flyway.configure().dataSource(external).load().migrate();
      assertThat(output).contains("role livret_reporting is missing");
      JdbcClient product = JdbcClient.create(external);
      assertThat(product.sql("select count(*) from reporting.paths").query(Long.class).single())
          .isZero();
      // What docs/statistics.md has an administrator run afterwards.
      administrator.sql("create role livret_reporting nologin").update();
      product.sql("grant usage on schema reporting to livret_reporting").update();
      product.sql("grant select on all tables in schema reporting to livret_reporting").update();
      administrator.sql("create role grafana login in role livret_reporting").update();
      JdbcClient grafana = JdbcClient.create(server.getDatabase("grafana", "livret"));
      assertThat(grafana.sql("select count(*) from reporting.titles").query(Long.class).single())
          .isZero();
      denied(grafana, "select 1 from query.course");
    }
  }
}
