package fr.livret.command.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.testing.Answer;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import fr.livret.command.testing.Tour;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After a whole tour, no table and no log line tells who anybody is. */
@ExtendWith({SharedNode.class, OutputCaptureExtension.class})
class NamesNeverInClearTest {
  private static final List<String> WORDS =
      List.of(
          "Quévert-Ørsted",
          "Tiphaine",
          "Zélie",
          "1983-02-27",
          "Ouessant-Lampaul",
          "tiphaine.qo@example.org",
          "SST-77-ABCD-4242",
          "Yannig Evalœuvre",
          "Maëlle Trouvère",
          "Quévertologue");

  private final Api api;
  private final JdbcClient jdbc;

  NamesNeverInClearTest(Node node) {
    this.api = node.api();
    this.jdbc = node.bean(JdbcClient.class);
  }

  private Answer send(Tour.Request request, String body, String... headers) {
    return api.send(
        request.method(), request.address(), body.getBytes(StandardCharsets.UTF_8), headers);
  }

  @Test
  void no_table_and_no_log_line_tells_a_name(CapturedOutput output) {
    Tour tour = new Tour();
    String key = "k " + tour.id("{title}") + "/";
    List<Answer> answers = new ArrayList<>();
    List<Tour.Request> sent =
        tour.go(request -> {
          Answer answer = send(request, request.body(), "Idempotency-Key", key + answers.size());
          answers.add(answer);
          return answer;
        });
    for (Tour.Request request : sent) {
      // Refused by rule, malformed, cut off, stale, under a key that was used for another request.
      answers.add(send(request, request.body()));
      answers.add(send(request, request.body().replace("{", "{\"surprise\": 1, ")));
      answers.add(send(request, request.body().substring(0, request.body().length() - 2)));
      answers.add(send(request, request.body(), "If-Match", "\"999\""));
      answers.add(send(request, request.body(), "Idempotency-Key", key + 0));
    }
    answers.add(send(tour.erasure(), tour.erasure().body()));
    assertThat(answers).extracting(Answer::status).allMatch(status -> status < 500);
    for (Answer answer : answers) {
      assertSilent("an answer", answer.body());
    }
    assertSilent("the log", output.getAll());
    List<String> tables = tables();
    assertThat(tables).contains("event_store.event", "idempotency", "person_key", "path_agenda");
    tables.forEach(table -> rows(table).forEach(row -> assertSilent(table, row)));
  }

  private List<String> tables() {
    return jdbc.sql(
            """
            select case table_schema when 'public' then '' else table_schema || '.' end || table_name
            from information_schema.tables
            where table_schema in ('public', 'event_store') and table_type = 'BASE TABLE'
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** Every row as text; what is bytes stands there in hexadecimal. */
  private List<String> rows(String table) {
    return jdbc.sql("select t::text from " + table + " t")
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static void assertSilent(String place, String content) {
    String lower = content.toLowerCase(Locale.ROOT);
    for (String word : WORDS) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      String base64 = Base64.getEncoder().encodeToString(bytes);
      assertThat(lower)
          .as("%s tells %s", place, word)
          .doesNotContain(word.toLowerCase(Locale.ROOT))
          .doesNotContain(HexFormat.of().formatHex(bytes));
      assertThat(content).doesNotContain(base64.substring(0, base64.length() - 4));
    }
  }
}
