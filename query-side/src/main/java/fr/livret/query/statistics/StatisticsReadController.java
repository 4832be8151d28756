package fr.livret.query.statistics;

import fr.livret.http.Problem;
import fr.livret.kernel.law.Route;
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
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Statistics")
@ApiResponse(
    responseCode = "400",
    description = "A parameter is wrong",
    content = @Content(schema = @Schema(implementation = Problem.class)))
class StatisticsReadController {
  private final Statistics statistics;
  private final Clock clock;

  StatisticsReadController(Statistics statistics, Clock clock) {
    this.statistics = statistics;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      operationId = "statistics",
      summary = "What became of the candidates, by title and year",
      description =
          "As the facts stand now: an annulled award never counted, a withdrawn one counts no"
              + " longer. With `effectiveOn` as they stood on that day, which is the last one"
              + " counted; with `knownAt` by what was recorded then, counted anew from every event:"
              + " that takes as long as to rebuild the rows. A rate stands beside what it was taken"
              + " of, and is `-` where that is nothing. A year is that of the award, of the jury,"
              + " of the lapse, in France.")
  @Parameter(name = "certification", in = ParameterIn.QUERY, example = "AMIS-2013")
  @Parameter(
      name = "year",
      in = ParameterIn.QUERY,
      description = "A civil year; not beside `from` or `to`",
      example = "2020")
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = "The first day counted",
      example = "2019-09-01")
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = "The last day counted",
      example = "2020-08-31")
  @Parameter(name = "route", in = ParameterIn.QUERY, schema = @Schema(implementation = Route.class))
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2018-12-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2018-12-31")
  @ApiResponse(responseCode = "200")
  StatisticsAnswer table(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked =
        Asked.of(
            given,
            Set.of("certification", "year", "from", "to", "route", "effectiveOn", "knownAt"));
    Population population = Population.of(asked);
    Optional<Moment> moment = asked.momentIfGiven(clock.instant());
    asked.orThrow();
    return statistics.of(population, moment);
  }

  @GetMapping("/sessions")
  @Operation(
      operationId = "sessionStatistics",
      summary = "The success of each session for the whole title, the latest first",
      description =
          "Where no session is known, the decisions of one day on one title are one session.")
  @Parameter(name = "certification", in = ParameterIn.QUERY, example = "AMIS-2013")
  @Parameter(name = "year", in = ParameterIn.QUERY, example = "2020")
  @Parameter(name = "from", in = ParameterIn.QUERY, example = "2019-09-01")
  @Parameter(name = "to", in = ParameterIn.QUERY, example = "2020-08-31")
  @Parameter(name = "route", in = ParameterIn.QUERY, schema = @Schema(implementation = Route.class))
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2018-12-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2018-12-31")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  Page<SessionFigures> sessions(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked =
        Asked.of(
            given,
            Set.of(
                "certification",
                "year",
                "from",
                "to",
                "route",
                "effectiveOn",
                "knownAt",
                "limit",
                "after"));
    Population population = Population.of(asked);
    Optional<Moment> moment = asked.momentIfGiven(clock.instant());
    int limit = asked.limit();
    Optional<Long> before = asked.after(cursor -> cursor.number(0, 1));
    asked.orThrow();
    return statistics.sessions(population, moment, before.orElse(0L), limit);
  }
}
