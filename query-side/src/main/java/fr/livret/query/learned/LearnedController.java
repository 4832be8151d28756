package fr.livret.query.learned;

import fr.livret.http.Problem;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.query.learned.LearnedAnswer.Subject;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "What was learned")
@ApiResponse(
    responseCode = "400",
    description = "A parameter is wrong",
    content = @Content(schema = @Schema(implementation = Problem.class)))
class LearnedController {
  private static final Set<String> KNOWN = Set.of("from", "to", "effectiveOn", "limit", "after");
  private static final String WHAT =
      "The facts recorded after `from` and up to `to`, which it includes, each with what it"
          + " changed in the answer as of `effectiveOn`: the same fold without it and with it.";

  private final News news;
  private final Clock clock;

  LearnedController(News news, Clock clock) {
    this.news = news;
    this.clock = clock;
  }

  @GetMapping("/paths/{id}/learned")
  @Operation(
      operationId = "pathLearned",
      summary = "What was learned of a path between two moments",
      description = WHAT)
  @Between
  @ApiResponse(responseCode = "200")
  Page<LearnedAnswer> ofPath(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion) {
    return ofStream(Subject.PATH, "pathId", id, given, afterVersion);
  }

  @GetMapping("/vae-applications/{id}/learned")
  @Operation(
      operationId = "vaeApplicationLearned",
      summary = "What was learned of an application between two moments",
      description = WHAT)
  @Between
  @ApiResponse(responseCode = "200")
  Page<LearnedAnswer> ofApplication(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion) {
    return ofStream(Subject.VAE_APPLICATION, "vaeApplicationId", id, given, afterVersion);
  }

  @GetMapping("/trainings/{id}/learned")
  @Operation(
      operationId = "trainingLearned",
      summary = "What was learned of a training between two moments",
      description = WHAT)
  @Between
  @ApiResponse(responseCode = "200")
  Page<LearnedAnswer> ofTraining(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion) {
    return ofStream(Subject.TRAINING, "trainingId", id, given, afterVersion);
  }

  @GetMapping("/sessions/{id}/learned")
  @Operation(
      operationId = "sessionLearned",
      summary = "What was learned of a session between two moments",
      description = WHAT)
  @Between
  @ApiResponse(responseCode = "200")
  Page<LearnedAnswer> ofSession(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion) {
    return ofStream(Subject.SESSION, "sessionId", id, given, afterVersion);
  }

  @GetMapping("/candidates/{id}/learned")
  @Operation(
      operationId = "candidateLearned",
      summary = "What was learned of a candidate between two moments",
      description =
          WHAT
              + " Certificates, trainings, applications, paths, and of sessions what is common to"
              + " all and what concerns this candidate.")
  @Between
  @ApiResponse(responseCode = "200")
  Page<LearnedAnswer> ofCandidate(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Question question = Question.of(given, clock);
    return question.page(
        Asked.idInPath(id)
            .map(candidate -> news.ofCandidate(candidate, question.since()))
            .orElse(List.of()));
  }

  @GetMapping("/learned")
  @Operation(
      operationId = "learned",
      summary = "What was learned of everybody between two moments",
      description = WHAT)
  @Between
  @ApiResponse(responseCode = "200")
  Page<LearnedAnswer> ofAll(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Question question = Question.of(given, clock);
    return news.page(question.since(), question.after(), question.limit());
  }

  private Page<LearnedAnswer> ofStream(
      Subject subject,
      String name,
      String id,
      MultiValueMap<String, String> given,
      @Nullable String afterVersion) {
    Question question = Question.of(given, clock);
    Learning<?> learning = news.of(subject);
    UUID stream =
        learning
            .facts()
            .awaited(id, afterVersion)
            .filter(one -> learning.knows(one, question.since()))
            .orElseThrow(() -> Refusal.of(Refused.UNKNOWN, Map.of(name, id)));
    return question.page(learning.of(stream, question.since()));
  }

  /**
   * What is asked.
   *
   * @param after the position a page begins after
   */
  private record Question(Since since, long after, int limit) {
    static Question of(MultiValueMap<String, String> given, Clock clock) {
      Asked asked = Asked.of(given, KNOWN);
      Since since = Since.of(asked, clock.instant());
      int limit = asked.limit();
      Optional<Long> after = asked.after(cursor -> cursor.number(0, 1));
      asked.orThrow();
      return new Question(since, after.orElse(0L), limit);
    }

    Page<LearnedAnswer> page(List<LearnedAnswer> all) {
      List<LearnedAnswer> rest =
          all.stream().filter(one -> one.position() > after).limit(limit + 1L).toList();
      return Page.of(rest, limit, all.size(), LearnedAnswer::cursor);
    }
  }
}
