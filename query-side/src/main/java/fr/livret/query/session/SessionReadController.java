package fr.livret.query.session;

import fr.livret.http.Problem;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.session.SessionId;
import fr.livret.kernel.session.SessionKind;
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
import java.time.LocalDate;
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
@RequestMapping(path = "/api/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sessions")
@ApiResponse(
    responseCode = "400",
    description = "A parameter is wrong",
    content = @Content(schema = @Schema(implementation = Problem.class)))
class SessionReadController {
  private final Sessions sessions;
  private final SessionView view;
  private final Waiting waiting;
  private final Clock clock;

  SessionReadController(Sessions sessions, SessionView view, Waiting waiting, Clock clock) {
    this.sessions = sessions;
    this.view = view;
    this.waiting = waiting;
    this.clock = clock;
  }

  @GetMapping("/{id}")
  @Operation(
      operationId = "session",
      summary = "A session: its jury, its candidates, its minutes and what became of them",
      description =
          "With `effectiveOn` or `knownAt` derived from the facts of that day or before, as known"
              + " at that moment. `effect` says how far a decision has come on the path of the"
              + " candidate: PENDING, RECORDED, NOT_RECORDED with the reasons, UNDOING or UNDONE.")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2018-12-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2018-12-31")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "404",
      description = "No session was known and planned under this id at that moment",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "503",
      description = "The version asked for is not there yet",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  SessionAnswer one(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion,
      HttpServletResponse response) {
    Asked asked = Asked.of(given, Set.of("effectiveOn", "knownAt"));
    Moment now = asked.moment(clock.instant());
    Optional<Moment> then = asked.momentIfGiven(clock.instant());
    asked.orThrow();
    OptionalLong awaited = Asked.afterVersion(afterVersion);
    SessionId session = Asked.idInPath(id).map(SessionId::new).orElseThrow(() -> unknown(id));
    waiting.until(awaited, () -> sessions.versionOf(session));
    SessionRow row =
        then.map(moment -> sessions.at(session, moment))
            .orElseGet(() -> sessions.find(session))
            .orElseThrow(() -> unknown(id));
    Tagged.with(response, row.version());
    return view.answer(row, now);
  }

  @GetMapping
  @Operation(
      operationId = "sessions",
      summary = "The sessions, those held last first, each with its counts and success rate",
      description =
          "With `effectiveOn` or `knownAt` those planned by that day, as known at that moment, and"
              + " as they stood then: folded anew from every event.")
  @Parameter(name = "certification", in = ParameterIn.QUERY, example = "AMIS-2013")
  @Parameter(
      name = "kind",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = SessionKind.class))
  @Parameter(
      name = "state",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = SessionStatus.class))
  @Parameter(name = "centre", in = ParameterIn.QUERY, example = "AFPA-59")
  @Parameter(name = "from", in = ParameterIn.QUERY, description = "Held on that day or later")
  @Parameter(name = "to", in = ParameterIn.QUERY, description = "Held on that day or before")
  @Parameter(name = "path", in = ParameterIn.QUERY, description = "With the candidate of that path")
  @Parameter(
      name = "effects",
      in = ParameterIn.QUERY,
      description = "NOT_RECORDED: with a decision that a path refused, work for an officer",
      schema = @Schema(implementation = Effects.class))
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2018-12-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2018-12-31")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  Page<ListedSession> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked =
        Asked.of(
            given,
            Set.of(
                "certification",
                "kind",
                "state",
                "centre",
                "from",
                "to",
                "path",
                "effects",
                "effectiveOn",
                "knownAt",
                "limit",
                "after"));
    Optional<LocalDate> from = asked.day("from");
    Optional<LocalDate> to = asked.day("to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      asked.refuse("to", "must not be before from");
    }
    Sessions.Search search =
        new Sessions.Search(
            asked.text("certification"),
            asked.oneOf("kind", SessionKind.class),
            asked.oneOf("state", SessionStatus.class),
            asked.text("centre"),
            from,
            to,
            asked.id("path"),
            asked.oneOf("effects", Effects.class).map(effects -> effects == Effects.NOT_RECORDED));
    Optional<Moment> moment = asked.momentIfGiven(clock.instant());
    int limit = asked.limit();
    Optional<Sessions.After> after = asked.after(Sessions.After::read);
    asked.orThrow();
    return sessions.list(search, moment, after, limit).map(ListedSession::of);
  }

  /** Whether a path refused what a session decided. */
  enum Effects {
    NOT_RECORDED,
    RECORDED
  }

  private static Refusal unknown(String id) {
    return Refusal.of(Refused.UNKNOWN, Map.of("sessionId", id));
  }
}
