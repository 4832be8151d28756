package fr.livret.query.audit;

import fr.livret.http.Problem;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/audit/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Audit")
class JournalReadController {
  private final JournalEntries journal;

  JournalReadController(JournalEntries journal) {
    this.journal = journal;
  }

  @GetMapping
  @Operation(
      operationId = "decisions",
      summary = "The journal: every decision in the order of the log, refused ones too",
      description =
          "Who asked what, what it met, under which law, and what came of it. Sweeps and other"
              + " automations are journaled only where something follows from them.")
  @Parameter(
      name = "path",
      in = ParameterIn.QUERY,
      description = "Decisions whose command names that path: its own, and those of sessions too")
  @Parameter(
      name = "outcome",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = Outcome.class))
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = "Decided on that day or later",
      example = "2026-11-01")
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = "Decided on that day or earlier",
      example = "2026-11-30")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "400",
      description = "A parameter is wrong",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  Page<DecisionAnswer> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked = Asked.of(given, Set.of("path", "outcome", "from", "to", "limit", "after"));
    JournalEntries.Search search =
        new JournalEntries.Search(
            asked.id("path"),
            asked.oneOf("outcome", Outcome.class),
            asked.day("from"),
            asked.day("to"));
    int limit = asked.limit();
    Optional<Long> after = asked.after(cursor -> cursor.number(0, 1));
    asked.orThrow();
    return journal.list(search, after, limit);
  }
}
