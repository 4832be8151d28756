package fr.livret;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.eventstore.testing.TestPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole product: what is told of a person stands nowhere in clear. */
// Closed before its PostgreSQL is: both would otherwise end with the process, in any order.
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    classes = LivretApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NamesNeverInClearTest {
  private static final Pattern BYTES = Pattern.compile("\\\\\\\\x([0-9a-f]+)|\\\\x([0-9a-f]+)");

  @TempDir private static Path data;

  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void ownDatabase(DynamicPropertyRegistry settings) {
    settings.add("spring.datasource.url", TestPostgres::freshDatabaseUrl);
    settings.add("livret.data", data::toString);
  }

  @Test
  void no_table_and_no_line_of_the_log_tells_a_name_and_the_same_request_has_one_effect(
      CapturedOutput log) throws Exception {
    String key = UUID.randomUUID().toString();
    String body =
        """
        {"familyName":"Reconnaissable","givenNames":["Zéphyrine"],"birthDate":"1987-06-05",
         "birthPlace":"Trifouillis","email":"zephyrine@example.org"}
        """;
    HttpResponse<String> first = candidate(body, key);
    HttpResponse<String> again = candidate(body, key);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    candidate(body.replace("Reconnaissable", "Reconnaissable\\u0000"), key + "!");
    String everything = everyTable();
    assertThat(everything).contains("candidate");
    for (String told :
        new String[] {"Reconnaissable", "phyrine", "1987-06-05", "Trifouillis", "example.org"}) {
      assertThat(everything).doesNotContain(told);
      assertThat(log.getAll()).doesNotContain(told);
    }
  }

  private HttpResponse<String> candidate(String body, String key) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/candidates"))
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", key)
              .POST(BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }

  /** Every row of every table as text, and what stands in its bytes. */
  private String everyTable() {
    var everything = new StringBuilder();
    for (String table :
        jdbc.sql("select quote_ident(tablename) from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list()) {
      String rows =
          String.join(
              "\n", jdbc.sql("select t::text from " + table + " t").query(String.class).list());
      everything.append(table).append('\n').append(rows).append('\n');
      BYTES
          .matcher(rows)
          .results()
          .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
          .filter(hex -> hex.length() % 2 == 0)
          .map(hex -> new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8))
          .forEach(everything::append);
    }
    return everything.toString();
  }
}
