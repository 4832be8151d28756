package fr.livret.product;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.postgres.OwnPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Decisions taken again by an auditor, by the command line and over HTTP. */
class ReplayCommandTest {
  @TempDir private static Path folder = Path.of("");
  private static Path data = folder;
  private static ProductProcess product = unstarted();
  private static String path = "";

  @SuppressWarnings("NullAway") // Started before the first test.
  private static ProductProcess unstarted() {
    return null;
  }

  @BeforeAll
  static void start() {
    data = folder.resolve("data");
    product = ProductProcess.start(data);
    Web web = product.web();
    String candidate =
        web.post(
                "/api/candidates",
                """
                {"familyName": "Benali", "givenNames": ["Samia"], "birthDate": "1990-04-17"}\
                """)
            .id();
    path =
        web.post(
                "/api/paths",
                """
                {"candidateId": "%s", "certification": "AMIS-2013", "route": "CAPITALISATION", \
                "openedOn": "2014-01-06"}\
                """
                    .formatted(candidate))
            .id();
    ccp("CCP1", "2014-03-10", 200);
    ccp("CCP2", "2016-05-02", 200);
    ccp("CCP1", "2018-01-15", 409);
  }

  private static void ccp(String ccp, String obtainedOn, int status) {
    Web.Answer answer =
        product
            .web()
            .post(
                "/api/paths/" + path + "/ccps",
                """
                {"ccp": "%s", "obtainedOn": "%s", "evaluators": [{"role": "PROFESSIONAL"}, \
                {"role": "TRAINER"}], "evidence": ["MISE_EN_SITUATION", "DSPP"]}\
                """
                    .formatted(ccp, obtainedOn));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static CommandLineProcess.Result replay(String... arguments) {
    List<String> all = new ArrayList<>(List.of("replay"));
    all.addAll(List.of(arguments));
    all.add("--data=" + data);
    return CommandLineProcess.run(folder, all.toArray(String[]::new));
  }

  private static void sql(String sql) throws SQLException {
    OwnPostgres.Served served = OwnPostgres.served(data).orElseThrow();
    try (Connection connection =
            DriverManager.getConnection(served.jdbcUrl(), served.username(), served.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void all_of_it_and_each_decision_on_a_path_come_to_the_same() {
    CommandLineProcess.Result all = replay();
    assertThat(all.status()).as(all.out() + all.err()).isZero();
    assertThat(all.out()).contains(" 0 different, 0 that could not be taken again");
    CommandLineProcess.Result one = replay("--path=" + path);
    assertThat(one.status()).as(one.out() + one.err()).isZero();
    assertThat(one.out().lines())
        .hasSize(5)
        .anySatisfy(line ->
            assertThat(line)
                .contains("path.RecordCcp on " + path + ": SAME: refused: CCP_ALREADY_HELD"))
        .last()
        .isEqualTo(
            "4 decisions taken again: 4 the same, 0 different, 0 that could not be taken again");
  }

  @Test
  void over_http_a_path_is_answered_at_once_decision_by_decision() {
    Web.Answer asked =
        product.web().post("/api/audit/replays", "{\"path\": \"%s\"}".formatted(path));
    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.body().path("same").asLong()).isEqualTo(4);
    String id = asked.body().path("id").stringValue();
    JsonNode decisions =
        product.web().get("/api/audit/replays/" + id + "/decisions?limit=2").body();
    assertThat(decisions.path("total").asLong()).isEqualTo(4);
    assertThat(decisions.at("/items/0/verdict").stringValue()).isEqualTo("SAME");
    assertThat(decisions.at("/items/0/laws/0").stringValue()).isEqualTo("TP-2006/1");
    String next = decisions.path("next").stringValue();
    assertThat(
            product
                .web()
                .get("/api/audit/replays/" + id + "/decisions?after=" + next)
                .body()
                .path("items"))
        .hasSize(2);
    assertThat(product.web().get("/api/audit/replays").body()).isNotEmpty();
  }

  @Test
  void a_date_changed_by_sql_is_found_with_fact_and_rule() throws SQLException {
    String change =
        """
        update event_store.event set payload = convert_to(replace(
          convert_from(payload, 'UTF8'), '"obtainedOn":"%s"', '"obtainedOn":"%s"'), 'UTF8')
        where stream = '\
        """
            + path
            + "' and sequence = 3";
    sql(change.formatted("2016-05-02", "2016-05-03"));
    try {
      CommandLineProcess.Result found = replay("--path=" + path);
      assertThat(found.status()).as(found.out() + found.err()).isEqualTo(1);
      assertThat(found.out())
          .contains("DIFFERENT: accepted: CcpObtained")
          .contains("  CcpObtained.obtainedOn: 2016-05-03, now 2016-05-02 [TP-2006/1#");
    } finally {
      sql(change.formatted("2016-05-03", "2016-05-02"));
    }
  }

  @Test
  void what_cannot_be_asked_is_refused_by_name() {
    assertThat(replay("--path=" + path, "--from=2020-01-01").err()).contains("--path");
    assertThat(replay("--regime=TP-1999").err()).contains("--regime: no file states TP-1999");
    assertThat(replay("--continue=0f8fad5b-d9cb-469f-a165-70867728950e").err())
        .contains("there is no replay");
    refused("{\"path\": \"none\"}", "path");
    refused("{\"path\": \"%s\", \"from\": \"2020-01-01\"}".formatted(path), "path");
    refused("{\"from\": \"2020-01-02\", \"to\": \"2020-01-01\"}", "to");
    refused("{\"regimes\": \"TP-1999\"}", "regimes");
    assertThat(
            product
                .web()
                .post("/api/audit/replays", "{\"path\": \"0f8fad5b-d9cb-469f-a165-70867728950e\"}")
                .status())
        .isEqualTo(404);
  }

  private static void refused(String question, String field) {
    Web.Answer answer = product.web().post("/api/audit/replays", question);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/field").stringValue()).isEqualTo(field);
  }
}
