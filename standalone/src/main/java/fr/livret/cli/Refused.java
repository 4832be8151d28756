package fr.livret.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tells which lines were refused and why: as sentences to people, as JSON to a report. */
final class Refused implements AutoCloseable {
  private final Writer out;
  private final boolean asJson;

  /** To people. */
  Refused(java.io.PrintWriter out) {
    this.out = out;
    this.asJson = false;
  }

  /** To a report, which is closed with this. */
  Refused(java.io.BufferedWriter report) {
    this.out = report;
    this.asJson = true;
  }

  void tell(JsonNode outcome) throws IOException {
    out.write(asJson ? outcome.toString() : sentence(outcome));
    out.write('\n');
    out.flush();
  }

  private static String sentence(JsonNode outcome) {
    JsonNode problem = outcome.path("problem");
    String key = outcome.path("key").asString("");
    String errors =
        problem
            .path("errors")
            .valueStream()
            .map(it -> it.path("field").asString() + " " + it.path("message").asString())
            .collect(Collectors.joining("; "));
    return "line %d%s: %d %s: %s"
        .formatted(
            outcome.path("line").asLong(),
            key.isEmpty() ? "" : " [" + key + "]",
            outcome.path("status").asInt(),
            problem.path("code").asString(""),
            errors.isEmpty() ? problem.path("detail").asString("") : errors);
  }

  @Override
  public void close() throws IOException {
    if (asJson) {
      out.close();
    } else {
      out.flush();
    }
  }
}
