package fr.livret.query.vae;

import fr.livret.http.Problem;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.query.proof.ProofsAnswer;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Facts;
import fr.livret.query.reading.Moment;
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
@RequestMapping(path = "/api/vae-applications", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "VAE applications")
class VaeProofController {
  private final Facts<VaeEvent> facts;
  private final ProvenVae proven;
  private final Clock clock;

  VaeProofController(Facts<VaeEvent> facts, ProvenVae proven, Clock clock) {
    this.facts = facts;
    this.proven = proven;
    this.clock = clock;
  }

  @GetMapping("/{id}/proofs")
  @Operation(
      operationId = "vaeApplicationProofs",
      summary = "Every day the application claims, proved step by step",
      description =
          "From which recorded facts, by which rules with their texts and marks, by what"
              + " arithmetic and through which adjustments; and as a sentence in French and in"
              + " English. The claims are those of the application read at the same moment.")
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
      description = "No application was known and filed under this id at that moment",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "503",
      description = "The version asked for is not there yet",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  ProofsAnswer proofs(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion,
      HttpServletResponse response) {
    Asked asked = Asked.of(given, Set.of("effectiveOn", "knownAt"));
    Moment moment = asked.moment(clock.instant());
    asked.orThrow();
    ProofsAnswer answer =
        facts
            .awaited(id, afterVersion)
            .flatMap(application -> proven.at(moment, application))
            .orElseThrow(() -> moment.unknown("vaeApplicationId", id));
    Tagged.with(response, answer.version());
    return answer;
  }
}
