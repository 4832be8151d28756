package fr.livret.query.training;

import fr.livret.http.Problem;
import fr.livret.kernel.training.TrainingEvent;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Facts;
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
@RequestMapping(path = "/api/trainings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Trainings")
@ApiResponse(
    responseCode = "400",
    description = "A parameter is wrong",
    content = @Content(schema = @Schema(implementation = Problem.class)))
class TrainingReadController {
  private final Facts<TrainingEvent> facts;
  private final TrainingAnswers answers;
  private final Trainings trainings;
  private final Clock clock;

  TrainingReadController(
      Facts<TrainingEvent> facts, TrainingAnswers answers, Trainings trainings, Clock clock) {
    this.facts = facts;
    this.answers = answers;
    this.trainings = trainings;
    this.clock = clock;
  }

  @GetMapping("/{id}")
  @Operation(
      operationId = "training",
      summary = "A training: hours, tests, gain, EFAs and priorities, bloc by bloc",
      description =
          "By the facts known at `knownAt`, as of the day `effectiveOn`, against the title and the"
              + " programme the training pinned when it started.")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2026-01-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2026-01-31")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "404",
      description = "No training was known and started under this id at that moment",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "503",
      description = "The version asked for is not there yet",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  TrainingAnswer one(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion,
      HttpServletResponse response) {
    Asked asked = Asked.of(given, Set.of("effectiveOn", "knownAt"));
    Moment moment = asked.moment(clock.instant());
    asked.orThrow();
    TrainingAnswer answer =
        facts
            .awaited(id, afterVersion)
            .flatMap(training -> answers.at(training, moment))
            .orElseThrow(() -> moment.unknown("trainingId", id));
    Tagged.with(response, answer.version());
    return answer;
  }

  @GetMapping
  @Operation(
      operationId = "trainings",
      summary = "The trainings, those started last first",
      description =
          "With `effectiveOn` or `knownAt` those started by that day, as known at that moment, and"
              + " as they stood then: folded anew from every event.")
  @Parameter(name = "candidateId", in = ParameterIn.QUERY)
  @Parameter(name = "certification", in = ParameterIn.QUERY, example = "AMIS-2023")
  @Parameter(
      name = "status",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = TrainingStatus.class))
  @Parameter(
      name = "centre",
      in = ParameterIn.QUERY,
      description = "The centre's name, without regard to case and accents",
      example = "Lille")
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description =
          "Words of the candidate's name, without regard to case and accents, or the first"
              + " characters of the certification's code or of the training's id",
      example = "dupre")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2026-01-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2026-01-31")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  Page<ListedTraining> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked =
        Asked.of(
            given,
            Set.of(
                "candidateId",
                "certification",
                "status",
                "centre",
                "q",
                "effectiveOn",
                "knownAt",
                "limit",
                "after"));
    TrainingSearch search =
        new TrainingSearch(
            asked.id("candidateId"),
            asked.text("certification"),
            asked.oneOf("status", TrainingStatus.class),
            asked.text("centre"),
            asked.text("q"));
    Optional<Moment> moment = asked.momentIfGiven(clock.instant());
    int limit = asked.limit();
    Optional<TrainingSearch.After> after = asked.after(TrainingSearch.After::read);
    asked.orThrow();
    return trainings.list(search, moment, after, limit);
  }
}
