package fr.livret.query.programme;

import fr.livret.http.Problem;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.programme.ProgrammeCode;
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
import java.util.List;
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
@RequestMapping(path = "/api/programmes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Programmes")
@ApiResponse(
    responseCode = "400",
    description = "A parameter is wrong",
    content = @Content(schema = @Schema(implementation = Problem.class)))
class ProgrammeReadController {
  private final Programmes programmes;
  private final Waiting waiting;
  private final Clock clock;

  ProgrammeReadController(Programmes programmes, Waiting waiting, Clock clock) {
    this.programmes = programmes;
    this.waiting = waiting;
    this.clock = clock;
  }

  @GetMapping
  @Operation(operationId = "programmes", summary = "Every training programme, by its code")
  @Parameter(name = "certification", in = ParameterIn.QUERY, example = "AMIS-2023")
  @Parameter(
      name = "effectiveOn",
      in = ParameterIn.QUERY,
      description = "Changes nothing here: a programme has no validity of its own")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2026-01-31")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  Page<ProgrammeAnswer.Item> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked =
        Asked.of(given, Set.of("certification", "effectiveOn", "knownAt", "limit", "after"));
    Optional<String> certification = asked.text("certification");
    Moment moment = asked.moment(clock.instant());
    int limit = asked.limit();
    Optional<String> after = asked.after(cursor -> cursor.part(0, 1));
    asked.orThrow();
    return programmes
        .newest(certification, moment, after, limit)
        .map(row -> ProgrammeAnswer.Item.of(programmes.published(row)));
  }

  @GetMapping("/{code}")
  @Operation(operationId = "programme", summary = "A training programme and its versions")
  @Parameter(name = "version", in = ParameterIn.QUERY, description = "The newest known if absent")
  @Parameter(
      name = "effectiveOn",
      in = ParameterIn.QUERY,
      description = "Changes nothing here: a programme has no validity of its own")
  @Parameter(name = "knownAt", in = ParameterIn.QUERY, example = "2026-01-31T12:00:00Z")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "404",
      description = "None is published under this code",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  ProgrammeAnswer one(
      @PathVariable String code,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion,
      HttpServletResponse response) {
    Asked asked = Asked.of(given, Set.of("version", "effectiveOn", "knownAt"));
    Moment moment = asked.moment(clock.instant());
    Optional<Integer> wanted = asked.number("version");
    asked.orThrow();
    OptionalLong awaited = Asked.afterVersion(afterVersion);
    ProgrammeCode known = ProgrammeCode.parse(code).orElseThrow(() -> unknown(code));
    waiting.until(awaited, () -> programmes.versionOf(known));
    List<ProgrammeRow> versions =
        programmes.versions(known).stream()
            .filter(version -> moment.knows(version.recordedAt()))
            .toList();
    ProgrammeRow shown =
        versions.stream()
            .filter(version -> wanted.isEmpty() || wanted.get() == version.key().number())
            .reduce((_, newer) -> newer)
            .orElseThrow(() -> unknown(code));
    long version = versions.getLast().key().number();
    Tagged.with(response, version);
    return ProgrammeAnswer.of(programmes.published(shown), versions, version);
  }

  private static Refusal unknown(String code) {
    return Refusal.of(Refused.UNKNOWN, Map.of("programme", code));
  }
}
