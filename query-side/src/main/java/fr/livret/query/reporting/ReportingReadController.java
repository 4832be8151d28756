package fr.livret.query.reporting;

import fr.livret.http.Problem;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Moment;
import fr.livret.query.reporting.ReportingAnswer.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reporting")
@Tag(name = "Statistics")
class ReportingReadController {
  private static final String CSV = "text/csv";

  private final ReportingViews views;
  private final Clock clock;

  ReportingReadController(ReportingViews views, Clock clock) {
    this.views = views;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "reporting",
      summary = "The views for dashboards, with the meaning of each column",
      description =
          "They stand in a schema of their own in PostgreSQL, where the members of the role may"
              + " read them and nothing else, and are read as CSV here. Ids only: no name is in"
              + " them.")
  @ApiResponse(responseCode = "200")
  ReportingAnswer all(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked.of(given, Set.of()).orThrow();
    return new ReportingAnswer("reporting", "livret_reporting", views.all());
  }

  @GetMapping("/{view}.csv")
  @Operation(
      operationId = "reportingCsv",
      summary = "A view as CSV",
      description =
          "UTF-8, a header line, RFC 4180. An absent value is empty; a rate or a median without"
              + " data is `-`; text that a spreadsheet would take for a formula has an apostrophe"
              + " before it. With `effectiveOn` or `knownAt` the very same view over the rows of"
              + " that day and moment, as statistics are: an annulled award never counted, and"
              + " windows are derived as `/api/windows` derives them.")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2018-12-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2018-12-31")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  @ApiResponse(
      responseCode = "404",
      description = "No view has this name",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  void csv(
      @PathVariable String view,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      HttpServletResponse response)
      throws IOException {
    Asked asked = Asked.of(given, Set.of("effectiveOn", "knownAt"));
    Optional<Moment> moment = asked.momentIfGiven(clock.instant());
    asked.orThrow();
    View found =
        views.all().stream()
            .filter(one -> one.name().equals(view))
            .findFirst()
            .orElseThrow(() -> Refusal.of(Refused.UNKNOWN, Map.of("view", view)));
    response.setContentType(CSV + ";charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.name() + ".csv\"");
    OutputStream out = response.getOutputStream();
    moment.ifPresentOrElse(then -> views.write(found, then, out), () -> views.write(found, out));
  }
}
