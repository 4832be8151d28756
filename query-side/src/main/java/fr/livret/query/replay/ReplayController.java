package fr.livret.query.replay;

import fr.livret.http.Problem;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Page;
import fr.livret.query.replay.Replays.Replay;
import fr.livret.query.replay.Replays.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/audit/replays", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Replays")
@ApiResponse(
    responseCode = "400",
    description = "A field or a parameter is wrong",
    content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
    responseCode = "404",
    description =
        "There is no such replay or path; `NO_EVIDENCE` where events are not kept in the product's"
            + " own store",
    content = @Content(schema = @Schema(implementation = Problem.class)))
class ReplayController {
  private static final Duration AT_ONCE = Duration.ofSeconds(3);
  private static final Duration LOOKED_AT_EVERY = Duration.ofMillis(20);
  private static final int LISTED = 50;

  private final ReplayWorker worker;

  ReplayController(ReplayWorker worker) {
    this.worker = worker;
  }

  @PostMapping
  @Operation(
      operationId = "replay",
      summary = "Take decisions again, and compare what they come to with what was recorded",
      description =
          "Each on the facts of that moment, from the log alone, under the law it was taken under"
              + " or under another regime. One path's are answered at once; otherwise `GET` the"
              + " replay until its `state` is `DONE`.")
  @ApiResponse(responseCode = "201", description = "It is done; its decisions are listed under it")
  @ApiResponse(responseCode = "202", description = "It waits or runs")
  ResponseEntity<ReplayAnswer> ask(@RequestBody ReplayRequest request) throws InterruptedException {
    Replays replays = worker.replays();
    Question question = request.question(worker::knows);
    question
        .path()
        .filter(path -> !replays.hasPath(path))
        .ifPresent(path -> {
          throw Refusal.of(Refused.UNKNOWN, Map.of("path", path.toString()));
        });
    UUID id = replays.ask(question);
    worker.wake();
    Replay replay = endedSoon(replays, id);
    boolean ended = replay.state() == State.DONE || replay.state() == State.FAILED;
    return ResponseEntity.status(ended ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
        .location(URI.create("/api/audit/replays/" + id))
        .body(ReplayAnswer.of(replay));
  }

  private static Replay endedSoon(Replays replays, UUID id) throws InterruptedException {
    long until = System.nanoTime() + AT_ONCE.toNanos();
    Replay replay = replays.find(id).orElseThrow();
    while (replay.endedAt() == null && System.nanoTime() < until) {
      Thread.sleep(LOOKED_AT_EVERY);
      replay = replays.find(id).orElseThrow();
    }
    return replay;
  }

  @GetMapping
  @Operation(operationId = "replays", summary = "The replays asked last, the latest first")
  @ApiResponse(responseCode = "200")
  List<ReplayAnswer> latest(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked.of(given, Set.of()).orThrow();
    return worker.replays().latest(LISTED).stream().map(ReplayAnswer::of).toList();
  }

  @GetMapping("/{id}")
  @Operation(
      operationId = "replayProgress",
      summary = "A replay: how far it is, how fast, and what it has found")
  @ApiResponse(responseCode = "200")
  ReplayAnswer one(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked.of(given, Set.of()).orThrow();
    return ReplayAnswer.of(found(id));
  }

  @GetMapping("/{id}/decisions")
  @Operation(
      operationId = "replayedDecisions",
      summary = "What became of decisions",
      description =
          "Those that come to something else or could not be taken again; of a replay of one path,"
              + " all.")
  @Parameter(
      name = "verdict",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = Verdict.Kind.class))
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  Page<VerdictAnswer> decisions(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked = Asked.of(given, Set.of("verdict", "limit", "after"));
    Optional<Verdict.Kind> kind = asked.oneOf("verdict", Verdict.Kind.class);
    int limit = asked.limit();
    Optional<Long> after = asked.after(cursor -> cursor.number(0, 1));
    asked.orThrow();
    Replay replay = found(id);
    Replays replays = worker.replays();
    return Page.of(
            replays.verdicts(replay.id(), kind, after.orElse(0L), limit),
            limit,
            replays.count(replay.id(), kind),
            verdict -> Cursor.of(verdict.position()))
        .map(VerdictAnswer::of);
  }

  private Replay found(String id) {
    return Asked.idInPath(id)
        .flatMap(worker.replays()::find)
        .orElseThrow(() -> Refusal.of(Refused.UNKNOWN, Map.of("replayId", id)));
  }
}
