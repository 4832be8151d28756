package fr.livret.query.alert;

import fr.livret.http.Problem;
import fr.livret.kernel.alert.AlertId;
import fr.livret.kernel.alert.Subject;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import fr.livret.query.reading.Tagged;
import fr.livret.query.reading.Waiting;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Alerts")
class AlertReadController {
  private final Alerts alerts;
  private final Waiting waiting;
  private final Clock clock;

  AlertReadController(Alerts alerts, Waiting waiting, Clock clock) {
    this.alerts = alerts;
    this.waiting = waiting;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      operationId = "alerts",
      summary = "The alerts by last day, the first first",
      description =
          "With `effectiveOn` or `knownAt` those raised by that day, as known at that moment, and"
              + " as they stood then: folded anew from every event.")
  @Parameter(
      name = "state",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = AlertStatus.class))
  @Parameter(
      name = "subject",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = Subject.class))
  @Parameter(
      name = "endsBefore",
      in = ParameterIn.QUERY,
      description = "Alerts of what ends before that day",
      example = "2019-04-01")
  @Parameter(name = "pathId", in = ParameterIn.QUERY, description = "Alerts of that path's window")
  @Parameter(name = "candidateId", in = ParameterIn.QUERY)
  @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "In months", example = "3")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2018-12-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2018-12-31")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "400",
      description = "A parameter is wrong",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  Page<AlertAnswer> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked =
        Asked.of(
            given,
            Set.of(
                "state",
                "subject",
                "endsBefore",
                "pathId",
                "candidateId",
                "horizon",
                "effectiveOn",
                "knownAt",
                "limit",
                "after"));
    Alerts.Search search =
        new Alerts.Search(
            asked.oneOf("state", AlertStatus.class),
            asked.oneOf("subject", Subject.class),
            asked.day("endsBefore"),
            asked.id("pathId"),
            asked.id("candidateId"),
            asked.number("horizon"));
    Optional<Moment> moment = asked.momentIfGiven(clock.instant());
    int limit = asked.limit();
    Optional<Alerts.After> after = asked.after(Alerts.After::read);
    asked.orThrow();
    return alerts.list(search, moment, after, limit, today());
  }

  @GetMapping("/{id}")
  @Operation(operationId = "alert", summary = "An alert, who was told, and what became of it")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2018-12-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2018-12-31")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "404",
      description = "No alert was known and raised under this id at that moment",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  AlertAnswer one(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion,
      HttpServletResponse response) {
    Asked asked = Asked.of(given, Set.of("effectiveOn", "knownAt"));
    Optional<Moment> moment = asked.momentIfGiven(clock.instant());
    asked.orThrow();
    OptionalLong awaited = Asked.afterVersion(afterVersion);
    AlertId alert = Asked.idInPath(id).map(AlertId::new).orElseThrow(() -> unknown(id));
    waiting.until(awaited, () -> alerts.versionOf(alert));
    AlertAnswer answer =
        moment
            .map(then -> alerts.find(alert, then))
            .orElseGet(() -> alerts.find(alert, today()))
            .orElseThrow(() -> unknown(id));
    Tagged.with(response, answer.version());
    return answer;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Days.PARIS);
  }

  private static Refusal unknown(String id) {
    return Refusal.of(Refused.UNKNOWN, Map.of("alertId", id));
  }
}
