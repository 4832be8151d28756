package fr.livret.query.path;

import fr.livret.http.Problem;
import fr.livret.http.RevisionRequest;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.Revision;
import fr.livret.query.path.RevisionEffect.Effect;
import fr.livret.query.reading.Asked;
import fr.livret.query.reading.Cursor;
import fr.livret.query.reading.Moment;
import fr.livret.query.reading.Page;
import fr.livret.query.referentiel.Referentiels;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads what a revision would do, before anybody decides it. */
@RestController
@RequestMapping(
    path = "/api/referentiels/{code}/revision/what-if",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Référentiels")
class RevisionReportController {
  private final RevisionReports reports;
  private final Referentiels referentiels;
  private final Clock clock;

  RevisionReportController(RevisionReports reports, Referentiels referentiels, Clock clock) {
    this.reports = reports;
    this.referentiels = referentiels;
    this.clock = clock;
  }

  /**
   * The report.
   *
   * @param on the day on which every path would be transferred
   * @param openPaths how many there are
   * @param counts of them by effect; one path may show several
   */
  @Schema(name = "RevisionReport")
  record Answer(
      String certification,
      String successor,
      LocalDate on,
      int openPaths,
      Map<Effect, Integer> counts,
      Page<RevisionEffect> paths) {}

  @PostMapping
  @Operation(
      operationId = "revisionWhatIf",
      summary = "What a revision would do to every open path, before it is decided",
      description =
          "Each open path as if it were transferred on `decidedOn`, which may lie ahead: which CCPs"
              + " are carried over with their days, which are lost, and how the window moves."
              + " Nothing is stored.")
  @Parameter(
      name = "effect",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = Effect.class))
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "404",
      description = "One of the two titles is not published",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  Answer whatIf(
      @PathVariable String code,
      @RequestBody RevisionRequest body,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked = Asked.of(given, Set.of("effect", "limit", "after"));
    Optional<Effect> effect = asked.oneOf("effect", Effect.class);
    int limit = asked.limit();
    Optional<UUID> after = asked.after(cursor -> cursor.id(0, 1));
    asked.orThrow();
    Revision revision = body.revision();
    ReferentielCode revised = known(code);
    known(revision.successor().value());
    Moment moment = new Moment(revision.decidedOn(), clock.instant(), false);
    RevisionReports.Report report = reports.report(revised, revision, moment, effect, after, limit);
    int total = effect.map(one -> report.counts().getOrDefault(one, 0)).orElse(report.paths());
    return new Answer(
        revised.value(),
        revision.successor().value(),
        revision.decidedOn(),
        report.paths(),
        report.counts(),
        Page.of(report.found(), limit, total, one -> Cursor.of(one.pathId())));
  }

  private ReferentielCode known(String code) {
    return ReferentielCode.parse(code)
        .filter(one -> referentiels.newest(one) > 0)
        .orElseThrow(() ->
            Refusal.of(
                Refused.UNKNOWN,
                Map.of("referentiel", code.length() <= 40 ? code : code.substring(0, 40))));
  }
}
