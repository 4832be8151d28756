package fr.livret.query.referentiel;

import fr.livret.http.Problem;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.query.proof.ProofsAnswer;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Streams;
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
@RequestMapping(path = "/api/referentiels", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Référentiels")
class ReferentielProofController {
  private final Streams streams;
  private final ProvenReferentiels proven;
  private final Clock clock;

  ReferentielProofController(Streams streams, ProvenReferentiels proven, Clock clock) {
    this.streams = streams;
    this.proven = proven;
    this.clock = clock;
  }

  @GetMapping("/{code}/proofs")
  @Operation(
      operationId = "referentielProofs",
      summary = "Every day the référentiel claims, proved step by step",
      description =
          "Through when the title is valid, through when facts of its paths may lie, and from when"
              + " paths are transferred: from the document and the decisions on the title.")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2018-12-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2018-12-31")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "400",
      description = "A parameter is wrong",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "404",
      description = "None was known under this code at that moment",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "503",
      description = "The version asked for is not there yet",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  ProofsAnswer proofs(
      @PathVariable String code,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion,
      HttpServletResponse response) {
    Asked asked = Asked.of(given, Set.of("effectiveOn", "knownAt"));
    Moment moment = asked.moment(clock.instant());
    asked.orThrow();
    Optional<ReferentielCode> title = ReferentielCode.parse(code);
    title.ifPresent(one -> streams.await(one.value(), afterVersion));
    ProofsAnswer answer =
        title
            .flatMap(one -> proven.at(moment, one))
            .orElseThrow(() -> moment.unknown("referentiel", code));
    Tagged.with(response, answer.version());
    return answer;
  }
}
