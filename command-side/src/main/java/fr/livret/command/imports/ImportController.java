package fr.livret.command.imports;

import fr.livret.command.dispatch.Unknown;
import fr.livret.http.CommandContext;
import fr.livret.http.Input;
import fr.livret.http.MalformedInput;
import fr.livret.http.StreamedBodies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ImportController.ADDRESS)
@Tag(name = "Imports")
class ImportController {
  static final String ADDRESS = "/api/imports";
  private static final String UNNAMED = "unnamed";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Imports imports;
  private final Batches batches;

  ImportController(Imports imports, Batches batches) {
    this.imports = imports;
    this.batches = batches;
  }

  /** A file may be longer than any single request. */
  @Configuration(proxyBeanMethods = false)
  static class Streaming {
    @Bean
    StreamedBodies importBodies() {
      return new StreamedBodies(Set.of(ADDRESS));
    }
  }

  /** Which outcomes are answered. */
  enum Told {
    ALL,
    REFUSED
  }

  @PostMapping(consumes = {"application/x-ndjson", "application/jsonl", "text/csv"})
  @Operation(
      summary = "Imports a file: a write per line, an outcome per line",
      description =
          "Each line is a write of this API, carried out as the single request would be. Sent again"
              + " under the same name, a file has no second effect and the same outcomes; one that"
              + " was cut short goes on where it was. docs/import.md tells more.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = "application/x-ndjson",
                    schema = @Schema(implementation = ImportLine.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
              }),
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "An outcome per line, in the order of the file, and a summary.",
              content =
                  @Content(
                      mediaType = OutcomeStream.MEDIA_TYPE,
                      schema = @Schema(oneOf = {Outcome.class, Summary.class}))))
  void carryOut(
      @Parameter(description = "Of the import: its keys are its own", example = "registre-2009")
          @RequestParam(required = false)
          @Nullable String name,
      @Parameter(description = "Decides and answers as if it were meant, and stores nothing")
          @RequestParam(defaultValue = "false")
          boolean dryRun,
      @Parameter(description = "Decides again what a rule refused in an earlier run")
          @RequestParam(defaultValue = "false")
          boolean retryRefused,
      @Parameter(description = "Which outcomes to answer: all or refused")
          @RequestParam(defaultValue = "all")
          String outcomes,
      @Parameter(description = "The number of the first line here, of a file sent in parts")
          @RequestParam(defaultValue = "1")
          long firstLine,
      @Parameter(description = "Whether another part of the file follows")
          @RequestParam(defaultValue = "false")
          boolean more,
      @Parameter(description = "Bytes of the whole file, from which the end is foreseen")
          @RequestParam(required = false)
          @Nullable Long size,
      CommandContext context,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Told told = told(outcomes);
    Input in = Input.check();
    String named = nameOf(name, request);
    in.matching("name", named, NAME, "must be 1 to 100 of A-Z a-z 0-9 . _ -");
    if (firstLine < 1) {
      in.refuse("firstLine", "must be 1 or more");
    }
    in.orThrow();
    long length = request.getContentLengthLong();
    Imports.Order order =
        new Imports.Order(
            named,
            context.actor(),
            context.requestId(),
            context.client(),
            dryRun,
            retryRefused,
            firstLine,
            more,
            size != null ? size : length > 0 && firstLine == 1 && !more ? (Long) length : null);
    OutcomeStream answer = new OutcomeStream(response);
    LineSource source =
        isCsv(request)
            ? new CsvSource(request.getInputStream())
            : new NdjsonSource(request.getInputStream(), firstLine);
    Summary summary =
        imports.carryOut(
            order,
            source,
            outcome -> {
              if (told == Told.ALL || !outcome.accepted()) {
                answer.write(outcome);
              }
            });
    answer.write(summary);
    answer.end();
  }

  @GetMapping
  @Operation(summary = "The imports, by name")
  Page<BatchAnswer> list(
      @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "") String after) {
    List<BatchAnswer> page = batches.all(after, limited(limit));
    String next = page.size() < limit ? null : page.getLast().name();
    return new Page<>(page, next, batches.count());
  }

  @GetMapping("/{name}")
  @Operation(summary = "How far an import has come, how fast, and how long it will take")
  BatchAnswer find(@PathVariable String name) {
    return batches.find(name).orElseThrow(() -> Unknown.id(shown(name)));
  }

  @GetMapping("/{name}/outcomes")
  @Operation(summary = "What became of each line in the latest run; keys are not kept")
  Page<Outcome> outcomes(
      @PathVariable String name,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "all") String outcomes) {
    find(name);
    boolean refusedOnly = told(outcomes) == Told.REFUSED;
    Place place = Place.of(after);
    List<Batches.Told> page =
        batches.outcomes(name, place.line(), place.id(), refusedOnly, limited(limit));
    String next =
        page.size() < limit ? null : page.getLast().outcome().line() + "_" + page.getLast().id();
    return new Page<>(
        page.stream().map(Batches.Told::outcome).toList(), next, batches.count(name, refusedOnly));
  }

  /** A page of a list. */
  record Page<T>(List<T> items, @Nullable String next, long total) {}

  private record Place(long line, UUID id) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})_([0-9a-f-]{36})");

    static Place of(@Nullable String after) {
      if (after == null || after.isEmpty()) {
        return new Place(0, BEFORE_ALL);
      }
      var form = FORM.matcher(after);
      if (!form.matches()) {
        throw new MalformedInput("after", "must be the next of a page");
      }
      return new Place(Long.parseLong(form.group(1)), UUID.fromString(form.group(2)));
    }
  }

  private static int limited(int limit) {
    if (limit < 1 || limit > 500) {
      throw new MalformedInput("limit", "must be from 1 to 500");
    }
    return limit;
  }

  private static Told told(String outcomes) {
    return switch (outcomes) {
      case "all" -> Told.ALL;
      case "refused" -> Told.REFUSED;
      default -> throw new MalformedInput("outcomes", "must be all or refused");
    };
  }

  /** One Idempotency-Key is one import, as it is one request elsewhere. */
  private static String nameOf(@Nullable String name, HttpServletRequest request) {
    String key = request.getHeader("Idempotency-Key");
    return name != null ? name : key != null ? key : UNNAMED;
  }

  private static boolean isCsv(HttpServletRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/csv");
  }

  private static String shown(String name) {
    return name.length() <= 40 ? name : name.substring(0, 40);
  }
}
