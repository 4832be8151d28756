package fr.livret.command.imports;

import fr.livret.form.person.PersonalData;
import fr.livret.http.HttpJson;
import fr.livret.http.Input;
import fr.livret.http.MalformedInput;
import fr.livret.http.Problem;
import fr.livret.http.Provenance;
import fr.livret.http.WriteRequests;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what stands on a line as strictly as the body of a single request. */
final class LineReader {
  private static final Pattern REQUEST = Pattern.compile("(POST|PUT) (/api/[!-~]{1,400})");
  private static final Pattern IN_LINE = Pattern.compile(", at line 1, column ");
  private static final int LONGEST_DOCUMENT = 300;

  private final String batch;
  private final PersonalData personalData;
  private final WriteRequests writes;

  LineReader(String batch, PersonalData personalData, WriteRequests writes) {
    this.batch = batch;
    this.personalData = personalData;
    this.writes = writes;
  }

  /** A line, or why it is none. */
  sealed interface Reading {
    /** It can be carried out. */
    record Read(Line line) implements Reading {}

    /** It can not. */
    record Refused(Outcome outcome) implements Reading {}
  }

  Reading read(Entry entry) {
    @Nullable String key = null;
    try {
      ImportLine content =
          switch (entry) {
            case Entry.Json(var _, var json) -> parse(json);
            case Entry.Ready(var _, var ready) -> ready;
            case Entry.Flawed flawed -> throw new MalformedInput(flawed.errors());
          };
      key = content.key();
      return new Reading.Read(line(entry.line(), content));
    } catch (JacksonException e) {
      return refused(entry, key, writes.malformed(e));
    } catch (MalformedInput e) {
      return refused(entry, key, writes.malformed(e));
    }
  }

  /** The id that stands for a key of this import, here and in what is kept. */
  UUID idOf(String key) {
    return personalData.deriveId("import-key", batch + "\n" + key);
  }

  private static ImportLine parse(byte[] json) {
    ImportLine line = HttpJson.mapper().readValue(json, ImportLine.class);
    if (line == null) {
      throw new MalformedInput("line", "must be an object");
    }
    return line;
  }

  private Line line(long place, ImportLine content) {
    Input in = Input.check();
    long number = content.line() == null ? place : content.line();
    if (number < 1) {
      in.refuse("line", "must be 1 or more");
    }
    String request =
        in.matching(
            "request",
            content.request(),
            REQUEST,
            "must be POST or PUT and an address, as in POST /api/candidates");
    if (content.key() != null) {
      in.matching(
          "key",
          content.key(),
          Line.KEY,
          "must be 1 to 100 of A-Z a-z 0-9 . _ : - and begin with a letter or digit");
    }
    Optional<Provenance> provenance = Optional.of(provenance(number, content.provenance(), in));
    in.orThrow();
    int space = request.indexOf(' ');
    String written = written(content);
    UUID fingerprint = personalData.deriveId("import-line", written);
    UUID id = content.key() == null ? idOf("\n" + written) : idOf(content.key());
    JsonNode body = content.body() == null || content.body().isNull() ? null : content.body();
    return new Line(
        number,
        content.key(),
        id,
        fingerprint,
        request.substring(0, space),
        request.substring(space + 1),
        body,
        provenance,
        Boolean.TRUE.equals(content.repeat()));
  }

  private Provenance provenance(long number, ImportLine.@Nullable Source source, Input in) {
    if (source == null) {
      return new Provenance(batch, number, Optional.empty(), Optional.empty());
    }
    Optional<String> document =
        in.in("provenance").optionalText("document", source.document(), LONGEST_DOCUMENT);
    return new Provenance(batch, number, document, Optional.ofNullable(source.confidence()));
  }

  /**
   * What makes it another line: neither its key nor how its JSON is laid out, nor, where it may
   * stand several times, in which document it stands.
   */
  private static String written(ImportLine content) {
    ImportLine.@Nullable Source source =
        Boolean.TRUE.equals(content.repeat()) ? null : content.provenance();
    byte[] json =
        HttpJson.mapper()
            .writeValueAsBytes(
                new ImportLine(content.request(), null, content.body(), source, null, null));
    return new String(json, StandardCharsets.UTF_8);
  }

  private static Reading refused(Entry entry, @Nullable String key, Problem problem) {
    Outcome outcome = Outcome.refused(entry.line(), key, problem);
    JsonNode shown = outcome.problem();
    if (shown != null) {
      shown
          .path("errors")
          .forEach(error -> {
            // The one line that JSON sees is not the line of the file.
            if (error instanceof tools.jackson.databind.node.ObjectNode named) {
              String message = named.path("message").asString();
              named.put("message", IN_LINE.matcher(message).replaceFirst(", at column "));
            }
          });
    }
    return new Reading.Refused(outcome);
  }
}
