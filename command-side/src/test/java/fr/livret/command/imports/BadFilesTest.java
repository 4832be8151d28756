package fr.livret.command.imports;

import static fr.livret.command.imports.Batch.candidate;
import static fr.livret.command.imports.Batch.ccp;
import static fr.livret.command.imports.Batch.path;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.command.imports.Batch.Told;
import fr.livret.command.testing.Api;
import fr.livret.command.testing.Ledger;
import fr.livret.command.testing.Node;
import fr.livret.command.testing.SharedNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is wrong is named with its line, and leaves every other line as it is. */
@ExtendWith(SharedNode.class)
class BadFilesTest {
  private final Api api;
  private final Ledger ledger;
  private final Batch batch;

  BadFilesTest(Node node) {
    this.api = node.api();
    this.ledger = node.ledger();
    this.batch = new Batch(api);
  }

  @Test
  void each_bad_line_is_named_and_the_others_are_done() {
    Told told =
        batch.send(
            candidate("a"),
            "{\"request\": \"POST /api/candidates\", \"key\": \"b\", \"body\": {\"familyName\"",
            "",
            "not JSON at all",
            "[1, 2]",
            "{\"request\": \"GET /api/candidates\"}",
            "{\"request\": \"POST /api/nothing/here\", \"body\": {}}",
            "{\"request\": \"POST /api/imports\", \"body\": {}}",
            candidate("a"),
            path("p", "nobody", "2011-07-02"),
            path("p2", "z", "2011-07-02"),
            candidate("z"),
            candidate("key with spaces"),
            candidate("c").replace("\"body\"", "\"colour\": 1, \"body\""),
            candidate("d").replace("PROBABLE", "PERHAPS"),
            candidate("e").replace("Benali", "Ben\\u0000ali"),
            candidate("f").replace("Benali", "Ben\0ali"),
            candidate("g").replace("\"familyName\"", "\"familyName\": \"x\", \"familyName\""),
            candidate("h"));
    assertThat(told.outcomes())
        .extracting(it -> it.path("line").asInt())
        .containsExactly(1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
    assertThat(told.statuses())
        .containsExactly(
            201, 400, 400, 400, 400, 404, 404, 400, 400, 400, 201, 400, 400, 400, 400, 400, 400,
            201);
    assertThat(told.outcomes().get(1).toString()).contains("ends too early, at column");
    assertThat(told.fields(4)).containsExactly("request");
    assertThat(told.fields(7)).containsExactly("key");
    assertThat(told.outcomes().get(7).toString()).contains("is the key of line 1 already");
    assertThat(told.fields(8)).containsExactly("candidateId");
    assertThat(told.fields(9)).as("a later line").containsExactly("candidateId");
    assertThat(told.fields(11)).containsExactly("key");
    assertThat(told.fields(12)).containsExactly("colour");
    assertThat(told.fields(13)).containsExactly("provenance.confidence");
    assertThat(told.fields(14)).containsExactly("familyName");
    assertThat(told.outcomes().get(15).toString()).contains("NUL byte");
  }

  @Test
  void a_line_that_is_too_long_or_not_utf_8_is_passed_over() throws IOException {
    var file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    file.writeBytes((candidate("a") + "\r\n").getBytes(UTF_8));
    file.writeBytes((candidate("é") + "\n").getBytes(ISO_8859_1));
    file.writeBytes(
        ("{\"key\": \"" + "x".repeat(LineSource.LONGEST_LINE) + "\"}\n").getBytes(UTF_8));
    file.writeBytes(candidate("b").getBytes(UTF_8));
    Told told = Batch.told(batch.answer("", file.toByteArray()));
    assertThat(told.statuses()).containsExactly(201, 400, 400, 201);
    assertThat(told.outcomes().get(1).toString()).contains("is not UTF-8, at byte");
    assertThat(told.outcomes().get(2).toString()).contains("more than");
  }

  @Test
  void a_file_without_a_line_is_refused_whole() {
    assertThat(batch.answer("", new byte[0]).malformedFields()).containsExactly("body");
    assertThat(batch.answer("", "\n \r\n\n".getBytes(UTF_8)).malformedFields())
        .containsExactly("body");
    assertThat(batch.answer("&dryRun=true", new byte[0]).malformedFields()).containsExactly("body");
  }

  @Test
  void what_is_asked_is_read_strictly() {
    byte[] line = candidate("a").getBytes(UTF_8);
    assertThat(batch.answer("&outcomes=some", line).malformedFields()).containsExactly("outcomes");
    assertThat(batch.answer("&firstLine=0", line).malformedFields()).containsExactly("firstLine");
    assertThat(batch.answer("&dryRun=perhaps", line).malformedFields()).containsExactly("dryRun");
    api.send("POST", "/api/imports?name=a%20b", line, "Content-Type", "application/x-ndjson")
        .problem(400, "MALFORMED");
    api.post("/api/imports", "{}").problem(415, "UNSUPPORTED_MEDIA_TYPE");
    api.send("POST", "/api/imports", line, "Content-Type", "text/csv;charset=windows-1252")
        .problem(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void of_a_body_cut_short_in_a_line_the_whole_lines_are_done_and_the_file_can_be_sent_again()
      throws IOException {
    String[] lines = {
      candidate("a"), path("p", "a", "2011-07-02"), ccp("1", "p", "CCP1", "2014-03-10")
    };
    String file = String.join("\n", lines);
    String half = file.substring(0, file.length() - 60);
    try (Socket socket = new Socket("127.0.0.1", api.port())) {
      socket
          .getOutputStream()
          .write(
              ("POST /api/imports?name=%s HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                      + " application/x-ndjson\r\nContent-Length: %d\r\n\r\n%s")
                  .formatted(batch.name(), file.getBytes(UTF_8).length, half)
                  .getBytes(UTF_8));
      socket.getOutputStream().flush();
    }
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(
                    api.send("GET", "/api/imports/" + batch.name(), new byte[0])
                        .json()
                        .path("lines")
                        .asInt())
                .isEqualTo(2));
    Told told = ledger.adding(2, () -> batch.send(lines));
    assertThat(told.statuses()).containsExactly(201, 201, 200);
    assertThat(told.summary().path("repeated").asInt()).isEqualTo(2);
  }

  @Test
  void twenty_thousand_bad_lines_are_told_one_by_one() {
    String[] lines = new String[20_000];
    java.util.Arrays.fill(lines, "{");
    Told told = batch.send("&outcomes=refused", lines);
    assertThat(told.outcomes()).hasSize(20_000);
    assertThat(List.copyOf(new java.util.HashSet<>(told.statuses()))).containsExactly(400);
  }
}
