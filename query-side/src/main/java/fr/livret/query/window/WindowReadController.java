package fr.livret.query.window;

import fr.livret.http.Problem;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.path.Window;
import fr.livret.query.path.DerivedPaths;
import fr.livret.query.path.Paths;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/windows", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Windows")
@ApiResponse(
    responseCode = "400",
    description = "A parameter is wrong",
    content = @Content(schema = @Schema(implementation = Problem.class)))
class WindowReadController {
  private final Paths paths;
  private final DerivedPaths derived;
  private final Clock clock;

  WindowReadController(Paths paths, DerivedPaths derived, Clock clock) {
    this.paths = paths;
    this.derived = derived;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      operationId = "windows",
      summary = "The windows by last day, with the missing CCPs",
      description =
          "As the events announced them; with `effectiveOn` or `knownAt` derived from the facts, as"
              + " a single path's is, and without those of paths not known or not open then."
              + " Windows that do not run come last.")
  @Parameter(
      name = "closingBefore",
      in = ParameterIn.QUERY,
      description = "Running windows whose last day is before that day",
      example = "2019-04-01")
  @Parameter(
      name = "state",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = Window.State.class))
  @Parameter(name = "certification", in = ParameterIn.QUERY, example = "AMIS-2013")
  @Parameter(
      name = "centre",
      in = ParameterIn.QUERY,
      description =
          "Windows of the paths of candidates who had a training for the same title at that centre;"
              + " its name without regard to case and accents")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2018-12-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2018-12-31")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  Page<WindowAnswer> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked =
        Asked.of(
            given,
            Set.of(
                "closingBefore",
                "state",
                "certification",
                "centre",
                "effectiveOn",
                "knownAt",
                "limit",
                "after"));
    WindowSearch search =
        new WindowSearch(
            asked.day("closingBefore"),
            asked.oneOf("state", Window.State.class),
            asked.text("certification"),
            asked.text("centre"));
    Instant now = clock.instant();
    Optional<Moment> moment = asked.momentIfGiven(now);
    int limit = asked.limit();
    Optional<WindowSearch.After> after = asked.after(WindowSearch.After::read);
    asked.orThrow();
    LocalDate day = moment.map(Moment::effectiveOn).orElse(LocalDate.ofInstant(now, Days.PARIS));
    return moment
        .map(then -> derived.page(search.derived(then), after, limit))
        .orElseGet(() -> search.page(paths, after, limit))
        .map(path -> WindowAnswer.of(path, day));
  }
}
