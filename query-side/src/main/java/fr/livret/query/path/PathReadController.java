package fr.livret.query.path;

import fr.livret.http.Problem;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.path.PathEvent;
import fr.livret.query.projection.FactRow;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import fr.livret.query.reading.Recorded;
import fr.livret.query.reading.Tagged;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/paths", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Paths")
@ApiResponse(
    responseCode = "400",
    description = "A parameter is wrong",
    content = @Content(schema = @Schema(implementation = Problem.class)))
class PathReadController {
  private final Facts<PathEvent> facts;
  private final PathFiles files;
  private final Paths paths;
  private final DerivedPaths derived;
  private final PathAnswers answers;
  private final History history;
  private final Agreement agreement;
  private final Clock clock;

  PathReadController(
      Facts<PathEvent> facts,
      PathFiles files,
      Paths paths,
      DerivedPaths derived,
      PathAnswers answers,
      History history,
      Agreement agreement,
      Clock clock) {
    this.facts = facts;
    this.files = files;
    this.paths = paths;
    this.derived = derived;
    this.answers = answers;
    this.history = history;
    this.agreement = agreement;
    this.clock = clock;
  }

  @GetMapping("/{id}")
  @Operation(
      operationId = "path",
      summary = "A path: which CCPs count and until when",
      description =
          "Derived from the facts known at `knownAt`, as of the day `effectiveOn`, under the"
              + " regime and the référentiel the path pinned when it opened.")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2018-12-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2018-12-31")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "404",
      description = "No path was known and open under this id at that moment",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "503",
      description = "The version asked for is not there yet",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  PathAnswer one(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion,
      HttpServletResponse response) {
    Asked asked = Asked.of(given, Set.of("effectiveOn", "knownAt"));
    Moment moment = asked.moment(clock.instant());
    asked.orThrow();
    List<Recorded<PathEvent>> all =
        facts.awaited(id, afterVersion).map(facts::of).orElse(List.of());
    PathAnswer answer = answers.of(all, moment).orElseThrow(() -> unknown(id, moment));
    LocalDate today = LocalDate.ofInstant(clock.instant(), Days.PARIS);
    KnownPath.of(all)
        .map(KnownPath::file)
        .ifPresent(whole -> agreement.check(whole, files.law(whole.pins()), today));
    Tagged.with(response, answer.version());
    return answer;
  }

  @GetMapping("/{id}/history")
  @Operation(
      operationId = "pathHistory",
      summary = "Every fact of a path in order, each with its text of law")
  @Parameter(
      name = "effectiveOn",
      in = ParameterIn.QUERY,
      description = "Only facts of that day or before")
  @Parameter(name = "knownAt", in = ParameterIn.QUERY, example = "2018-12-31")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  Page<FactAnswer> history(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion,
      @Parameter(description = "fr or en")
          @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String language,
      HttpServletResponse response) {
    Asked asked = Asked.of(given, Set.of("effectiveOn", "knownAt", "limit", "after"));
    Moment moment = asked.moment(clock.instant());
    Optional<LocalDate> effectiveOn = asked.day("effectiveOn");
    int limit = asked.limit();
    Optional<Long> after = asked.after(cursor -> cursor.number(0, 1));
    asked.orThrow();
    UUID path = facts.awaited(id, afterVersion).orElseThrow(() -> unknown(id, moment));
    long total = files.count(path, moment.lastRecord(), effectiveOn);
    if (total == 0) {
      throw unknown(id, moment);
    }
    Locale spoken = Summary.language(language);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, spoken.getLanguage());
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    List<FactRow> rows =
        files.page(path, moment.lastRecord(), effectiveOn, after.orElse(0L), limit);
    Page<FactRow> page = Page.of(rows, limit, total, row -> Cursor.of(row.version()));
    return new Page<>(history.shown(page.items(), Summary.in(spoken)), page.next(), page.total());
  }

  @GetMapping
  @Operation(
      operationId = "paths",
      summary = "The paths, those opened last first",
      description =
          "As their events announced them; with `effectiveOn` or `knownAt` derived from their"
              + " facts, as a single path is, and without those not known or not open then.")
  @Parameter(name = "candidateId", in = ParameterIn.QUERY)
  @Parameter(name = "certification", in = ParameterIn.QUERY, example = "AMIS-2013")
  @Parameter(
      name = "status",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = PathStatus.class))
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description =
          "Words of the candidate's name, without regard to case and accents, or the first"
              + " characters of the certification's code or of the path's id",
      example = "dupre")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2018-12-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2018-12-31")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  Page<ListedPath> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked =
        Asked.of(
            given,
            Set.of(
                "candidateId",
                "certification",
                "status",
                "q",
                "effectiveOn",
                "knownAt",
                "limit",
                "after"));
    PathSearch search =
        new PathSearch(
            asked.id("candidateId"),
            asked.text("certification"),
            asked.oneOf("status", PathStatus.class),
            asked.text("q"));
    Optional<Moment> moment = asked.momentIfGiven(clock.instant());
    int limit = asked.limit();
    Optional<PathSearch.After> after = asked.after(PathSearch.After::read);
    asked.orThrow();
    return moment
        .map(then -> derived.page(search.derived(then), after, limit))
        .orElseGet(() -> search.page(paths, after, limit));
  }

  private static Refusal unknown(String id, Moment moment) {
    return moment.unknown("pathId", id);
  }
}
