package fr.livret.query.referentiel;

import fr.livret.http.Problem;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
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
@RequestMapping(path = "/api/referentiels", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Référentiels")
@ApiResponse(
    responseCode = "400",
    description = "A parameter is wrong",
    content = @Content(schema = @Schema(implementation = Problem.class)))
class ReferentielReadController {
  private final Referentiels referentiels;
  private final ProvenReferentiels proven;
  private final Waiting waiting;
  private final Clock clock;

  ReferentielReadController(
      Referentiels referentiels, ProvenReferentiels proven, Waiting waiting, Clock clock) {
    this.referentiels = referentiels;
    this.proven = proven;
    this.waiting = waiting;
    this.clock = clock;
  }

  @GetMapping
  @Operation(operationId = "referentiels", summary = "Every référentiel, by its code")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2026-01-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2026-01-31")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  Page<ReferentielAnswer.Item> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked = Asked.of(given, Set.of("effectiveOn", "knownAt", "limit", "after"));
    Moment moment = asked.moment(clock.instant());
    int limit = asked.limit();
    Optional<String> after = asked.after(cursor -> cursor.part(0, 1));
    asked.orThrow();
    return referentiels.list(moment, after, limit).map(row -> item(row, moment));
  }

  @GetMapping("/{code}")
  @Operation(
      operationId = "referentiel",
      summary = "A référentiel: the document, its versions and its validity")
  @Parameter(name = "version", in = ParameterIn.QUERY, description = "The newest known if absent")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2026-01-31")
  @Parameter(name = "knownAt", in = ParameterIn.QUERY, example = "2026-01-31T12:00:00Z")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "404",
      description = "None is published under this code",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  ReferentielAnswer one(
      @PathVariable String code,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion,
      HttpServletResponse response) {
    Asked asked = Asked.of(given, Set.of("version", "effectiveOn", "knownAt"));
    Moment moment = asked.moment(clock.instant());
    Optional<Integer> wanted = asked.number("version");
    asked.orThrow();
    OptionalLong awaited = Asked.afterVersion(afterVersion);
    ReferentielCode known = ReferentielCode.parse(code).orElseThrow(() -> unknown(code));
    waiting.until(awaited, () -> referentiels.versionOf(known));
    ReferentielRow row = referentiels.find(known).orElseThrow(() -> unknown(code));
    // Both tables are written apart: the newest version may be a moment away.
    referentiels.version(known, row.newest());
    List<VersionRow> versions = known(known, moment);
    VersionRow shown =
        versions.stream()
            .filter(version -> wanted.isEmpty() || wanted.get() == version.number())
            .reduce((_, newer) -> newer)
            .orElseThrow(() -> unknown(code));
    ReferentielPublished published = referentiels.version(known, shown.number());
    @Nullable Integer edition = referentiels.edition(published.content().regime());
    ReferentielAnswer answer =
        ReferentielAnswer.of(
            row, published, edition, versions, moment, proven.proving(moment, known));
    Tagged.with(response, answer.version());
    return answer;
  }

  private ReferentielAnswer.Item item(ReferentielRow row, Moment moment) {
    int known = moment.past() ? known(row.code(), moment).getLast().number() : row.newest();
    ReferentielPublished newest = referentiels.version(row.code(), known);
    @Nullable Integer edition = referentiels.edition(newest.content().regime());
    return ReferentielAnswer.Item.of(row, newest, edition, moment);
  }

  private List<VersionRow> known(ReferentielCode code, Moment moment) {
    return referentiels.versions(code).stream()
        .filter(version -> moment.knows(version.recordedAt()))
        .toList();
  }

  private static Refusal unknown(String code) {
    return Refusal.of(Refused.UNKNOWN, Map.of("referentiel", code));
  }
}
