package fr.livret.query.candidate;

import fr.livret.http.Problem;
import fr.livret.query.proof.ProofsAnswer;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
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
import java.util.Optional;
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
@RequestMapping(path = "/api/candidates", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Candidates")
@ApiResponse(
    responseCode = "400",
    description = "A parameter is wrong",
    content = @Content(schema = @Schema(implementation = Problem.class)))
class CandidateReadController {
  private final Candidates candidates;
  private final ProvenCertificates proven;
  private final Clock clock;

  CandidateReadController(Candidates candidates, ProvenCertificates proven, Clock clock) {
    this.candidates = candidates;
    this.proven = proven;
    this.clock = clock;
  }

  @GetMapping
  @Operation(operationId = "candidates", summary = "The candidates by name")
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description = "Words of the name, without regard to case and accents, or the first of the id",
      example = "dupre")
  @Parameter(
      name = "effectiveOn",
      in = ParameterIn.QUERY,
      description = "Changes nothing here: no item of this list depends on a day")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2026-01-31")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  Page<CandidateAnswer> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked = Asked.of(given, Set.of("q", "effectiveOn", "knownAt", "limit", "after"));
    Optional<String> sought = asked.text("q");
    Moment moment = asked.moment(clock.instant());
    int limit = asked.limit();
    Optional<Candidates.After> after = asked.after(Candidates.After::read);
    asked.orThrow();
    return candidates.list(sought, moment, after, limit).map(CandidateAnswer::item);
  }

  @GetMapping("/{id}")
  @Operation(operationId = "candidate", summary = "A candidate with the certificates held")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2026-01-31")
  @Parameter(name = "knownAt", in = ParameterIn.QUERY, example = "2026-01-31T12:00:00Z")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "404",
      description = "Nobody is known under this id",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  CandidateAnswer one(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion,
      HttpServletResponse response) {
    Asked asked = Asked.of(given, Set.of("effectiveOn", "knownAt"));
    Moment moment = asked.moment(clock.instant());
    asked.orThrow();
    CandidateRow row = candidates.known(id, afterVersion, moment);
    Tagged.with(response, row.version());
    return CandidateAnswer.of(row, moment);
  }

  @GetMapping("/{id}/proofs")
  @Operation(
      operationId = "candidateProofs",
      summary = "The days of the certificates held, each as it was recorded")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2026-01-31")
  @Parameter(name = "knownAt", in = ParameterIn.QUERY, example = "2026-01-31T12:00:00Z")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "404",
      description = "Nobody is known under this id",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  ProofsAnswer proofs(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion,
      HttpServletResponse response) {
    Asked asked = Asked.of(given, Set.of("effectiveOn", "knownAt"));
    Moment moment = asked.moment(clock.instant());
    asked.orThrow();
    CandidateRow row = candidates.known(id, afterVersion, moment);
    Tagged.with(response, row.version());
    return ProofsAnswer.of(
        row.id().toString(), row.version(), moment, proven.at(moment, row.id().value()));
  }
}
