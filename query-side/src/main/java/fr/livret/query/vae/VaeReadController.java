package fr.livret.query.vae;

import fr.livret.form.law.RegimeLibrary;
import fr.livret.http.Problem;
import fr.livret.kernel.law.Days;
import fr.livret.kernel.vae.VaeEvent;
import fr.livret.kernel.vae.VaeSituation;
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
import java.time.Instant;
import java.time.LocalDate;
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
@RequestMapping(path = "/api/vae-applications", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "VAE applications")
@ApiResponse(
    responseCode = "400",
    description = "A parameter is wrong",
    content = @Content(schema = @Schema(implementation = Problem.class)))
class VaeReadController {
  private final VaeQueue queue;
  private final VaeAnswers answers;
  private final Facts<VaeEvent> facts;
  private final RegimeLibrary regimes;
  private final Clock clock;

  VaeReadController(
      VaeQueue queue,
      VaeAnswers answers,
      Facts<VaeEvent> facts,
      RegimeLibrary regimes,
      Clock clock) {
    this.queue = queue;
    this.answers = answers;
    this.facts = facts;
    this.regimes = regimes;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      operationId = "vaeApplications",
      summary = "The adviser's queue, each application with its clock",
      description =
          "As their events announced them; with `effectiveOn` or `knownAt` derived from their"
              + " facts, as a single application is, and without those not known or not filed then."
              + " Those whose delay ends first come first.")
  @Parameter(
      name = "state",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = VaeSituation.class))
  @Parameter(
      name = "silenceBefore",
      in = ParameterIn.QUERY,
      description = "Running delays whose last day is before that day",
      example = "2026-12-15")
  @Parameter(
      name = "filedBefore",
      in = ParameterIn.QUERY,
      description = "Those filed before that day",
      example = "2026-10-01")
  @Parameter(name = "certification", in = ParameterIn.QUERY, example = "AMIS-2023")
  @Parameter(name = "candidateId", in = ParameterIn.QUERY)
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description =
          "Words of the candidate's name, without regard to case and accents, or the first"
              + " characters of the certification's code or of the application's id",
      example = "dupre")
  @Parameter(
      name = "order",
      in = ParameterIn.QUERY,
      description = "SILENCE, by the last day of the delay, or AGE, by the day of filing",
      schema = @Schema(implementation = VaeSearch.Order.class))
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2026-01-31")
  @Parameter(
      name = "knownAt",
      in = ParameterIn.QUERY,
      description = "An instant, or a day, which means its end",
      example = "2026-01-31")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "50, at most 500")
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "`next` of the page before")
  @ApiResponse(responseCode = "200")
  Page<ListedVae> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Asked asked =
        Asked.of(
            given,
            Set.of(
                "state",
                "silenceBefore",
                "filedBefore",
                "certification",
                "candidateId",
                "q",
                "order",
                "effectiveOn",
                "knownAt",
                "limit",
                "after"));
    VaeSearch search =
        new VaeSearch(
            asked.oneOf("state", VaeSituation.class),
            asked.day("silenceBefore"),
            asked.day("filedBefore"),
            asked.id("candidateId"),
            asked.text("certification"),
            asked.text("q"),
            asked.oneOf("order", VaeSearch.Order.class).orElse(VaeSearch.Order.SILENCE));
    Instant now = clock.instant();
    Optional<Moment> moment = asked.momentIfGiven(now);
    int limit = asked.limit();
    Optional<VaeSearch.After> after = asked.after(VaeSearch.After::read);
    asked.orThrow();
    LocalDate day = moment.map(Moment::effectiveOn).orElse(LocalDate.ofInstant(now, Days.PARIS));
    return search
        .page(queue, moment, after, limit)
        .map(found ->
            ListedVae.of(
                found.row(),
                found.candidate(),
                regimes.vae().regime(found.row().filed().regime()),
                day));
  }

  @GetMapping("/{id}")
  @Operation(
      operationId = "vaeApplication",
      summary = "An application: its experience, its clock, what was decided and what follows",
      description =
          "Derived from the facts known at `knownAt`, as of the day `effectiveOn`, under the VAE"
              + " regime of its day of filing.")
  @Parameter(name = "effectiveOn", in = ParameterIn.QUERY, example = "2026-01-31")
  @Parameter(name = "knownAt", in = ParameterIn.QUERY, example = "2026-01-31T12:00:00Z")
  @ApiResponse(responseCode = "200")
  @ApiResponse(
      responseCode = "404",
      description = "No application was known and filed under this id at that moment",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "503",
      description = "The version asked for is not there yet",
      content = @Content(schema = @Schema(implementation = Problem.class)))
  VaeAnswer one(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
      @RequestHeader(name = "X-After-Version", required = false) @Nullable String afterVersion,
      HttpServletResponse response) {
    Asked asked = Asked.of(given, Set.of("effectiveOn", "knownAt"));
    Moment moment = asked.moment(clock.instant());
    asked.orThrow();
    VaeAnswer answer =
        facts
            .awaited(id, afterVersion)
            .flatMap(application -> answers.at(application, moment))
            .orElseThrow(() -> moment.unknown("vaeApplicationId", id));
    Tagged.with(response, answer.version());
    return answer;
  }
}
