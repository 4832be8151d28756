package fr.livret.query.evidence;

import fr.livret.evidence.IssuedCheckpoints.Issued;
import fr.livret.http.Problem;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.query.reading.Asked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/audit")
@Tag(name = "Evidence")
@ApiResponse(
    responseCode = "400",
    description = "A parameter is wrong",
    content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "404",
    description =
        "There is no such checkpoint or position; `NO_EVIDENCE` where events are not kept"
            + " in the product's own store",
    content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "500",
    description = "`EVIDENCE_CONTRADICTED`: what is stored contradicts what was signed",
    content = @Content(schema = @Schema(implementation = Problem.class)))
class EvidenceReadController {
  private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,17}");
  private static final MediaType NOTE = MediaType.parseMediaType("text/plain;charset=UTF-8");

  private final Proofs proofs;

  EvidenceReadController(Proofs proofs) {
    this.proofs = proofs;
  }

  @GetMapping(
      path = "/checkpoint",
      produces = {MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_JSON_VALUE})
  @Operation(
      operationId = "checkpoint",
      summary = "The latest signed checkpoint of the event log",
      description =
          "A C2SP signed note: origin, number of events, root of their Merkle tree, signatures. As"
              + " text, or as JSON by `Accept: application/json`.")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.TEXT_PLAIN_VALUE,
            schema = @Schema(type = "string"),
            examples =
                @ExampleObject(
                    "livret.example.org/register\n123456\n"
                        + "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
                        + "— livret.example.org/register Az3grl…\n")),
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = CheckpointAnswer.class))
      })
  ResponseEntity<Object> checkpoint(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
    Asked.of(given, Set.of()).orThrow();
    Issued latest = proofs.latest();
    return wantsJson(headers)
        ? ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_JSON)
            .body(CheckpointAnswer.of(latest))
        : ResponseEntity.ok().contentType(NOTE).body(latest.note());
  }

  /** Whether of the two forms it is JSON that is accepted first. */
  private static boolean wantsJson(HttpHeaders headers) {
    return headers.getAccept().stream()
        .filter(accepted ->
            accepted.includes(MediaType.TEXT_PLAIN)
                || accepted.includes(MediaType.APPLICATION_JSON))
        .findFirst()
        .filter(accepted -> !accepted.includes(MediaType.TEXT_PLAIN))
        .isPresent();
  }

  @GetMapping(path = "/inclusion/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "inclusion",
      summary = "The proof that an event is in the log",
      description = "Of the size that was signed last, or of any other.")
  @Parameter(
      name = "position",
      in = ParameterIn.PATH,
      description = "Of the event, as histories show it",
      schema = @Schema(type = "integer", format = "int64", minimum = "1"),
      example = "42")
  @Parameter(
      name = "size",
      in = ParameterIn.QUERY,
      description = "How many events the log had; those of the latest checkpoint if absent",
      example = "123456")
  @ApiResponse(responseCode = "200")
  InclusionAnswer inclusion(
      @PathVariable String position,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked = Asked.of(given, Set.of("size"));
    Optional<Long> size = asked.number("size").map(Integer::longValue);
    asked.orThrow();
    if (!POSITION.matcher(position).matches()) {
      throw Refusal.of(Refused.UNKNOWN, Map.of("position", position));
    }
    return proofs.inclusion(Long.parseLong(position), size);
  }

  @GetMapping(path = "/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "consistency",
      summary = "The proof that the log of one size has grown into that of another")
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      required = true,
      description = "How many events it had",
      example = "100000")
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = "How many it had later; those of the latest checkpoint if absent",
      example = "123456")
  @ApiResponse(responseCode = "200")
  ConsistencyAnswer consistency(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked = Asked.of(given, Set.of("from", "to"));
    Optional<Integer> from = asked.number("from");
    Optional<Long> to = asked.number("to").map(Integer::longValue);
    String text = given.getFirst("from");
    if (text == null || text.isEmpty()) {
      asked.refuse("from", "is required");
    }
    asked.orThrow();
    return proofs.consistency(from.orElseThrow(), to);
  }
}
