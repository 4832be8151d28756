package fr.livret.query.livret;

import fr.livret.http.Problem;
import fr.livret.query.candidate.CandidateAnswer;
import fr.livret.query.candidate.Candidates;
import fr.livret.query.path.PathAnswers;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Moment;
import fr.livret.query.session.SessionsSat;
import fr.livret.query.training.TrainingAnswers;
import fr.livret.query.vae.VaeAnswers;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/candidates/{id}/livret", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Candidates")
class LivretController {
  private final Candidates candidates;
  private final TrainingAnswers trainings;
  private final VaeAnswers applications;
  private final PathAnswers paths;
  private final SessionsSat sessions;
  private final Clock clock;

  LivretController(
      Candidates candidates,
      TrainingAnswers trainings,
      VaeAnswers applications,
      PathAnswers paths,
      SessionsSat sessions,
      Clock clock) {
    this.candidates = candidates;
    this.trainings = trainings;
    this.applications = applications;
    this.paths = paths;
    this.sessions = sessions;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      operationId = "livret",
      summary = "The livret of a candidate: certificates, trainings, VAE, paths and sessions",
      description =
          "Each part is what its own read answers, all of them as of the day `effectiveOn`, by what"
              + " was known at `knownAt`; what was not known and there then is left out. Of a"
              + " session only what is common to all and what concerns this candidate.")
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
      description = "Nobody was known under this id at that moment",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "503",
      description = "The version of the candidate asked for is not there yet",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  LivretAnswer livret(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion,
      HttpServletResponse response) {
    Asked asked = Asked.of(given, Set.of("effectiveOn", "knownAt"));
    Moment moment = asked.moment(clock.instant());
    asked.orThrow();
    CandidateAnswer candidate = candidates.answer(id, afterVersion, moment);
    UUID of = candidate.id();
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return new LivretAnswer(
        candidate,
        each(trainings.of(of), trainings::at, moment),
        each(applications.of(of), applications::at, moment),
        each(paths.of(of), paths::at, moment),
        sessions.of(of, moment),
        new LivretAnswer.AsOf(moment.effectiveOn(), moment.knownAt()));
  }

  private static <A> List<A> each(
      List<UUID> ids, BiFunction<UUID, Moment, Optional<A>> read, Moment moment) {
    return ids.stream().flatMap(id -> read.apply(id, moment).stream()).toList();
  }
}
