package fr.livret.query.upkeep;

import fr.livret.http.Problem;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.query.projection.Projections;
import fr.livret.query.projection.RebuildProgress;
import fr.livret.query.reading.Asked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/projections", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projections")
class ProjectionController {
  private final Projections projections;

  ProjectionController(Projections projections) {
    this.projections = projections;
  }

  @GetMapping
  @Operation(
      operationId = "projections",
      summary = "Every projection: how far it is behind, and how far its rebuild has come")
  @ApiResponse(responseCode = "200")
  ProjectionsAnswer all(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked.of(given, Set.of()).orThrow();
    return ProjectionsAnswer.of(projections.progress());
  }

  @PostMapping("/{name}/rebuild")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "rebuildProjection",
      summary = "Make the rows of a projection anew from every event",
      description =
          "In the background. Reads see the rows there are, which go on following, until the new"
              + " ones take their place at once. A rebuild that fails or is killed changes"
              + " nothing.")
  @ApiResponse(responseCode = "202", description = "It waits or runs: `GET /api/projections`")
  @ApiResponse(
      responseCode = "404",
      description = "No projection has this name",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "409",
      description = "One of it waits or runs already",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  RebuildProgress rebuild(
      @PathVariable String name,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked.of(given, Set.of()).orThrow();
    if (!projections.names().contains(name)) {
      throw Refusal.of(Refused.UNKNOWN, Map.of("projection", name));
    }
    return projections.startRebuild(name);
  }
}
